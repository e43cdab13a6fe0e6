package app.mita.examples;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;

/**
 * All partitions of the topic, read on after places that are known from before. MITA may have made the topic anew since
 * (Kafka had lost data, or an operator wanted it): then the same events are there at other offsets. So a place is
 * looked up, and where another record is at its offset, the event is searched by its position.
 *
 * <p>Any method may throw OffsetOutOfRangeException when the topic is made anew just now: then go to the places again.
 */
final class EventTopic {

    private static final Duration POLL = Duration.ofMillis(500);
    /** Longer than MITA pauses while it publishes its log again. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Consumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;

    private EventTopic(Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
        this.consumer = consumer;
        this.partitions = partitions;
    }

    /** @throws NoSuchElementException when there is no such topic */
    static EventTopic of(Consumer<byte[], byte[]> consumer, String name) {
        var partitions = consumer.partitionsFor(name).stream()
                .map(partition -> new TopicPartition(name, partition.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new NoSuchElementException("there is no topic " + name);
        }
        return new EventTopic(consumer, partitions);
    }

    /**
     * The next record is the first one after the place in its partition; from the beginning where there is no place.
     *
     * @throws AnotherLog when the topic does not have these events
     */
    void goAfter(Map<Integer, Place> places) {
        var now = places.entrySet().stream().allMatch(place -> isThere(place.getKey(), place.getValue()))
                ? places
                : search(places);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        partitions.stream()
                .filter(partition -> now.containsKey(partition.partition()))
                .forEach(partition ->
                        consumer.seek(partition, now.get(partition.partition()).offset() + 1));
    }

    /** Empty when there is nothing new. */
    ConsumerRecords<byte[], byte[]> poll() {
        return consumer.poll(POLL);
    }

    /** With what each partition begins, and since when: it changes when the topic is made anew. */
    Map<TopicPartition, OffsetAndTimestamp> oldest() {
        return consumer.offsetsForTimes(partitions.stream().collect(Collectors.toMap(one -> one, _ -> 0L)));
    }

    /** As of now. */
    Map<TopicPartition, Long> ends() {
        return consumer.endOffsets(partitions);
    }

    boolean hasPassed(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    /** Reads that one record; no answer counts as no, for a search is always right. */
    private boolean isThere(int number, Place place) {
        var candidates =
                partitions.stream().filter(one -> one.partition() == number).toList();
        if (candidates.isEmpty()
                || place.offset() >= consumer.endOffsets(candidates).get(candidates.getFirst())) {
            return false;
        }
        consumer.assign(candidates);
        consumer.seek(candidates.getFirst(), place.offset());
        var records = consumer.poll(PATIENCE).iterator();
        return records.hasNext() && Place.of(records.next()).equals(place);
    }

    /** The same events at their present offsets. Waits for MITA, should it not have published them again yet. */
    private Map<Integer, Place> search(Map<Integer, Place> places) {
        var missing = new HashMap<>(places);
        var found = new HashMap<Integer, Place>();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        long heard = System.nanoTime();
        while (!missing.isEmpty()) {
            var records = consumer.poll(POLL);
            for (var record : records) {
                var wanted = missing.get(record.partition());
                if (wanted != null && Place.of(record).position() >= wanted.position()) {
                    found.put(record.partition(), same(wanted, record));
                    missing.remove(record.partition());
                }
            }
            if (!records.isEmpty()) {
                heard = System.nanoTime();
            } else if (System.nanoTime() - heard > PATIENCE.toNanos()) {
                throw new AnotherLog("the topic ends before position "
                        + missing.values().iterator().next().position()
                        + ", which the table counts: it is of another log, or MITA is still publishing it again");
            }
        }
        return found;
    }

    private static Place same(Place wanted, ConsumerRecord<byte[], byte[]> record) {
        var place = Place.of(record);
        if (!place.isSameEvent(wanted)) {
            throw new AnotherLog("the topic is of another log than the table: not the same event is at position "
                    + wanted.position());
        }
        return place;
    }
}
