package app.mita.standalone.journey;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Everything that a broker holds, read anew each time. */
final class KafkaRecords {

    private static final Duration POLL = Duration.ofMillis(100);

    private KafkaRecords() {}

    static List<ConsumerRecord<byte[], byte[]>> of(String broker, String topic) {
        return read(broker, Set.of(topic), "read_committed");
    }

    /** Of every topic, those of the broker itself and records that were taken back among them. */
    static List<ConsumerRecord<byte[], byte[]>> all(String broker) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            var topics = admin.listTopics(new ListTopicsOptions().listInternal(true));
            return read(broker, topics.names().get(), "read_uncommitted");
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> read(
            String broker, Collection<String> topics, String isolation) {
        var config = Map.<String, Object>of("bootstrap.servers", broker, "isolation.level", isolation);
        try (var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = topics.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(POLL).forEach(records::add);
            }
            return records;
        }
    }
}
