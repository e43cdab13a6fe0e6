package app.mita.projection.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.IntStream;
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

    private final Projection projection;
    private final List<BuildWorker> workers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final long distance;
    private long toldAt = System.nanoTime();
    private long told;

    Build(Machinery machinery, Projection projection) {
        this.projection = projection;
        this.distance = machinery.distance();
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
                            .toList()));
        }
        for (var worker : workers) {
            threads.add(Thread.ofPlatform()
                    .name("build-" + projection.name() + "-" + threads.size())
                    .daemon()
                    .start(worker));
        }
        log.info("{} is being built", projection);
    }

    Projection projection() {
        return projection;
    }

    /** Whether every partition is about at the topic's end. */
    boolean near() {
        return remaining().orElse(Long.MAX_VALUE) <= distance;
    }

    OptionalLong remaining() {
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
     * @param events    applied since the last call
     * @param perSecond since then
     */
    record Advance(long events, double perSecond) {}

    /** For one caller. */
    Advance advance() {
        long now = System.nanoTime();
        long applied = workers.stream().mapToLong(BuildWorker::applied).sum();
        var advance = new Advance(applied - told, (applied - told) * 1e9 / Math.max(1, now - toldAt));
        told = applied;
        toldAt = now;
        return advance;
    }

    @Nullable
    String failure() {
        return workers.stream()
                .map(BuildWorker::failure)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    void isLive() {
        workers.forEach(BuildWorker::isLive);
    }

    boolean ended() {
        return workers.stream().allMatch(BuildWorker::ended);
    }

    /** Returns when nothing is under way any more. */
    void stop() throws InterruptedException {
        workers.forEach(BuildWorker::stop);
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
