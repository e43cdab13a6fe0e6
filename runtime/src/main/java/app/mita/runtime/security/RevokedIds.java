package app.mita.runtime.security;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Sessions and tokens that are refused, in memory; their ids never meet, both being random. */
final class RevokedIds {

    /** @param last the sequence up to which {@code ids} tells all */
    record News(long last, Map<UUID, Instant> ids) {}

    private final ConcurrentMap<UUID, Instant> until = new ConcurrentHashMap<>();
    private volatile long applied;

    boolean contains(UUID id) {
        return until.containsKey(id);
    }

    long applied() {
        return applied;
    }

    void apply(News news) {
        until.putAll(news.ids());
        applied = news.last();
    }

    void add(Collection<UUID> ids, Instant end) {
        ids.forEach(id -> until.put(id, end));
    }

    void purge(Instant past) {
        until.values().removeIf(end -> end.isBefore(past));
    }
}
