package app.mita.projection.engine;

import app.mita.api.event.CloudEventHeaders;
import app.mita.api.event.EventTypes;
import app.mita.api.event.RecordedEvent;
import app.mita.api.event.UserPartition;
import app.mita.embedded.TestBackend;
import app.mita.runtime.personal.EventCodec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;

/** A topic of one test, and the log behind it: gives events their global positions and publishes them. */
public final class TestLog implements AutoCloseable {

    public final String topic = TestBackend.freshName("events");
    public final int partitions;
    public final TestKeys keys = new TestKeys();
    private final EventCodec codec = new EventCodec();
    private KafkaProducer<byte[], byte[]> producer = producer();
    private final List<RecordedEvent> events = new ArrayList<>();

    public TestLog(int partitions) {
        this.partitions = partitions;
        createTopic();
    }

    /** Appends without publishing. */
    public List<RecordedEvent> append(Collection<RecordedEvent> happened) {
        var appended = happened.stream().map(this::placed).toList();
        return appended;
    }

    public void publish(Collection<RecordedEvent> appended) {
        appended.forEach(event -> send(event, payload(event)));
        producer.flush();
    }

    /** As a relay does: in a transaction, whose end takes an offset too; or one that is given up. */
    void publishInTransaction(Collection<RecordedEvent> appended, boolean commit) {
        try (var transactional = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        TestBackend.bootstrapServers(),
                        "transactional.id",
                        TestBackend.freshName("relay")),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            transactional.initTransactions();
            transactional.beginTransaction();
            appended.forEach(event -> transactional.send(record(event, payload(event))));
            if (commit) {
                transactional.commitTransaction();
            } else {
                transactional.abortTransaction();
            }
        }
    }

    /** Appends and publishes. */
    public List<RecordedEvent> happen(Collection<RecordedEvent> happened) {
        var appended = append(happened);
        publish(appended);
        return appended;
    }

    public void publishBroken(RecordedEvent event) {
        send(event, "{\"user_id\": 7".getBytes(StandardCharsets.UTF_8));
        producer.flush();
    }

    void publishForeign(int partition) {
        producer.send(new ProducerRecord<>(topic, partition, null, new byte[] {1, 2, 3}));
        producer.flush();
    }

    public List<RecordedEvent> events() {
        return List.copyOf(events);
    }

    private static KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", TestBackend.bootstrapServers(), "linger.ms", "0"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** The topic loses everything. The producer would go on counting where the one before stood, and be refused for long. */
    void loseTopic() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", TestBackend.bootstrapServers()))) {
            admin.deleteTopics(Set.of(topic)).all().get();
            Awaitility.await().until(() -> !admin.listTopics().names().get().contains(topic));
        }
        createTopic();
        producer.close();
        producer = producer();
    }

    @Override
    public void close() {
        producer.close();
    }

    public byte[] payload(RecordedEvent event) {
        return codec.encode(event.payload(), keys.of(event.user()));
    }

    private void createTopic() {
        try (var admin = Admin.create(Map.of("bootstrap.servers", TestBackend.bootstrapServers()))) {
            Awaitility.await().ignoreExceptions().until(() -> {
                admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1)))
                        .all()
                        .get();
                return true;
            });
            Awaitility.await().until(() -> described(admin));
        }
    }

    private boolean described(Admin admin) throws InterruptedException {
        try {
            return admin.describeTopics(Set.of(topic))
                            .allTopicNames()
                            .get()
                            .get(topic)
                            .partitions()
                            .size()
                    == partitions;
        } catch (ExecutionException unknown) {
            if (unknown.getCause() instanceof UnknownTopicOrPartitionException) {
                return false;
            }
            throw new IllegalStateException(unknown);
        }
    }

    private RecordedEvent placed(RecordedEvent event) {
        var placed = new RecordedEvent(
                events.size() + 1,
                UUID.randomUUID(),
                event.user(),
                UserPartition.of(event.user(), partitions),
                event.occurredAt(),
                event.commandId(),
                event.traceparent(),
                event.payload());
        events.add(placed);
        return placed;
    }

    private void send(RecordedEvent event, byte[] payload) {
        producer.send(record(event, payload));
    }

    private ProducerRecord<byte[], byte[]> record(RecordedEvent event, byte[] payload) {
        var record = new ProducerRecord<>(
                topic, event.partition(), event.user().toString().getBytes(StandardCharsets.UTF_8), payload);
        var type = event.payload().getClass();
        Map.of(
                        CloudEventHeaders.ID, event.id().toString(),
                        CloudEventHeaders.TYPE,
                                CloudEventHeaders.typeOf(EventTypes.nameOf(type), EventTypes.versionOf(type)),
                        CloudEventHeaders.TIME, event.occurredAt().toString(),
                        CloudEventHeaders.POSITION, Long.toString(event.position()),
                        CloudEventHeaders.COMMAND_ID, event.commandId())
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }
}
