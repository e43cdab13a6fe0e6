package app.mita.query.readmodel;

import app.mita.query.readmodel.ConditionalQuery.Changed;
import app.mita.query.readmodel.ConditionalQuery.Held;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import tools.jackson.databind.ObjectReader;

/**
 * Reads of one model. A read that finds no query under way starts one at once; those that arrive meanwhile share the
 * next, which begins when the first is back or when enough have gathered to be worth a round trip. So a single reader
 * waits for nobody, and a crowd costs a few round trips: what a query costs is mostly the same for one row and for twenty.
 *
 * <p>A read is only ever answered by a query that began after it: that is what makes the cache exact.
 */
final class ConditionalReads<D> {

    /** Queries under way at most. */
    private static final int LANES = 4;

    /** So many waiting reads are worth a query beside those under way. */
    private static final int CROWD = 16;

    /** Documents asked for in one query at most. */
    private static final int BATCH = 128;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Model<D> model;
    private final ConnectionFactory connections;
    private final DocumentCache cache;
    private final ObjectReader reader;
    private final ConditionalQuery query;
    private final Queue<Read<D>> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waitingCount = new AtomicInteger();
    private final AtomicInteger underWay = new AtomicInteger();

    /** The live generation as last seen; documents of another one are not worth confirming. */
    private volatile int generation;

    ConditionalReads(Model<D> model, ConnectionFactory connections, DocumentCache cache, ObjectReader reader) {
        this.model = model;
        this.connections = connections;
        this.cache = cache;
        this.reader = reader.forType(model.documentType());
        this.query = new ConditionalQuery(model);
    }

    Mono<Document<D>> find(UUID user, String key) {
        return Mono.create(sink -> {
            waiting.add(new Read<>(user, key, sink));
            waitingCount.incrementAndGet();
            startQueries();
        });
    }

    private void startQueries() {
        while (waitingCount.get() > 0 && takeLane()) {
            var batch = nextBatch();
            if (batch.isEmpty()) {
                underWay.decrementAndGet();
            } else {
                start(batch);
            }
        }
    }

    /** Whoever is refused here is taken along by a query under way: it looks again when it is back. */
    private boolean takeLane() {
        int busy = underWay.get();
        while (busy == 0 || busy < LANES && waitingCount.get() >= CROWD) {
            if (underWay.compareAndSet(busy, busy + 1)) {
                return true;
            }
            busy = underWay.get();
        }
        return false;
    }

    private void freeLane() {
        underWay.decrementAndGet();
        startQueries();
    }

    private List<Read<D>> nextBatch() {
        var batch = new ArrayList<Read<D>>();
        Read<D> next;
        while (batch.size() < BATCH && (next = waiting.poll()) != null) {
            batch.add(next);
        }
        waitingCount.addAndGet(-batch.size());
        return batch;
    }

    private void start(List<Read<D>> batch) {
        int seen = generation;
        var held = new ArrayList<Held>(batch.size());
        for (var read : batch) {
            read.held = cache.find(model, read.user, read.key);
            held.add(new Held(read.user, read.key, heldPosition(read.held, seen)));
        }
        Flux.usingWhen(connections.create(), connection -> query.changed(connection, held, seen), Connection::close)
                .collectList()
                .timeout(PATIENCE)
                .subscribe(changed -> answer(batch, changed), failure -> fail(batch, failure));
    }

    private static long heldPosition(@Nullable Document<?> held, int generation) {
        return held == null || held.version().generation() != generation
                ? ConditionalQuery.NOTHING_HELD
                : held.version().position();
    }

    private void answer(List<Read<D>> batch, List<Changed> changed) {
        freeLane();
        var unchanged = new boolean[batch.size()];
        Arrays.fill(unchanged, true);
        for (var row : changed) {
            unchanged[row.index()] = false;
            generation = row.generation();
            answer(batch.get(row.index()), row);
        }
        for (int i = 0; i < unchanged.length; i++) {
            if (unchanged[i]) {
                batch.get(i).sink.success(batch.get(i).held);
            }
        }
    }

    private void answer(Read<D> read, Changed row) {
        if (row.position() == null || row.document() == null) {
            cache.forget(model, read.user, read.key);
            read.sink.success();
            return;
        }
        Document<D> document;
        try {
            document = new Document<>(reader.readValue(row.document()), new Version(row.generation(), row.position()));
        } catch (RuntimeException unreadable) {
            read.sink.error(unreadable);
            return;
        }
        cache.keep(model, read.user, read.key, document, row.document().length);
        read.sink.success(document);
    }

    private void fail(List<Read<D>> batch, Throwable failure) {
        freeLane();
        batch.forEach(read -> read.sink.error(failure));
    }

    private static final class Read<D> {

        private final UUID user;
        private final String key;
        private final MonoSink<Document<D>> sink;

        /** What the cache held when the query began; it is what an unchanged row confirms. */
        private @Nullable Document<D> held;

        Read(UUID user, String key, MonoSink<Document<D>> sink) {
            this.user = user;
            this.key = key;
            this.sink = sink;
        }
    }
}
