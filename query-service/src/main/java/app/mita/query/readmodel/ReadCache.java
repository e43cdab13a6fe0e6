package app.mita.query.readmodel;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Documents that this node has read before, and what it has drawn from them and from lists of rows. What it holds is never
 * believed: it only spares sending, parsing and drawing what the rows confirm. Each kind has a third of the space: drawings
 * serve on without the documents, which are larger, and needed only to draw again.
 */
final class ReadCache {

    /** A parsed document is about so many times its bytes in the row. */
    private static final int SPREAD = 5;

    private static final int ENTRY_BYTES = 500;
    private static final int SOURCE_BYTES = 150;

    private final Cache<DocumentKey<?>, CachedDocument> documents;
    private final Cache<DrawingKey, Drawing> drawings;
    private final Cache<ListKey, DrawnList> lists;
    private final AtomicLong repairs = new AtomicLong();

    /** @param maxBytes what all of it may take, roughly */
    ReadCache(long maxBytes) {
        documents = Caffeine.newBuilder()
                .maximumWeight(maxBytes / 3)
                .weigher((DocumentKey<?> key, CachedDocument cached) -> ENTRY_BYTES + SPREAD * cached.bytes())
                .build();
        drawings = Caffeine.newBuilder()
                .maximumWeight(maxBytes / 3)
                .weigher((DrawingKey key, Drawing drawing) ->
                        ENTRY_BYTES + SOURCE_BYTES * drawing.sources().size() + drawing.json().length)
                .build();
        lists = Caffeine.newBuilder()
                .maximumWeight(maxBytes / 3)
                .weigher((ListKey key, DrawnList list) -> ENTRY_BYTES + list.json().length)
                .build();
    }

    /** Grows when documents are forgotten that have not changed their positions. */
    long repairs() {
        return repairs.get();
    }

    @SuppressWarnings("unchecked") // under a model's key there are only documents of that model
    <D> @Nullable Document<D> find(DocumentKey<D> key) {
        var cached = documents.getIfPresent(key);
        return cached == null ? null : (Document<D>) cached.document();
    }

    @Nullable
    Drawing find(UUID user, Screen screen) {
        return drawings.getIfPresent(new DrawingKey(user, screen));
    }

    @Nullable
    DrawnList find(UUID user, RowList list) {
        return lists.getIfPresent(new ListKey(user, list));
    }

    /**
     * @param bytes the document's size in its row
     * @param asked what {@link #repairs} was before the document was asked for
     */
    void keep(DocumentKey<?> key, Document<?> document, int bytes, long asked) {
        keep(documents, key, new CachedDocument(document, bytes), asked);
    }

    /** @param asked what {@link #repairs} was before its first source was asked for */
    void keep(UUID user, Screen screen, Drawing drawing, long asked) {
        keep(drawings, new DrawingKey(user, screen), drawing, asked);
    }

    /** @param asked what {@link #repairs} was before the rows were asked for */
    void keep(UUID user, RowList list, DrawnList drawn, long asked) {
        keep(lists, new ListKey(user, list), drawn, asked);
    }

    private <K, V> void keep(Cache<K, V> cache, K key, V value, long asked) {
        cache.put(key, value);
        if (repairs.get() != asked) {
            cache.invalidate(key);
        }
    }

    /**
     * Everything of a user. Counted twice: who drew from a document before that was removed shall not keep the drawing after
     * the drawings were.
     */
    void forget(UUID user) {
        repairs.incrementAndGet();
        documents.asMap().keySet().removeIf(key -> key.user().equals(user));
        repairs.incrementAndGet();
        drawings.asMap().keySet().removeIf(key -> key.user().equals(user));
        lists.asMap().keySet().removeIf(key -> key.user().equals(user));
    }

    void forgetAll() {
        repairs.incrementAndGet();
        documents.invalidateAll();
        repairs.incrementAndGet();
        drawings.invalidateAll();
        lists.invalidateAll();
    }

    private record DrawingKey(UUID user, Screen screen) {}

    private record ListKey(UUID user, RowList list) {}

    private record CachedDocument(Document<?> document, int bytes) {}
}
