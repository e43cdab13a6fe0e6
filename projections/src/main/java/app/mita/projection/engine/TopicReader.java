package app.mita.projection.engine;

import app.mita.projection.topic.PlacesInTopic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the topic where lanes stand, and passes over what they have applied. Used by one thread. */
final class TopicReader {

    private static final Logger log = LoggerFactory.getLogger(TopicReader.class);

    private static final Duration OUT_OF_TOUCH = Duration.ofSeconds(10);

    private final Consumer<byte[], byte[]> consumer;
    private final PlacesInTopic places;
    private final String topic;

    TopicReader(Consumer<byte[], byte[]> consumer, String topic) {
        this.consumer = consumer;
        this.places = new PlacesInTopic(consumer);
        this.topic = topic;
    }

    /** Reads on where the lane stands. */
    void enter(Lane lane) {
        var partition = partition(lane.partition());
        places.enter(partition, lane.offset(), lane.position());
        consumer.resume(Set.of(partition));
    }

    /** That the topic has. */
    int partitions() {
        return consumer.partitionsFor(topic).size();
    }

    /** Nothing is read from there until a lane is entered. */
    void hold(Collection<Integer> partitions) {
        var held = partitions.stream().map(this::partition).toList();
        held.forEach(partition -> {
            places.leave(partition);
            consumer.seek(partition, 0);
        });
        consumer.pause(held);
    }

    /** Reads nothing but these on, of the partitions that have been entered, until it is told others. */
    void only(Collection<Integer> partitions) {
        consumer.pause(consumer.assignment());
        consumer.resume(partitions.stream().map(this::partition).toList());
    }

    /** Whether nothing is left of what is read, as far as the reader knows. */
    boolean caughtUp() {
        var paused = consumer.paused();
        return consumer.assignment().stream()
                .filter(partition -> !paused.contains(partition))
                .allMatch(partition -> consumer.currentLag(partition).orElse(0) == 0);
    }

    /** Records between the reader's own places and the end, as the broker has it now. */
    Map<Integer, Long> left(Collection<Integer> partitions) {
        var ends = consumer.endOffsets(partitions.stream().map(this::partition).toList());
        return ends.entrySet().stream()
                .collect(Collectors.toMap(
                        end -> end.getKey().partition(),
                        end -> Math.max(0, end.getValue() - consumer.position(end.getKey()))));
    }

    /** New events of these lanes, in order within each; empty when none came in time. */
    List<Arrival> poll(Duration time, Map<Integer, Lane> lanes) {
        var arrivals = new ArrayList<Arrival>();
        places.poll(time).forEach((partition, records) -> {
            var lane = lanes.get(partition.partition());
            if (lane != null) {
                collect(lane, records, arrivals);
            }
        });
        return arrivals;
    }

    /** Whether the broker that coordinates the group has heard of this member lately. */
    boolean inTouch() {
        return consumer.metrics().values().stream()
                .filter(metric -> metric.metricName().name().equals("last-heartbeat-seconds-ago"))
                .map(metric -> metric.metricValue() instanceof Number seconds ? seconds.longValue() : -1L)
                .anyMatch(seconds -> seconds >= 0 && seconds <= OUT_OF_TOUCH.toSeconds());
    }

    /** Records behind the reader's own place; empty while that is not known. */
    OptionalLong lag(int partition) {
        return consumer.currentLag(partition(partition));
    }

    private static void collect(Lane lane, List<ConsumerRecord<byte[], byte[]>> records, List<Arrival> arrivals) {
        for (var record : records) {
            try {
                var arrival = Arrival.of(record);
                if (lane.isNew(arrival.position())) {
                    arrivals.add(arrival);
                }
            } catch (IllegalArgumentException foreign) {
                log.error(
                        "passed over a record that is no event of ours: {}-{} offset {}",
                        record.topic(),
                        record.partition(),
                        record.offset(),
                        foreign);
            }
        }
    }

    private TopicPartition partition(int number) {
        return new TopicPartition(topic, number);
    }
}
