package app.mita.query.readmodel;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.UUID;
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

    /** @param bytes the document's size in its row */
    <D> void keep(Model<D> model, UUID user, String key, Document<D> document, int bytes) {
        cache.put(new DocumentKey(model, user, key), new Entry(document, bytes));
    }

    void forget(Model<?> model, UUID user, String key) {
        cache.invalidate(new DocumentKey(model, user, key));
    }

    /** Everything of a user. */
    void forget(UUID user) {
        cache.asMap().keySet().removeIf(key -> key.user().equals(user));
    }

    void forgetAll() {
        cache.invalidateAll();
    }

    private record Entry(Document<?> document, int bytes) {}
}
