package app.mita.query.readmodel;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Documents that this node has read before. What it holds is never believed: it only spares sending and parsing a
 * document that its row confirms.
 */
final class DocumentCache {

    /** A parsed document with its answers is about so many times its bytes in the row. */
    private static final int SPREAD = 6;

    private static final int ENTRY_BYTES = 600;

    private final Cache<DocumentKey, Entry> cache;
    private final AtomicLong repairs = new AtomicLong();

    /** @param maxBytes what its documents may take, roughly */
    DocumentCache(long maxBytes) {
        cache = Caffeine.newBuilder()
                .maximumWeight(maxBytes)
                .weigher((DocumentKey key, Entry entry) -> ENTRY_BYTES + SPREAD * entry.bytes())
                .build();
    }

    @SuppressWarnings("unchecked") // under a model's key there are only documents of that model
    <D> @Nullable Document<D> find(Model<D> model, UUID user, String key) {
        var entry = cache.getIfPresent(new DocumentKey(model, user, key));
        return entry == null ? null : (Document<D>) entry.document();
    }

    /** Grows when documents are forgotten that have not changed their positions. */
    long repairs() {
        return repairs.get();
    }

    /**
     * @param bytes the document's size in its row
     * @param asked what {@link #repairs} was before the document was read
     */
    <D> void keep(Model<D> model, UUID user, String key, Document<D> document, int bytes, long asked) {
        cache.put(new DocumentKey(model, user, key), new Entry(document, bytes));
        if (repairs.get() != asked) {
            forget(model, user, key);
        }
    }

    void forget(Model<?> model, UUID user, String key) {
        cache.invalidate(new DocumentKey(model, user, key));
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

    private record Entry(Document<?> document, int bytes) {}
}
