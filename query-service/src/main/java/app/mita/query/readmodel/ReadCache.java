package app.mita.query.readmodel;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Documents that this node has read before, and what it has drawn from them. What it holds is never believed: it only
 * spares sending, parsing and drawing what the documents' rows confirm.
 */
final class ReadCache {

    /** A parsed document is about so many times its bytes in the row. */
    private static final int SPREAD = 5;

    private static final int ENTRY_BYTES = 500;
    private static final int SOURCE_BYTES = 150;

    private final Cache<Key, Entry> cache;
    private final AtomicLong repairs = new AtomicLong();

    /** @param maxBytes what all of it may take, roughly */
    ReadCache(long maxBytes) {
        cache = Caffeine.newBuilder()
                .maximumWeight(maxBytes)
                .weigher((Key key, Entry entry) -> entry.bytes())
                .build();
    }

    /** Grows when documents are forgotten that have not changed their positions. */
    long repairs() {
        return repairs.get();
    }

    @SuppressWarnings("unchecked") // under a model's key there are only documents of that model
    <D> @Nullable Document<D> find(DocumentKey<D> key) {
        return cache.getIfPresent(key) instanceof CachedDocument cached ? (Document<D>) cached.document() : null;
    }

    @Nullable
    Drawing find(UUID user, Screen screen) {
        return cache.getIfPresent(new DrawingPlace(user, screen)) instanceof CachedDrawing cached
                ? cached.drawing()
                : null;
    }

    /**
     * @param bytes the document's size in its row
     * @param asked what {@link #repairs} was before the document was asked for
     */
    void keep(DocumentKey<?> key, Document<?> document, int bytes, long asked) {
        keep(key, new CachedDocument(document, ENTRY_BYTES + SPREAD * bytes), asked);
    }

    /** @param asked what {@link #repairs} was before its first source was asked for */
    void keep(UUID user, Screen screen, Drawing drawing, long asked) {
        int bytes = ENTRY_BYTES + SOURCE_BYTES * drawing.sources().size() + drawing.json().length;
        keep(new DrawingPlace(user, screen), new CachedDrawing(drawing, bytes), asked);
    }

    private void keep(Key key, Entry entry, long asked) {
        cache.put(key, entry);
        if (repairs.get() != asked) {
            cache.invalidate(key);
        }
    }

    /** Everything of a user. */
    void forget(UUID user) {
        repairs.incrementAndGet();
        cache.asMap().keySet().removeIf(key -> key.user().equals(user));
    }

    void forgetAll() {
        repairs.incrementAndGet();
        cache.invalidateAll();
    }

    sealed interface Key permits DocumentKey, DrawingPlace {

        UUID user();
    }

    record DrawingPlace(UUID user, Screen screen) implements Key {}

    private sealed interface Entry {

        int bytes();
    }

    private record CachedDocument(Document<?> document, int bytes) implements Entry {}

    private record CachedDrawing(Drawing drawing, int bytes) implements Entry {}
}
