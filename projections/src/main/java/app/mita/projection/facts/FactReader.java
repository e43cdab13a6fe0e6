package app.mita.projection.facts;

import app.mita.projection.facts.FactStore.Progress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads events where partitions stand. An offset is a hint, the position that every event carries is what counts: a topic
 * that was made anew has other offsets, so the event stored last is read once more, and when it is not where it was, the
 * partition is read from its beginning. Used by one thread.
 */
final class FactReader {

    private static final Logger log = LoggerFactory.getLogger(FactReader.class);

    private final Consumer<byte[], byte[]> consumer;
    private final FactClients clients;
    private final String topic;
    private final Uuid topicId;
    private final Map<Integer, Progress> probes = new HashMap<>();

    /** @param topicId of the topic that is read */
    FactReader(Consumer<byte[], byte[]> consumer, FactClients clients, String topic, Uuid topicId) {
        this.consumer = consumer;
        this.clients = clients;
        this.topic = topic;
        this.topicId = topicId;
    }

    /** Reads on after what is stored. */
    void enter(int number, Progress stored) {
        if (stored.offset() == 0) {
            probes.remove(number);
            consumer.seekToBeginning(Set.of(partition(number)));
        } else {
            probes.put(number, stored);
            consumer.seek(partition(number), stored.offset() - 1);
        }
    }

    void leave(int number) {
        probes.remove(number);
    }

    /**
     * New records by partition, in order within each.
     *
     * @throws IllegalStateException when the topic is not the one any more that it was at first
     */
    Map<Integer, List<ConsumerRecord<byte[], byte[]>>> poll(Duration time) throws InterruptedException {
        var polled = consumer.poll(time);
        if (polled.isEmpty()) {
            return Map.of();
        }
        // A consumer goes on at its old offset in a topic that was made anew meanwhile. An id never comes back:
        // when it is the same now, so it was when these were read.
        if (!clients.topicId().equals(topicId)) {
            throw new IllegalStateException("topic " + topic + " was made anew");
        }
        var records = new HashMap<Integer, List<ConsumerRecord<byte[], byte[]>>>();
        for (var partition : polled.partitions()) {
            var fresh = afterProbe(partition.partition(), polled.records(partition));
            if (!fresh.isEmpty()) {
                records.put(partition.partition(), fresh);
            }
        }
        return records;
    }

    /** The end as it is now. */
    long end(int number) {
        var partition = partition(number);
        return consumer.endOffsets(Set.of(partition)).get(partition);
    }

    /** The offset of the next record. */
    long next(int number) {
        return consumer.position(partition(number));
    }

    private List<ConsumerRecord<byte[], byte[]>> afterProbe(int number, List<ConsumerRecord<byte[], byte[]>> records) {
        var probe = probes.remove(number);
        if (probe == null) {
            return records;
        }
        var first = records.getFirst();
        if (first.offset() == probe.offset() - 1 && FactEvent.positionOf(first) == probe.position()) {
            return records.subList(1, records.size());
        }
        log.info(
                "partition {} was published anew: read from the beginning, past position {}", number, probe.position());
        consumer.seekToBeginning(Set.of(partition(number)));
        return List.of();
    }

    private TopicPartition partition(int number) {
        return new TopicPartition(topic, number);
    }
}
