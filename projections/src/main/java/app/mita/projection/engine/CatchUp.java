package app.mita.projection.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings projections that are far behind through a partition, one projection and one partition at a time, by a consumer
 * of their own, until they are near the others; those go on meanwhile. Runs on a thread of its own.
 */
final class CatchUp {

    private static final Logger log = LoggerFactory.getLogger(CatchUp.class);
    private static final Duration POLL = Duration.ofMillis(100);

    private final Machinery machinery;
    private final Pipeline pipeline;
    private final Map<Place, Run> wanted = new ConcurrentHashMap<>();
    private final LinkedBlockingQueue<Place> queue = new LinkedBlockingQueue<>();
    private final Backoff backoff = new Backoff();
    private volatile boolean stopped;

    private record Place(int partition, String projection) {}

    /** @param goal position at which the others stood when it began */
    private record Run(Claim claim, long goal) {}

    CatchUp(Machinery machinery) {
        this.machinery = machinery;
        this.pipeline = machinery.pipeline();
    }

    /** From any thread: the claim's holder is to reach the goal. Takes the place of an earlier call. */
    void follow(Claim claim, long goal) {
        var place = new Place(claim.partition(), claim.projection().name());
        log.info(
                "{} catches up in partition {} from {} to {}",
                claim.projection(),
                place.partition,
                claim.position(),
                goal);
        wanted.put(place, new Run(claim, goal));
        queue.add(place);
    }

    /** From any thread: the partition is someone else's now. */
    void leave(int partition) {
        wanted.keySet().removeIf(place -> place.partition == partition);
    }

    void stop() {
        stopped = true;
    }

    /** @param reached told the partition in which a projection is near the others now; may call {@link #follow} */
    void run(IntConsumer reached) throws InterruptedException {
        while (!stopped) {
            var place = queue.poll(POLL.toMillis(), TimeUnit.MILLISECONDS);
            var run = place == null ? null : wanted.get(place);
            if (run != null) {
                attempt(place, run, reached);
            }
        }
    }

    private void attempt(Place place, Run run, IntConsumer reached) throws InterruptedException {
        try {
            if (reach(place, run)) {
                backoff.succeeded();
                wanted.remove(place, run);
                reached.accept(place.partition);
            }
        } catch (Awaiting.InterruptedEngineException stopping) {
            stopped = true;
        } catch (BatchStore.FencedException takenOver) {
            pipeline.forget();
            leaveTo(reached, place, run);
        } catch (RuntimeException failure) {
            log.warn("{} could not catch up in partition {}, tries again", place.projection, place.partition, failure);
            machinery.status().failed(failure);
            pipeline.forget();
            backoff.failed();
            TimeUnit.NANOSECONDS.sleep(backoff.left().toNanos());
            leaveTo(reached, place, run);
        }
    }

    /** @return false when it is not wanted any more */
    private boolean reach(Place place, Run run) {
        var lane = new Lane(place.partition, List.of(run.claim), false);
        try (var consumer = machinery.consumers().alone(machinery.settings().batch())) {
            var topic = new TopicReader(consumer, machinery.topic());
            consumer.assign(List.of(new TopicPartition(machinery.topic(), place.partition)));
            topic.enter(lane);
            while (run.claim.position() < run.goal) {
                if (stopped || wanted.get(place) != run) {
                    pipeline.settle();
                    return false;
                }
                var arrivals = topic.poll(POLL, Map.of(place.partition, lane));
                if (!arrivals.isEmpty()) {
                    pipeline.accept(arrivals, Map.of(place.partition, lane), () -> {});
                }
                machinery.status().moved(List.of(lane), topic::lag);
            }
            pipeline.settle();
            return true;
        }
    }

    /** Whoever holds the partition claims it anew, and sees what is to be folded there now; unless it has done so. */
    private void leaveTo(IntConsumer holder, Place place, Run run) {
        if (wanted.remove(place, run)) {
            holder.accept(place.partition);
        }
    }
}
