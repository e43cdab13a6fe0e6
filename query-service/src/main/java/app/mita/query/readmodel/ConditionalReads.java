package app.mita.query.readmodel;

import app.mita.query.readmodel.ConditionalQuery.Changed;
import app.mita.runtime.database.HeldConnection;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.R2dbcTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Schedulers;

/**
 * Reads of documents. A read that finds no query under way starts one at once; those that arrive meanwhile share the
 * next, which begins when the first is back or when enough have gathered to be worth a round trip. Once reads come in a
 * crowd, a query waits a moment until a few have gathered. So a single reader waits for nobody, and a crowd costs a few
 * round trips: what a query costs is mostly the same for one row and for twenty.
 *
 * <p>A read is only ever answered by a query that began after it: that is what makes the cache exact. What a read wants is
 * never divided among queries.
 */
final class ConditionalReads {

    /** Queries under way at most. */
    private static final int LANES = 4;

    /** So many waiting reads are worth a query beside those under way. */
    private static final int CROWD = 16;

    /** Reads that shared a query and were so many are a crowd. */
    private static final int COMPANY = 3;

    /** In a crowd so many are waited for, for a moment. */
    private static final int GATHERED = 12;

    private static final long MOMENT_MICROS = 700;

    /** From so many documents on a query takes no further read along. */
    private static final int BATCH = 128;

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Mono<List<Changed>> TOO_SLOW =
            Mono.error(() -> new R2dbcTimeoutException("a read model's query took more than " + PATIENCE));

    /** The connections that are free, the one used last first, so that no more are opened than are needed. */
    private final Deque<HeldConnection> lanes = new ConcurrentLinkedDeque<>();

    private final ConditionalQuery query;
    private final Queue<Read> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waitingCount = new AtomicInteger();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicBoolean gathering = new AtomicBoolean();

    /** How many reads the latest query was for. */
    private volatile int company;

    /** @param connect opens a connection, which is then held */
    ConditionalReads(Mono<PostgresqlConnection> connect, ConditionalQuery query) {
        for (int lane = 0; lane < LANES; lane++) {
            lanes.add(new HeldConnection(connect));
        }
        this.query = query;
    }

    /** Those of the wanted documents that are not as held; the places in it are those in {@code wanted}. Never empty. */
    Mono<List<Changed>> changed(List<Held> wanted) {
        return Mono.create(sink -> {
            waiting.add(new Read(wanted, sink));
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

    private List<Read> nextBatch() {
        var batch = new ArrayList<Read>();
        int documents = 0;
        Read next;
        while (documents < BATCH && (next = waiting.poll()) != null) {
            batch.add(next);
            documents += next.wanted.size();
        }
        waitingCount.addAndGet(-batch.size());
        return batch;
    }

    private void start(List<Read> batch) {
        company = batch.size();
        var wanted = new ArrayList<Held>(batch.size());
        for (var read : batch) {
            wanted.addAll(read.wanted);
        }
        var lane = lanes.pop();
        ask(lane, wanted).subscribe(changed -> answer(lane, batch, changed), failure -> fail(lane, batch, failure));
    }

    /** What breaks on a connection held since an earlier query is asked again, once: the database may have restarted. */
    private Mono<List<Changed>> ask(HeldConnection lane, List<Held> wanted) {
        var asked = lane.use(
                connection -> query.changed(connection, wanted).collectList().timeout(PATIENCE, TOO_SLOW));
        return lane.isOpen() ? asked.onErrorResume(broken -> asked) : asked;
    }

    private void answer(HeldConnection lane, List<Read> batch, List<Changed> changed) {
        free(lane);
        if (changed.isEmpty()) {
            batch.forEach(read -> read.sink.success(List.of()));
            return;
        }
        changed.sort(Comparator.comparingInt(Changed::index));
        int first = 0;
        int at = 0;
        for (var read : batch) {
            int after = first + read.wanted.size();
            var own = new ArrayList<Changed>();
            while (at < changed.size() && changed.get(at).index() < after) {
                var row = changed.get(at++);
                own.add(new Changed(row.index() - first, row.version(), row.document()));
            }
            read.sink.success(own);
            first = after;
        }
    }

    private void fail(HeldConnection lane, List<Read> batch, Throwable failure) {
        free(lane);
        batch.forEach(read -> read.sink.error(failure));
    }

    private record Read(List<Held> wanted, MonoSink<List<Changed>> sink) {}
}
