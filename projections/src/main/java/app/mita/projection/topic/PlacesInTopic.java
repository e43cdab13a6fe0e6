package app.mita.projection.topic;

import app.mita.api.event.CloudEventHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads partitions on where they stand. A stored offset is a hint; what counts is the position that every event carries.
 * The event applied last is read once more: is the topic still the one that the offset belongs to? When the topic has lost
 * its data and has been published anew, with other offsets, a partition is read from its beginning, and who reads has to
 * pass over what has been applied. Used by one thread.
 */
public final class PlacesInTopic {

    private static final Logger log = LoggerFactory.getLogger(PlacesInTopic.class);
    private static final Duration ANSWER = Duration.ofSeconds(1);

    private final Consumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Probe> probes = new HashMap<>();

    /** What the next record must be. */
    private record Probe(long offset, long position) {
        boolean is(ConsumerRecord<byte[], byte[]> record) {
            return record.offset() == offset && positionOf(record) == position;
        }
    }

    public PlacesInTopic(Consumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    /** In the log; 0 for a record that is no event of ours. */
    public static long positionOf(ConsumerRecord<byte[], byte[]> record) {
        var header = record.headers().lastHeader(CloudEventHeaders.POSITION);
        try {
            return header == null || header.value() == null
                    ? 0
                    : Long.parseLong(new String(header.value(), StandardCharsets.UTF_8));
        } catch (NumberFormatException foreign) {
            return 0;
        }
    }

    /**
     * Reads a partition on; it must be assigned.
     *
     * @param offset   where the next event is looked for; 0 for the beginning
     * @param position of the event before it
     */
    public void enter(TopicPartition partition, long offset, long position) {
        if (offset == 0) {
            probes.remove(partition);
            consumer.seekToBeginning(Set.of(partition));
        } else {
            probes.put(partition, new Probe(offset - 1, position));
            consumer.seek(partition, offset - 1);
        }
    }

    public void leave(TopicPartition partition) {
        probes.remove(partition);
    }

    /** Records by partition, in order within each; some may have been applied. */
    public Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> poll(Duration time) {
        try {
            var polled = consumer.poll(time);
            var read = new HashMap<TopicPartition, List<ConsumerRecord<byte[], byte[]>>>();
            for (var partition : polled.partitions()) {
                var records = afterProbe(partition, polled.records(partition));
                if (!records.isEmpty()) {
                    read.put(partition, records);
                }
            }
            leaveWhereNothingComes(polled);
            return read;
        } catch (OffsetOutOfRangeException lost) {
            lost.offsetOutOfRangePartitions().keySet().forEach(this::startOver);
            return Map.of();
        }
    }

    private List<ConsumerRecord<byte[], byte[]>> afterProbe(
            TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records) {
        var probe = probes.get(partition);
        if (probe == null) {
            return records;
        }
        if (!probe.is(records.getFirst())) {
            startOver(partition);
            return List.of();
        }
        probes.remove(partition);
        return records.subList(1, records.size());
    }

    /** Where an event was applied there is one; in another topic there may be none for long. */
    private void leaveWhereNothingComes(ConsumerRecords<byte[], byte[]> polled) {
        if (probes.isEmpty()) {
            return;
        }
        probes.keySet().retainAll(consumer.assignment());
        var paused = consumer.paused();
        List.copyOf(probes.keySet()).stream()
                .filter(partition ->
                        !paused.contains(partition) && polled.records(partition).isEmpty())
                .filter(this::isAtTheEnd)
                .forEach(this::startOver);
    }

    private boolean isAtTheEnd(TopicPartition partition) {
        try {
            return consumer.endOffsets(Set.of(partition), ANSWER).get(partition)
                    <= consumer.position(partition, ANSWER);
        } catch (TimeoutException nobodySays) {
            return false;
        }
    }

    private void startOver(TopicPartition partition) {
        var probe = probes.remove(partition);
        log.warn(
                "{} is another topic's, or has lost its data ({}): read from the beginning",
                partition,
                probe == null ? "it is shorter" : probe + " is not there");
        consumer.seekToBeginning(Set.of(partition));
    }
}
