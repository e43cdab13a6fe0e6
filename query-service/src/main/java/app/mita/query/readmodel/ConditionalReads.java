package app.mita.query.readmodel;

import app.mita.query.readmodel.ConditionalQuery.Changed;
import app.mita.query.readmodel.ConditionalQuery.Held;
import app.mita.runtime.database.HeldConnection;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.R2dbcTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.ObjectReader;

/**
 * Reads of one model. A read that finds no query under way starts one at once; those that arrive meanwhile share the
 * next, which begins when the first is back or when enough have gathered to be worth a round trip. Once reads come in a
 * crowd, a query waits a moment until a few have gathered. So a single reader waits for nobody, and a crowd costs a few
 * round trips: what a query costs is mostly the same for one row and for twenty.
 *
 * <p>A read is only ever answered by a query that began after it: that is what makes the cache exact.
 */
final class ConditionalReads<D> {

    /** Queries under way at most. */
    private static final int LANES = 4;

    /** So many waiting reads are worth a query beside those under way. */
    private static final int CROWD = 16;

    /** Reads that shared a query and were so many are a crowd. */
    private static final int COMPANY = 3;

    /** In a crowd so many are waited for, for a moment. */
    private static final int GATHERED = 12;

    private static final long MOMENT_MICROS = 700;

    /** Documents asked for in one query at most. */
    private static final int BATCH = 128;

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Mono<List<Changed>> TOO_SLOW =
            Mono.error(() -> new R2dbcTimeoutException("a read model's query took more than " + PATIENCE));

    private final Model<D> model;

    /** The connections that are free, the one used last first, so that no more are opened than are needed. */
    private final Deque<HeldConnection> lanes = new ConcurrentLinkedDeque<>();

    private final DocumentCache cache;
    private final ObjectReader reader;
    private final ConditionalQuery query;
    private final Queue<Read<D>> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waitingCount = new AtomicInteger();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicBoolean gathering = new AtomicBoolean();

    /** How many reads the latest query was for. */
    private volatile int company;

    /** The live generation as last seen; documents of another one are not worth confirming. */
    private volatile int generation;

    /** @param connect opens a connection, which is then held */
    ConditionalReads(
            Model<D> model,
            Mono<PostgresqlConnection> connect,
            DocumentCache cache,
            ObjectReader reader,
            Generations generations) {
        this.model = model;
        for (int lane = 0; lane < LANES; lane++) {
            lanes.add(new HeldConnection(connect));
        }
        this.cache = cache;
        this.reader = reader.forType(model.documentType());
        this.query = new ConditionalQuery(model, generations);
    }

    Mono<Document<D>> find(UUID user, String key) {
        return Mono.create(sink -> {
            waiting.add(new Read<>(user, key, sink));
            waitingCount.incrementAndGet();
            startQueries(false);
        });
    }

    int connections() {
        return LANES;
    }

    /** Those that no query uses right now, opened or not. */
    int free() {
        return Math.max(0, LANES - underWay.get());
    }

    /** Reads that no query has taken along yet. */
    int waiting() {
        return waitingCount.get();
    }

    /** Gives its connections back; for when no read is under way. */
    void close() {
        lanes.forEach(HeldConnection::discard);
    }

    /** @param gathered whether the moment of waiting for others is over */
    private void startQueries(boolean gathered) {
        while (waitingCount.get() > 0 && takeLane(gathered)) {
            var batch = nextBatch();
            if (batch.isEmpty()) {
                underWay.decrementAndGet();
            } else {
                start(batch);
            }
        }
    }

    /** Whoever is refused here is taken along by a query under way or after a moment: each looks again when it is over. */
    private boolean takeLane(boolean gathered) {
        int busy = underWay.get();
        while (busy == 0 || busy < LANES && waitingCount.get() >= CROWD) {
            if (busy == 0 && !gathered && company >= COMPANY && waitingCount.get() < GATHERED) {
                gather();
                return false;
            }
            if (underWay.compareAndSet(busy, busy + 1)) {
                return true;
            }
            busy = underWay.get();
        }
        return false;
    }

    private void gather() {
        if (gathering.compareAndSet(false, true)) {
            Schedulers.parallel()
                    .schedule(
                            () -> {
                                gathering.set(false);
                                startQueries(true);
                            },
                            MOMENT_MICROS,
                            TimeUnit.MICROSECONDS);
        }
    }

    private void free(HeldConnection lane) {
        lanes.push(lane);
        underWay.decrementAndGet();
        startQueries(false);
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
        company = batch.size();
        int seen = generation;
        var held = new ArrayList<Held>(batch.size());
        for (var read : batch) {
            read.held = cache.find(model, read.user, read.key);
            held.add(new Held(read.user, read.key, heldPosition(read.held, seen)));
        }
        var lane = lanes.pop();
        long repairs = cache.repairs();
        ask(lane, held, seen)
                .subscribe(changed -> answer(lane, batch, changed, repairs), failure -> fail(lane, batch, failure));
    }

    /** What breaks on a connection held since an earlier query is asked again, once: the database may have restarted. */
    private Mono<List<Changed>> ask(HeldConnection lane, List<Held> held, int seen) {
        var asked = lane.use(connection ->
                query.changed(connection, held, seen).collectList().timeout(PATIENCE, TOO_SLOW));
        return lane.isOpen() ? asked.onErrorResume(broken -> asked) : asked;
    }

    private static long heldPosition(@Nullable Document<?> held, int generation) {
        return held == null || held.version().generation() != generation
                ? ConditionalQuery.NOTHING_HELD
                : held.version().position();
    }

    private void answer(HeldConnection lane, List<Read<D>> batch, List<Changed> changed, long repairs) {
        free(lane);
        var unchanged = new boolean[batch.size()];
        Arrays.fill(unchanged, true);
        for (var row : changed) {
            unchanged[row.index()] = false;
            generation = row.generation();
            answer(batch.get(row.index()), row, repairs);
        }
        for (int i = 0; i < unchanged.length; i++) {
            if (unchanged[i]) {
                batch.get(i).sink.success(batch.get(i).held);
            }
        }
    }

    private void answer(Read<D> read, Changed row, long repairs) {
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
        cache.keep(model, read.user, read.key, document, row.document().length, repairs);
        read.sink.success(document);
    }

    private void fail(HeldConnection lane, List<Read<D>> batch, Throwable failure) {
        free(lane);
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
