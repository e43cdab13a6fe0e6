package app.mita.command.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.mita.api.event.CloudEventHeaders;
import app.mita.command.eventstore.EventLog;
import app.mita.command.eventstore.StoredEvent;
import app.mita.embedded.TestBackend;
import app.mita.runtime.database.Database;
import app.mita.runtime.tracing.Tracing;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.springframework.r2dbc.core.DatabaseClient;

/** A real log and a real topic, relays between them, and the one question that all these tests ask. */
final class Bed implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    final TestLog log;
    final RelayProperties properties;
    final KafkaClients clients;
    private final List<Running> started = new ArrayList<>();

    Bed() {
        this(TestBackend.bootstrapServers());
    }

    Bed(String bootstrapServers) {
        log = new TestLog();
        properties = new RelayProperties(bootstrapServers, TestBackend.freshName("mita.events"), 12);
        clients = new KafkaClients(properties);
    }

    Running relay() {
        return relay(log.reader(), clients::producer);
    }

    /** Starts a relay that reads and publishes through what a test puts in between. */
    Running relay(EventLog reader, Supplier<Producer<byte[], byte[]>> producers) {
        Running relay = new Running(log.database().database(), reader, producers);
        started.add(relay);
        relay.lifecycle.start();
        return relay;
    }

    /** Waits until all of the log is on Kafka, then checks that each event is there once, in order, as it was. */
    void assertExactlyOnce() {
        List<StoredEvent> all = log.all();
        try (Consumer<byte[], byte[]> consumer = clients.consumer()) {
            await().atMost(PATIENCE).ignoreExceptions().until(() -> committed(consumer) >= all.size());
            List<ConsumerRecord<byte[], byte[]>> read = readAll(consumer);
            assertThat(read.stream().map(Bed::position).sorted())
                    .as("positions on Kafka")
                    .containsExactlyElementsOf(
                            all.stream().map(StoredEvent::position).toList());
            for (TopicPartition partition : partitions()) {
                assertThat(read.stream().filter(on -> on.partition() == partition.partition()))
                        .extracting(Bed::position, event -> new String(event.key(), StandardCharsets.UTF_8))
                        .as("order within partition " + partition.partition())
                        .containsExactlyElementsOf(all.stream()
                                .filter(event -> event.partition() == partition.partition())
                                .map(event -> org.assertj.core.groups.Tuple.tuple(
                                        event.position(), event.user().toString()))
                                .toList());
            }
        }
    }

    List<ConsumerRecord<byte[], byte[]>> readAll(Consumer<byte[], byte[]> consumer) {
        consumer.assign(partitions());
        consumer.seekToBeginning(partitions());
        List<ConsumerRecord<byte[], byte[]>> read = new ArrayList<>();
        var ends = consumer.endOffsets(partitions());
        await().atMost(PATIENCE).until(() -> {
            consumer.poll(Duration.ofMillis(50)).forEach(read::add);
            return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
        });
        return read;
    }

    List<TopicPartition> partitions() {
        return IntStream.range(0, properties.partitions())
                .mapToObj(number -> new TopicPartition(properties.topic(), number))
                .toList();
    }

    static long position(ConsumerRecord<?, ?> event) {
        return Long.parseLong(header(event, CloudEventHeaders.POSITION));
    }

    static String header(ConsumerRecord<?, ?> event, String name) {
        return new String(event.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private long committed(Consumer<byte[], byte[]> consumer) throws Exception {
        return new TopicTail(consumer, properties.topic(), properties.partitions())
                .find()
                .position();
    }

    @Override
    public void close() {
        started.forEach(running -> running.lifecycle.stop());
        log.close();
    }

    /** A relay and what operators would see of it. */
    final class Running {

        final RelayStatus status = new RelayStatus();
        final Outage outage = new Outage();
        final RelayLifecycle lifecycle;

        private Running(Database database, EventLog reader, Supplier<Producer<byte[], byte[]>> producers) {
            Leadership leadership = new Leadership(database, properties.topic());
            Republishing republishing = new Republishing(
                    DatabaseClient.create(database.pool(TestBackend.freshName("republishing"), 1)), properties.topic());
            Relay relay = new Relay(
                    reader,
                    leadership,
                    clients,
                    producers,
                    properties,
                    republishing,
                    status,
                    outage,
                    new RelayTraces(Tracing.OFF, Clock.systemUTC(), properties.topic()));
            lifecycle = new RelayLifecycle(relay, reader, status);
        }
    }
}
