package app.mita.command.relay;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Finds the last event that is committed in a topic. Each partition is read backwards from its end in growing steps,
 * over transaction markers, aborted records and records of others, to its last event; the highest position among them
 * is the tail, as transactions commit whole and in the order of positions.
 *
 * <p>The answer is final only when no transaction is open, that is after {@code initTransactions}.
 */
final class TopicTail {

    private static final long FIRST_STEP = 32;
    private static final long STEP_GROWTH = 8;
    private static final Duration POLL = Duration.ofMillis(100);

    private final Consumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;

    TopicTail(Consumer<byte[], byte[]> consumer, String topic, int partitions) {
        this.consumer = consumer;
        this.partitions = IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
    }

    /** @return {@link Published#NOTHING} for a topic without events */
    Published find() throws TimeoutException {
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
        Published tail = Published.NOTHING;
        for (long step = FIRST_STEP; ; step *= STEP_GROWTH) {
            ends.entrySet().removeIf(end -> end.getValue() <= begins.get(end.getKey()));
            if (ends.isEmpty()) {
                return tail;
            }
            Map<TopicPartition, Long> starts = new HashMap<>();
            for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
                starts.put(end.getKey(), Math.max(begins.get(end.getKey()), end.getValue() - step));
            }
            Map<TopicPartition, Published> found = lastEvents(starts, ends);
            for (Published last : found.values()) {
                tail = Published.later(tail, last);
            }
            ends.keySet().removeAll(found.keySet());
            ends.replaceAll((partition, end) -> starts.get(partition));
        }
    }

    /** The last event of each partition from its start until its end at least; none for a partition that has none there. */
    private Map<TopicPartition, Published> lastEvents(Map<TopicPartition, Long> starts, Map<TopicPartition, Long> ends)
            throws TimeoutException {
        consumer.assign(starts.keySet());
        starts.forEach(consumer::seek);
        Map<TopicPartition, Published> found = new HashMap<>();
        long deadline =
                System.nanoTime() + Duration.ofMillis(KafkaClients.CALL_MS).toNanos();
        while (!reached(starts.keySet(), ends)) {
            for (ConsumerRecord<byte[], byte[]> read : consumer.poll(POLL)) {
                @Nullable Published event = EventRecords.read(read);
                if (event != null) {
                    found.put(new TopicPartition(read.topic(), read.partition()), event);
                }
            }
            if (System.nanoTime() - deadline > 0) {
                throw new TimeoutException("Kafka did not give the topic's end in " + KafkaClients.CALL_MS + " ms");
            }
        }
        return found;
    }

    private boolean reached(Set<TopicPartition> all, Map<TopicPartition, Long> ends) {
        return all.stream().allMatch(partition -> consumer.position(partition) >= ends.get(partition));
    }
}
