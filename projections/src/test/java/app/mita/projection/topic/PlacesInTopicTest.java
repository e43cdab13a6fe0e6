package app.mita.projection.topic;

import static org.assertj.core.api.Assertions.assertThat;

import app.mita.api.event.CloudEventHeaders;
import app.mita.embedded.TestBackend;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlacesInTopicTest {

    private static final Duration POLL = Duration.ofMillis(100);

    private final TopicPartition partition = new TopicPartition(TestBackend.freshName("places"), 0);
    private final KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
            Map.of("bootstrap.servers", TestBackend.bootstrapServers(), "auto.offset.reset", "none"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    private final PlacesInTopic places = new PlacesInTopic(consumer);

    /** Positions 11, 12, … at the offsets 0, 1, …. */
    @BeforeEach
    void fill() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", TestBackend.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(partition.topic(), 1, (short) 1)))
                    .all()
                    .get();
        }
        consumer.assign(List.of(partition));
        publish(11, 12, 13, 14);
    }

    @AfterEach
    void close() {
        consumer.close();
    }

    @Test
    void whoHasReadNothingBeginsAtTheBeginning() {
        places.enter(partition, 0, 0);
        assertRead(11, 12, 13, 14);
    }

    @Test
    void whoFindsWhatItHasReadLastGoesOnAfterIt() {
        places.enter(partition, 2, 12);
        assertRead(13, 14);
    }

    @Test
    void whoHasReadAllWaits() {
        places.enter(partition, 4, 14);
        assertThat(places.poll(POLL)).isEmpty();
        publish(15);
        assertRead(15);
    }

    @Test
    void whoFindsAnotherEventThereBeginsAtTheBeginning() {
        places.enter(partition, 3, 12);
        assertRead(11, 12, 13, 14);
    }

    @Test
    void whoFindsNothingThereBeginsAtTheBeginning() {
        places.enter(partition, 5, 12);
        assertRead(11, 12, 13, 14);
    }

    @Test
    void whoIsPastTheEndBeginsAtTheBeginning() {
        places.enter(partition, 9, 12);
        assertRead(11, 12, 13, 14);
    }

    /** Whoever holds it back does not want it read. */
    @Test
    void whatIsPausedStaysWhereItIs() {
        places.enter(partition, 5, 12);
        consumer.pause(List.of(partition));
        assertThat(places.poll(POLL)).isEmpty();
        assertThat(consumer.position(partition)).isEqualTo(4);
        consumer.resume(List.of(partition));
        assertRead(11, 12, 13, 14);
    }

    @Test
    void whatIsLeftIsForgotten() {
        places.enter(partition, 3, 12);
        places.leave(partition);
        consumer.seek(partition, 3);
        assertRead(14);
    }

    @Test
    void aRecordOfSomebodyElseHasNoPosition() {
        publish(null, "eleven".getBytes(StandardCharsets.UTF_8));
        places.enter(partition, 4, 14);
        Awaitility.await().untilAsserted(() -> assertThat(places.poll(POLL)).hasEntrySatisfying(partition, records -> {
            assertThat(records).hasSize(2);
            assertThat(records).allMatch(record -> PlacesInTopic.positionOf(record) == 0);
        }));
    }

    private void assertRead(long... positions) {
        var read = new ArrayList<Long>();
        Awaitility.await().untilAsserted(() -> {
            places.poll(POLL)
                    .values()
                    .forEach(records -> records.forEach(record -> read.add(PlacesInTopic.positionOf(record))));
            assertThat(read)
                    .containsExactlyElementsOf(LongStream.of(positions).boxed().toList());
        });
    }

    private void publish(long... positions) {
        publish(LongStream.of(positions)
                .mapToObj(position -> Long.toString(position).getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new));
    }

    private void publish(byte[]... positions) {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", TestBackend.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (var position : positions) {
                var record = new ProducerRecord<byte[], byte[]>(partition.topic(), 0, null, new byte[0]);
                if (position != null) {
                    record.headers().add(CloudEventHeaders.POSITION, position);
                }
                producer.send(record);
            }
        }
    }
}
