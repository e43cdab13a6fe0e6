package app.mita.projection.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The documents as they are stored, most of them in memory. What is remembered was read or written under a claim, and
 * while that claim holds nobody else writes, so it is exact. Used by one thread; storing may complete on another.
 */
final class Documents {

    /** What a remembered absence is taken to weigh. */
    private static final int OVERHEAD = 200;

    private final DocumentRows rows;
    private final Cache<DocumentKey, Held> remembered;
    private Map<DocumentKey, Held> storing = Map.of();

    /** @param capacity characters of JSON that may be remembered */
    Documents(DocumentRows rows, long capacity) {
        this.rows = rows;
        this.remembered = Caffeine.newBuilder()
                .maximumWeight(capacity)
                .weigher((DocumentKey key, Held held) -> held.length() + OVERHEAD)
                .executor(Runnable::run)
                .build();
    }

    /**
     * Documents under these keys, absent ones not in the map.
     *
     * @param epochs of the claim on a key's projection and partition
     */
    Mono<Map<DocumentKey, Object>> find(Map<DocumentKey, Long> epochs) {
        var found = HashMap.<DocumentKey, Object>newHashMap(epochs.size());
        List<DocumentKey> missing = new ArrayList<>();
        epochs.forEach((key, epoch) -> {
            var held = held(key, epoch);
            if (held == null) {
                missing.add(key);
            } else if (held.document() != null) {
                found.put(key, held.document());
            }
        });
        if (missing.isEmpty()) {
            return Mono.just(found);
        }
        return rows.read(missing).map(read -> {
            for (var key : missing) {
                var row = read.get(key);
                var document = row == null ? null : key.projection().read(row);
                remembered.put(key, new Held(document, epochs.get(key), row == null ? 0 : row.length()));
                if (document != null) {
                    found.put(key, document);
                }
            }
            return found;
        });
    }

    /** These are being stored: they are as good as stored for the next batch. */
    void storing(Map<DocumentKey, Held> documents) {
        storing = documents;
    }

    /** What was being stored is stored. */
    void stored(Collection<Applied.Erased> erased) {
        // Others were never looked up, nor will they be: their events carry all that is known of them.
        storing.forEach((key, held) -> remembered.asMap().computeIfPresent(key, (same, before) -> held));
        storing = Map.of();
        if (!erased.isEmpty()) {
            remembered
                    .asMap()
                    .keySet()
                    .removeIf(key -> erased.contains(new Applied.Erased(key.projection(), key.user())));
        }
    }

    /** What was being stored may or may not be: nothing is known of it any more. */
    void forget() {
        storing = Map.of();
        remembered.invalidateAll();
    }

    private @Nullable Held held(DocumentKey key, long epoch) {
        var held = storing.get(key);
        if (held == null) {
            held = remembered.getIfPresent(key);
        }
        return held != null && held.epoch() == epoch ? held : null;
    }
}
