package app.mita.projection.engine;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Folds some partitions of a generation that is being built, from where its progress stands to the topic's end and on
 * from there. While they are far from it, one after the other: a batch is then of few users, and a document that many
 * events change is stored once for all of them. While one batch is folded, a second thread reads and decodes the next.
 * Lives until it is stopped, or until others have claimed all of its partitions.
 */
final class BuildWorker implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(BuildWorker.class);
    private static final Duration POLL = Duration.ofMillis(20);
    /** For the rest of a batch; the consumer fetches in the background. */
    private static final Duration GATHER = Duration.ofMillis(5);

    private static final Duration MEASURE = Duration.ofMillis(100);
    private static final Duration MEASURE_WHILE_FAR = Duration.ofSeconds(3);

    /** Batches on their way: one is read while another is folded. */
    private static final int AHEAD = 2;

    private static final Duration LOOK = Duration.ofMillis(300);

    private final Machinery machinery;
    private final Projection projection;
    private final Set<Integer> partitions;
    private final int batch;
    private final SpareTime.Sleep rest;
    private final Pipeline pipeline;
    private final BuildClaims claims;
    private final Backoff backoff = new Backoff();
    private final SpareTime spare;
    private final Map<Integer, Lane> lanes = new HashMap<>();
    /** That have nearly reached the end once; until all have, one of the others is read alone. */
    private final Set<Integer> near = new TreeSet<>();

    private volatile @Nullable Integer alone;
    private long measuredAt;
    private long lookedAt;
    private long applied;
    /** Since the last failure. */
    private long steps;

    private volatile long stored;
    private volatile OptionalLong remaining = OptionalLong.empty();
    private volatile @Nullable String failure;
    private volatile boolean stopped;

    /**
     * @param machinery beside what is live
     * @param spare     of its own
     */
    BuildWorker(Machinery machinery, Projection projection, Collection<Integer> partitions, SpareTime spare) {
        this.machinery = machinery;
        this.projection = projection;
        this.partitions = new TreeSet<>(partitions);
        this.batch = machinery.settings().replay().batch();
        // Near the end it follows what is live, which is little work and is waited for.
        this.rest = SpareTime.Sleep.asLongAs(() -> !stopped && alone != null && spare.isWanted());
        this.pipeline = machinery.pipeline();
        this.claims = new BuildClaims(machinery, projection);
        this.spare = spare;
    }

    @Override
    public void run() {
        try {
            while (!stopped && !partitions.isEmpty()) {
                attempt();
            }
        } catch (InterruptedException | Awaiting.InterruptedEngineException stopping) {
            log.debug("stopped while waiting");
        } finally {
            stopped = true;
        }
    }

    /** From any thread; what is under way is still stored. */
    void stop() {
        stopped = true;
    }

    boolean ended() {
        return stopped;
    }

    /** Events read and handed on to be stored, since the start. */
    long applied() {
        return stored;
    }

    /** Records on Kafka that it has not read; empty while that is not known. */
    OptionalLong remaining() {
        return remaining;
    }

    /** Whether others need the machine more. */
    boolean isResting() {
        return alone != null && spare.isScarce();
    }

    /** Why it does not get on; null while it does. */
    @Nullable
    String failure() {
        return failure;
    }

    private void attempt() throws InterruptedException {
        try (var consumer = machinery.consumers().alone(batch)) {
            var topic = new TopicReader(consumer, machinery.topic());
            if (stopped) {
                return;
            }
            enter();
            consumer.assign(partitions.stream()
                    .map(partition -> new TopicPartition(machinery.topic(), partition))
                    .toList());
            lanes.values().forEach(topic::enter);
            choose(topic);
            build(topic);
            pipeline.settle();
        } catch (BatchStore.FencedException takenOver) {
            pipeline.forget();
            giveUp();
        } catch (Awaiting.InterruptedEngineException stopping) {
            throw stopping;
        } catch (RuntimeException broken) {
            pipeline.forget();
            backoff.failed();
            failure = broken.toString();
            log.warn("{} is not built on, tries again in {}", projection, backoff.left(), broken);
            TimeUnit.NANOSECONDS.sleep(backoff.left().toNanos());
        }
    }

    private void enter() {
        steps = 0;
        lanes.clear();
        near.clear();
        alone = null;
        remaining = OptionalLong.empty();
        for (var claim : claims.take(partitions)) {
            lanes.put(claim.partition(), new Lane(claim.partition(), List.of(claim), false));
        }
        partitions.retainAll(lanes.keySet());
    }

    /** The reader is the second thread's until this returns. */
    private void build(TopicReader topic) throws InterruptedException {
        try (var ahead = Executors.newSingleThreadExecutor(BuildThreads.of(projection, "reader"))) {
            var next = new ArrayDeque<Future<List<Decoded>>>();
            while (!stopped && !lanes.isEmpty()) {
                while (next.size() < AHEAD) {
                    next.add(ahead.submit(() -> read(topic)));
                }
                long began = System.nanoTime();
                step(next.remove().get());
                if (alone != null) {
                    spare.restAfter(Duration.ofNanos(System.nanoTime() - began), rest);
                }
            }
            next.forEach(unwanted -> unwanted.cancel(false));
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException broken ? broken : new IllegalStateException(failed);
        }
    }

    private List<Decoded> read(TopicReader topic) {
        var arrivals = gather(topic);
        var events = arrivals.isEmpty() ? List.<Decoded>of() : pipeline.decode(arrivals, lanes);
        if (isTimeToChoose(topic)) {
            choose(topic);
        } else {
            remaining = OptionalLong.of(Math.max(0, remaining.orElse(0) - arrivals.size()));
        }
        return events;
    }

    private void step(List<Decoded> events) {
        if (events.isEmpty()) {
            pipeline.settle();
        } else {
            pipeline.apply(events, lanes, () -> {});
            applied += events.size();
        }
        stored = applied;
        if (steps++ > 0) {
            // What was handed on by the step before is stored.
            failure = null;
            backoff.succeeded();
        }
        if (System.nanoTime() - lookedAt > LOOK.toNanos()) {
            lookedAt = System.nanoTime();
            look();
        }
    }

    /** What is read next. */
    private void choose(TopicReader topic) {
        var left = topic.left(lanes.keySet());
        measuredAt = System.nanoTime();
        remaining = OptionalLong.of(
                left.values().stream().mapToLong(Long::longValue).sum());
        if (near.size() == lanes.size()) {
            return;
        }
        left.forEach((partition, records) -> {
            if (records <= machinery.distance()) {
                near.add(partition);
            }
        });
        alone = lanes.keySet().stream()
                .filter(partition -> !near.contains(partition))
                .min(Comparator.naturalOrder())
                .orElse(null);
        topic.only(alone == null ? lanes.keySet() : Set.of(alone));
        if (alone != null) {
            spare.left(remaining.getAsLong());
        }
    }

    /** The broker answers the question where the ends are only after it has sent the records asked for before. */
    private boolean isTimeToChoose(TopicReader topic) {
        var every = alone == null ? MEASURE : MEASURE_WHILE_FAR;
        return System.nanoTime() - measuredAt > every.toNanos()
                || alone != null && topic.lag(alone).orElse(Long.MAX_VALUE) <= machinery.distance();
    }

    private List<Arrival> gather(TopicReader topic) {
        var arrivals = topic.poll(POLL, lanes);
        if (arrivals.isEmpty() || topic.caughtUp() || isResting()) {
            return arrivals;
        }
        var gathered = new ArrayList<>(arrivals);
        while (gathered.size() < batch) {
            var more = topic.poll(GATHER, lanes);
            if (more.isEmpty()) {
                break;
            }
            gathered.addAll(more);
        }
        return gathered;
    }

    /** Someone else has claimed a partition: for good when this generation is live, or has been cancelled. */
    private void giveUp() {
        partitions.removeAll(claims.gone(Objects.requireNonNull(lanes).values()));
    }

    /** Who stores nothing is not told that others have its partitions, or that the topic was made anew. */
    private void look() {
        claims.demand(lanes.values());
    }
}
