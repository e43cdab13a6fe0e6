package app.mita.projection.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A generation that this node builds beside the live one. Its progress is in its own rows, so whoever takes it over,
 * after a crash too, goes on from there. When it has caught up it follows the log until it is switched to, and then
 * until the live consumers have claimed its partitions.
 */
final class Build {

    private static final Logger log = LoggerFactory.getLogger(Build.class);
    private static final Duration STOP = Duration.ofSeconds(10);
    private static final long TRY_AGAIN_MILLIS = 1000;

    private final Projection projection;
    private final List<BuildWorker> workers = new ArrayList<>();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final Seeding seeding;
    private final Thread starter;
    private volatile boolean stopped;
    private volatile boolean seeded;
    private volatile boolean urgent;
    private volatile @Nullable String seedingFailure;
    private final long distance;
    private long toldAt = System.nanoTime();
    private long told;
    private long toldOfSeeding;

    Build(Machinery machinery, Projection projection, Generations.Wanted wanted, BooleanSupplier appIsUsed) {
        this.projection = projection;
        wanted(wanted);
        BooleanSupplier rests = () -> machinery.settings().rests() && !urgent;
        this.distance = machinery.distance();
        this.seeding = new Seeding(machinery, projection, SpareTime.ofThisMachine(rests, appIsUsed));
        int partitions = partitions(machinery);
        int number = Math.min(machinery.settings().replay().workers(), partitions);
        for (int worker = 0; worker < number; worker++) {
            int first = worker;
            workers.add(new BuildWorker(
                    machinery,
                    projection,
                    IntStream.range(0, partitions)
                            .filter(partition -> partition % number == first)
                            .boxed()
                            .toList(),
                    SpareTime.ofThisMachine(rests, appIsUsed)));
        }
        starter = Thread.ofVirtual().name("build-" + projection.name()).start(this::start);
        log.info("{} is being built", projection);
    }

    private void start() {
        try {
            while (!stopped && !seeded) {
                seed();
            }
        } catch (InterruptedException | Awaiting.InterruptedEngineException stopping) {
            stopped = true;
        }
        if (stopped) {
            workers.forEach(BuildWorker::stop);
        }
        for (var worker : workers) {
            var thread = BuildThreads.of(projection, "worker").newThread(worker);
            threads.add(thread);
            thread.start();
        }
    }

    private void seed() throws InterruptedException {
        try {
            seeded = seeding.run(() -> stopped);
            seedingFailure = null;
        } catch (Awaiting.InterruptedEngineException stopping) {
            throw stopping;
        } catch (RuntimeException failure) {
            seedingFailure = failure.toString();
            log.warn("{} is not seeded, tries again", projection, failure);
            TimeUnit.MILLISECONDS.sleep(TRY_AGAIN_MILLIS);
        }
    }

    Projection projection() {
        return projection;
    }

    /** What others want of it may change; one that is urgent does not rest. */
    void wanted(Generations.Wanted wanted) {
        urgent = wanted.urgent();
    }

    /** Whether every partition is about at the topic's end. */
    boolean near() {
        return seeded && remaining().orElse(Long.MAX_VALUE) <= distance;
    }

    OptionalLong remaining() {
        if (!seeded) {
            return seeding.remaining();
        }
        long sum = 0;
        for (var worker : workers) {
            var left = worker.remaining();
            if (left.isEmpty()) {
                return left;
            }
            sum += left.getAsLong();
        }
        return OptionalLong.of(sum);
    }

    /**
     * @param events    applied since the last call, but for those of seeding, which counts them itself
     * @param perSecond since then, all
     */
    record Advance(long events, double perSecond) {}

    /** For one caller. */
    Advance advance() {
        long now = System.nanoTime();
        long applied = workers.stream().mapToLong(BuildWorker::applied).sum();
        long folded = seeding.applied();
        var advance = new Advance(
                applied - told, (applied - told + folded - toldOfSeeding) * 1e9 / Math.max(1, now - toldAt));
        told = applied;
        toldOfSeeding = folded;
        toldAt = now;
        return advance;
    }

    /** Whether it leaves the machine to others. */
    boolean isResting() {
        return seeded ? workers.stream().anyMatch(BuildWorker::isResting) : seeding.isResting();
    }

    @Nullable
    String failure() {
        return Stream.concat(Stream.ofNullable(seedingFailure), workers.stream().map(BuildWorker::failure))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    boolean ended() {
        return workers.stream().allMatch(BuildWorker::ended);
    }

    /** Returns when nothing is under way any more. */
    void stop() throws InterruptedException {
        stopped = true;
        workers.forEach(BuildWorker::stop);
        if (!starter.join(STOP)) {
            starter.interrupt();
        }
        for (var thread : threads) {
            if (!thread.join(STOP)) {
                thread.interrupt();
            }
        }
    }

    private static int partitions(Machinery machinery) {
        try (var consumer = machinery.consumers().alone(1)) {
            return new TopicReader(consumer, machinery.topic()).partitions();
        }
    }
}
