package app.mita.query.readmodel;

import app.mita.runtime.json.MitaJson;
import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;

/**
 * Documents by key. Every read checks its row, so an answer is never older than the moment it was asked for; but a
 * document that this node already holds is not sent again, only confirmed, and reads that arrive together share one
 * query.
 */
public final class Documents implements AutoCloseable {

    private final Mono<PostgresqlConnection> connect;
    private final DocumentCache cache;
    private final Map<Model<?>, ConditionalReads<?>> reads = new ConcurrentHashMap<>();
    private final Generations generations;
    private final ReadMetrics metrics;

    /**
     * @param connect    opens a connection, which is then held
     * @param cacheBytes what the documents kept in memory may take, roughly
     */
    public Documents(
            Mono<PostgresqlConnection> connect, long cacheBytes, Generations generations, MeterRegistry registry) {
        this.connect = connect;
        this.generations = generations;
        this.metrics = new ReadMetrics(registry);
        this.cache = new DocumentCache(cacheBytes);
    }

    /** The document as it is now; empty when there is none. Fails when the database cannot be asked. */
    @SuppressWarnings("unchecked") // the map holds under each model the reads of its own documents
    public <D> Mono<Document<D>> find(Model<D> model, UUID user, String key) {
        return ((ConditionalReads<D>) reads.computeIfAbsent(model, this::readsOf)).find(user, key);
    }

    /** A repair has put other documents at positions that this node may remember. */
    void forget(UUID user) {
        cache.forget(user);
    }

    void forgetAll() {
        cache.forgetAll();
    }

    private <D> ConditionalReads<D> readsOf(Model<D> model) {
        var made =
                new ConditionalReads<>(model, connect, cache, MitaJson.mapper().reader(), generations);
        metrics.show(model, made);
        return made;
    }

    @Override
    public void close() {
        reads.values().forEach(ConditionalReads::close);
    }
}
