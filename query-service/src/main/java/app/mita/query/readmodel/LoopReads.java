package app.mita.query.readmodel;

import io.netty.channel.EventLoop;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.R2dbcTimeoutException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * Reads that requests of one event loop ask for. All of it happens on that loop, and on connections whose
 * answers arrive there, so that a request is read, asked about and answered by one thread, without locks.
 *
 * <p>A read that finds no query under way starts one at once; those that arrive meanwhile share the next, which begins
 * when the first is back or when enough have gathered to be worth a round trip. Once reads come in a crowd, a query waits
 * a moment until a few have gathered. So a single reader waits for nobody, and a crowd costs a few round trips: what a
 * query costs is mostly the same for one row and for twenty.
 *
 * <p>A read is only ever answered by a query that began after it: that is what makes the cache exact. What a read wants is
 * never divided among queries.
 */
final class LoopReads<W, C extends SharedQuery.Changed<C>> {

    /** Queries under way at most; where there are many loops, one each, for the connections of all are held. */
    private static final int LANES = Runtime.getRuntime().availableProcessors() <= 8 ? 2 : 1;

    /** So many waiting reads are worth a query beside the one under way. */
    private static final int CROWD = 12;

    /** Reads that shared a query and were so many are a crowd. */
    private static final int COMPANY = 3;

    /** In a crowd so many are waited for, for a moment. */
    private static final int GATHERED = 12;

    private static final long MOMENT_MICROS = 700;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final EventLoop loop;
    private final int fullWeight;

    /** The lanes that are free, the one used last first, so that no more connections are opened than are needed. */
    private final Deque<Lane<W, C>> lanes = new ArrayDeque<>(LANES);

    private final Queue<Read<W, C>> waiting = new ArrayDeque<>();

    /** What the loop knows from its queues, for the metrics, which are read on another thread. */
    private final AtomicInteger waitingCount = new AtomicInteger();

    private final AtomicInteger underWay = new AtomicInteger();
    private boolean gathering;

    /** How many reads the latest query was for. */
    private int company;

    /**
     * @param connect    opens a connection, which is then held
     * @param fullWeight from which on a query takes no further read along
     */
    LoopReads(EventLoop loop, Mono<PostgresqlConnection> connect, SharedQuery<W, C> query, int fullWeight) {
        this.loop = loop;
        this.fullWeight = fullWeight;
        for (int lane = 0; lane < LANES; lane++) {
            lanes.add(new Lane<>(connect, query));
        }
    }

    void read(Read<W, C> read) {
        onLoop(() -> {
            waiting.add(read);
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
        lanes.forEach(Lane::close);
    }

    private void onLoop(Runnable step) {
        if (loop.inEventLoop()) {
            step.run();
        } else {
            loop.execute(step);
        }
    }

    /** @param gathered whether the moment of waiting for others is over */
    private void startQueries(boolean gathered) {
        while (!waiting.isEmpty() && isWorthAQuery(gathered)) {
            start(nextBatch());
        }
    }

    /** Whoever is refused here is taken along by a query under way or after a moment: each looks again when it is over. */
    private boolean isWorthAQuery(boolean gathered) {
        if (lanes.isEmpty()) {
            return false;
        }
        if (lanes.size() < LANES) {
            return waiting.size() >= CROWD;
        }
        if (!gathered && company >= COMPANY && waiting.size() < GATHERED) {
            gather();
            return false;
        }
        return true;
    }

    private void gather() {
        if (!gathering) {
            gathering = true;
            loop.schedule(
                    () -> {
                        gathering = false;
                        startQueries(true);
                    },
                    MOMENT_MICROS,
                    TimeUnit.MICROSECONDS);
        }
    }

    private List<Read<W, C>> nextBatch() {
        var batch = new ArrayList<Read<W, C>>();
        long weight = 0;
        Read<W, C> next;
        while (weight < fullWeight && (next = waiting.poll()) != null) {
            batch.add(next);
            weight += next.weight();
        }
        waitingCount.addAndGet(-batch.size());
        return batch;
    }

    private void start(List<Read<W, C>> batch) {
        company = batch.size();
        var wanted = new ArrayList<W>(batch.size());
        for (var read : batch) {
            wanted.addAll(read.wanted());
        }
        var lane = lanes.pop();
        underWay.incrementAndGet();
        lane.changed(wanted)
                .timeout(PATIENCE, Mono.error(LoopReads::tooSlow))
                .subscribe(
                        changed -> onLoop(() -> answer(lane, batch, changed)),
                        failure -> onLoop(() -> fail(lane, batch, failure)));
    }

    private void free(Lane<W, C> lane) {
        lanes.push(lane);
        underWay.decrementAndGet();
        startQueries(false);
    }

    private void answer(Lane<W, C> lane, List<Read<W, C>> batch, List<C> changed) {
        free(lane);
        if (changed.isEmpty()) {
            batch.forEach(read -> read.sink().success(List.of()));
            return;
        }
        changed.sort(Comparator.comparingInt(C::place));
        int first = 0;
        int at = 0;
        for (var read : batch) {
            int after = first + read.wanted().size();
            var own = new ArrayList<C>();
            while (at < changed.size() && changed.get(at).place() < after) {
                own.add(changed.get(at++).countedFrom(first));
            }
            read.sink().success(own);
            first = after;
        }
    }

    private void fail(Lane<W, C> lane, List<Read<W, C>> batch, Throwable failure) {
        free(lane);
        batch.forEach(read -> read.sink().error(failure));
    }

    private static R2dbcTimeoutException tooSlow() {
        return new R2dbcTimeoutException("a read model's query took more than " + PATIENCE);
    }

    /**
     * @param weight of all that is wanted, in rows that the database looks at
     * @param sink   is told those that are not as held, each with its place in {@code wanted}
     */
    record Read<W, C>(List<W> wanted, long weight, MonoSink<List<C>> sink) {}
}
