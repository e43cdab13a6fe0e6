package app.mita.projection.engine;

import static app.mita.projection.engine.Awaiting.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves the projections through the partitions that the consumer group gives to this node, all that are near each other
 * together; one that is far behind is left to {@link CatchUp} until it is near. While the database cannot be reached the
 * partitions are paused and polled on, so that the group keeps this member. Runs on a thread of its own.
 */
final class LiveConsumer implements ConsumerRebalanceListener {

    private static final Logger log = LoggerFactory.getLogger(LiveConsumer.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration POLL_WHILE_HELD = Duration.ofMillis(20);

    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration FIRST_HEARTBEAT = Duration.ofSeconds(5);

    private static final Duration CLOSE = Duration.ofSeconds(2);

    private final Consumer<byte[], byte[]> consumer;
    private final TopicReader topic;
    private final Machinery machinery;
    private final List<? extends ReadModel<?>> models;
    private final Pipeline pipeline;
    private final CatchUp catchUp;
    private final Backoff backoff = new Backoff();
    private final Map<Integer, Lane> lanes = new HashMap<>();
    private final TreeSet<Integer> unclaimed = new TreeSet<>();
    /** Partitions that nothing is folded in. */
    private final TreeSet<Integer> resting = new TreeSet<>();

    private final Queue<Integer> caughtUp = new ConcurrentLinkedQueue<>();
    /** On System.nanoTime(); 0 before. */
    private long joined;

    private long lookedAt;

    private volatile List<Member> members = List.of();
    private volatile boolean outdated;
    private volatile boolean stopped;

    LiveConsumer(Machinery machinery, List<? extends ReadModel<?>> models, CatchUp catchUp) {
        this.machinery = machinery;
        this.models = models;
        this.catchUp = catchUp;
        this.consumer = machinery.consumers().member();
        this.topic = new TopicReader(consumer, machinery.topic());
        this.pipeline = machinery.pipeline();
    }

    /** Returns after {@link #stop}; fails when the consumer cannot go on. */
    void run() {
        try {
            consumer.subscribe(List.of(machinery.topic()), this);
            while (!stopped) {
                step();
            }
            settleOrHold();
        } finally {
            close();
            machinery.status().released(lanes.keySet());
        }
    }

    /** Never hides what ended the run. */
    private void close() {
        try {
            consumer.close(CloseOptions.timeout(CLOSE));
        } catch (KafkaException failure) {
            log.warn("left the consumer group without a word", failure);
        }
    }

    /** From any thread. */
    void stop() {
        stopped = true;
        consumer.wakeup();
    }

    /** From any thread: a projection is near the others in this partition now. */
    void caughtUp(int partition) {
        caughtUp.add(partition);
        consumer.wakeup();
    }

    /** From any thread: what there is to fold now. Partitions are claimed anew when that is something else. */
    void compare(List<Member> now) {
        if (!members.isEmpty() && !members.toString().equals(now.toString())) {
            outdated = true;
            consumer.wakeup();
        }
    }

    private void step() {
        try {
            letIn();
            claim();
            var arrivals = topic.poll(unclaimed.isEmpty() ? POLL : POLL_WHILE_HELD, lanes);
            if (arrivals.isEmpty()) {
                pipeline.settle();
                look();
                if (unclaimed.isEmpty()) {
                    backoff.succeeded();
                }
                machinery.status().connected(topic.inTouch() || hasJustJoined());
            } else {
                pipeline.accept(arrivals, lanes, consumer::wakeup);
            }
            machinery.status().moved(lanes.values(), topic::lag);
        } catch (WakeupException woken) {
            settleOrHold();
        } catch (Awaiting.InterruptedEngineException stopping) {
            stopped = true;
        } catch (KafkaException broken) {
            throw broken;
        } catch (RuntimeException failure) {
            holdAll(failure);
        }
    }

    /**
     * Who stores nothing is not told that its claims are void, and when that is because the topic was made anew, it may
     * wait at a place where nothing comes for long.
     */
    private void look() {
        if (System.nanoTime() - lookedAt < LOOK.toNanos()) {
            return;
        }
        lookedAt = System.nanoTime();
        await(machinery.claims().demand(lanes.values()));
    }

    /** The coordinator gave us partitions; its first heartbeat is still to come. */
    private boolean hasJustJoined() {
        return joined != 0 && System.nanoTime() - joined < FIRST_HEARTBEAT.toNanos();
    }

    /** A projection that has caught up joins the others by claiming its partition anew with all of them. */
    private void letIn() {
        if (outdated) {
            outdated = false;
            claimAnew(List.copyOf(lanes.keySet()));
            unclaimed.addAll(resting);
            resting.clear();
        }
        for (var partition = caughtUp.poll(); partition != null; partition = caughtUp.poll()) {
            if (lanes.containsKey(partition)) {
                claimAnew(List.of(partition));
            }
        }
    }

    private void claim() {
        if (unclaimed.isEmpty() || !backoff.due()) {
            return;
        }
        members = Objects.requireNonNull(await(machinery.registry().members(models)));
        var folded = members.stream()
                .filter(member -> !member.held())
                .map(Member::projection)
                .toList();
        for (var partition : List.copyOf(unclaimed)) {
            if (folded.isEmpty()) {
                resting.add(partition);
            } else {
                var claims = Objects.requireNonNull(await(machinery.claims().take(partition, folded)));
                if (claims.size() < folded.size()) {
                    throw new BatchStore.FencedException(new IllegalStateException("not asked for: one of " + folded));
                }
                machinery.watcher().reached(Step.CLAIMED);
                enter(partition, claims);
            }
            unclaimed.remove(partition);
        }
        if (Objects.requireNonNull(await(machinery.registry().promote(folded, topic.partitions()))) > 0) {
            claimAnew(List.copyOf(lanes.keySet()));
        }
    }

    private void claimAnew(Collection<Integer> partitions) {
        pipeline.settle();
        lanes.keySet().removeAll(partitions);
        partitions.forEach(catchUp::leave);
        topic.hold(partitions);
        unclaimed.addAll(partitions);
    }

    private void enter(int partition, List<Claim> claims) {
        long front = claims.stream().mapToLong(Claim::position).max().orElseThrow();
        var together = new ArrayList<Claim>();
        boolean announcing = members.stream().noneMatch(member -> member.held() && member.awaited());
        for (var claim : claims) {
            if (claim.position() + machinery.distance() >= front) {
                together.add(claim);
            } else {
                announcing &= !claim.awaited();
                catchUp.follow(claim, front);
            }
        }
        var lane = new Lane(partition, together, announcing);
        lanes.put(partition, lane);
        topic.enter(lane);
        machinery.status().entered(partition, claims);
        log.debug("partition {}: {} from position {}", partition, together.size(), lane.position());
    }

    private void settleOrHold() {
        try {
            pipeline.settle();
        } catch (RuntimeException failure) {
            holdAll(failure);
        }
    }

    /** Nothing of what is in memory can be relied on: everything is claimed anew, after a while. */
    private void holdAll(RuntimeException failure) {
        if (failure instanceof BatchStore.FencedException) {
            backoff.shortly();
            log.info("a partition was taken over, or something else is to be folded: claiming anew");
        } else {
            backoff.failed();
            log.warn("projections try again in {}", backoff.left(), failure);
            machinery.status().failed(failure);
        }
        pipeline.forget();
        lanes.keySet().forEach(catchUp::leave);
        unclaimed.addAll(lanes.keySet());
        lanes.clear();
        topic.hold(unclaimed);
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
        var numbers = assigned.stream().map(TopicPartition::partition).toList();
        topic.hold(numbers);
        unclaimed.addAll(numbers);
        joined = System.nanoTime();
        try {
            claim();
        } catch (RuntimeException failure) {
            holdAll(failure);
        }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
        for (var partition : revoked) {
            lanes.remove(partition.partition());
            unclaimed.remove(partition.partition());
            resting.remove(partition.partition());
            catchUp.leave(partition.partition());
        }
        settleOrHold();
        machinery
                .status()
                .released(revoked.stream().map(TopicPartition::partition).toList());
    }
}
