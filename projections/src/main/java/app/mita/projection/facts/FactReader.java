package app.mita.projection.facts;

import app.mita.projection.facts.FactStore.Progress;
import app.mita.projection.topic.PlacesInTopic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;

/** Reads events where partitions stand, from one topic: not from another one of its name. Used by one thread. */
final class FactReader {

    private final Consumer<byte[], byte[]> consumer;
    private final FactClients clients;
    private final String topic;
    private final Uuid topicId;
    private final PlacesInTopic places;

    /** @param topicId of the topic that is read */
    FactReader(Consumer<byte[], byte[]> consumer, FactClients clients, String topic, Uuid topicId) {
        this.consumer = consumer;
        this.clients = clients;
        this.topic = topic;
        this.topicId = topicId;
        this.places = new PlacesInTopic(consumer);
    }

    /** Reads on after what is stored. */
    void enter(int number, Progress stored) {
        places.enter(partition(number), stored.offset(), stored.position());
    }

    void leave(int number) {
        places.leave(partition(number));
    }

    /**
     * New records by partition, in order within each.
     *
     * @throws IllegalStateException when the topic is not the one any more that it was at first
     */
    Map<Integer, List<ConsumerRecord<byte[], byte[]>>> poll(Duration time) throws InterruptedException {
        var polled = places.poll(time);
        if (polled.isEmpty()) {
            return Map.of();
        }
        // A consumer goes on at its old offset in a topic that was made anew meanwhile. An id never comes back:
        // when it is the same now, so it was when these were read.
        if (!clients.topicId().equals(topicId)) {
            throw new IllegalStateException("topic " + topic + " was made anew");
        }
        return polled.entrySet().stream()
                .collect(Collectors.toMap(records -> records.getKey().partition(), Map.Entry::getValue));
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

    private TopicPartition partition(int number) {
        return new TopicPartition(topic, number);
    }
}
