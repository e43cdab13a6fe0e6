package app.mita.projection.facts;

import static org.awaitility.Awaitility.await;

import app.mita.api.event.CloudEventHeaders;
import app.mita.api.event.EventTypes;
import app.mita.api.event.MitaEvent;
import app.mita.api.event.UserPartition;
import app.mita.embedded.TestBackend;
import app.mita.embedded.TestDatabase;
import app.mita.runtime.database.Database;
import app.mita.runtime.database.DatabaseProperties;
import app.mita.runtime.personal.EventCodec;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.flywaydb.core.Flyway;

/** A topic of events, a database and a topic of facts of one test. */
final class FactTopicBed implements AutoCloseable {

    static final int PARTITIONS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    final FactMetrics metrics = new FactMetrics();
    final FactSettings settings = new FactSettings(
            TestBackend.bootstrapServers(), TestBackend.freshName("events"), TestBackend.freshName("facts"));
    private final TestDatabase test = TestBackend.freshDatabase();
    private final Database database;
    private final EventCodec codec = new EventCodec();
    private final Admin admin = Admin.create(Map.of("bootstrap.servers", TestBackend.bootstrapServers()));
    private final KafkaProducer<byte[], byte[]> producer;
    /** By partition, of the last event there. */
    private final Map<Integer, Long> published = new HashMap<>();

    /** In order. */
    private final List<ProducerRecord<byte[], byte[]>> happened = new ArrayList<>();

    private long position;

    FactTopicBed() throws Exception {
        Flyway.configure()
                .dataSource(test.jdbcUrl(), test.owner(), test.password())
                .placeholders(Map.of("app_role", "mita_app", "app_password", "app"))
                .load()
                .migrate();
        database = new Database(new DatabaseProperties(
                test.host(),
                test.port(),
                test.name(),
                "mita_app",
                "app",
                test.owner(),
                test.password(),
                4,
                true,
                Duration.ofSeconds(30),
                Duration.ofSeconds(5),
                Duration.ofSeconds(3),
                Duration.ofSeconds(10)));
        admin.createTopics(List.of(new NewTopic(settings.topic(), PARTITIONS, (short) 1)))
                .all()
                .get();
        producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        TestBackend.bootstrapServers(),
                        "transactional.id",
                        TestBackend.freshName("relay")),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
    }

    /** As another process over the same data, or the same one after a restart. */
    FactLifecycle start() {
        var store = new FactStore(database.pool(TestBackend.freshName("facts"), 1));
        var clients = clients();
        var lifecycle = new FactLifecycle(() -> new FactPublisher(settings, clients, store, metrics, codec), metrics);
        lifecycle.start();
        return lifecycle;
    }

    FactClients clients() {
        return new FactClients(settings, null);
    }

    /** In one transaction, as the relay does. */
    void happen(List<? extends MitaEvent> events) {
        producer.beginTransaction();
        events.forEach(event -> producer.send(record(event, codec.encode(event, null))));
        producer.commitTransaction();
    }

    void happenDamaged(MitaEvent event) {
        producer.beginTransaction();
        producer.send(record(event, "{\"user_id\": 7".getBytes(StandardCharsets.UTF_8)));
        producer.commitTransaction();
    }

    /** As a newer node writes it. */
    void happenInVersion(int version, MitaEvent event) {
        var record = record(event, codec.encode(event, null));
        var type = CloudEventHeaders.typeOf(EventTypes.nameOf(event.getClass()), version);
        record.headers()
                .remove(CloudEventHeaders.TYPE)
                .add(CloudEventHeaders.TYPE, type.getBytes(StandardCharsets.UTF_8));
        producer.beginTransaction();
        producer.send(record);
        producer.commitTransaction();
    }

    /** As the relay does when an operator wants it: the same events in a fresh topic, in other transactions. */
    void publishAnew() throws Exception {
        makeAnew(settings.topic());
        producer.beginTransaction();
        happened.forEach(producer::send);
        producer.commitTransaction();
    }

    void loseFacts() throws Exception {
        makeAnew(settings.dailySpendingTopic());
    }

    private void makeAnew(String topic) throws Exception {
        admin.deleteTopics(List.of(topic)).all().get();
        await().atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(ExecutionException.class)
                .until(() -> admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1)))
                        .all()
                        .thenApply(made -> true)
                        .get());
    }

    /** Of a topic. */
    Map<String, String> configuration(String topic) throws Exception {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return admin.describeConfigs(List.of(resource)).all().get().get(resource).entries().stream()
                .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
    }

    /** As Prometheus sees it. */
    double figure(String counter) {
        var registry = new SimpleMeterRegistry();
        metrics.bindTo(registry);
        return registry.get(counter).functionCounter().count();
    }

    long position() {
        return position;
    }

    /** Whether the publishers' progress stands at the last event of every partition. */
    boolean isStored() {
        return published.entrySet().stream()
                .allMatch(last -> query("select coalesce(max(position), 0) from read_model.daily_spending_progress"
                                + " where kafka_offset > 0 and partition = " + last.getKey())
                        == last.getValue());
    }

    /** Where the publisher's progress stands, the furthest of all partitions. */
    long stored() {
        return query("select coalesce(max(position), 0) from read_model.daily_spending_progress");
    }

    long query(String sql) {
        try (var connection = DriverManager.getConnection(test.jdbcUrl(), test.owner(), test.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    void execute(String sql) {
        try (var connection = DriverManager.getConnection(test.jdbcUrl(), test.owner(), test.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Ends every connection that publishers have to the database. */
    void killConnections() {
        try (var connection = DriverManager.getConnection(test.jdbcUrl(), "mita_app", "app");
                var statement = connection.createStatement()) {
            statement.execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()"
                            + " and usename = current_user and pid <> pg_backend_pid()");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Kafka forgets what has been published; the group must have no members. */
    void forgetOffsets() throws InterruptedException, ExecutionException {
        admin.deleteConsumerGroups(Set.of(settings.group())).all().get();
    }

    /**
     * Everything that was ever published, in order within each partition. A commit comes back before the partitions know
     * of it, so what is committed ends, for a moment, before what is written.
     */
    List<ConsumerRecord<byte[], byte[]>> facts() {
        var config = Map.<String, Object>of(
                "bootstrap.servers", TestBackend.bootstrapServers(), "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = factPartitions();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = ends(partitions);
            var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
            await().atMost(PATIENCE).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
                return partitions.stream().allMatch(partition -> consumer.position(partition) >= ends.get(partition));
            });
            return records;
        }
    }

    /** Where the facts of each partition end now. */
    Map<Integer, Long> ends() {
        return ends(factPartitions()).entrySet().stream()
                .collect(Collectors.toMap(end -> end.getKey().partition(), Map.Entry::getValue));
    }

    private List<TopicPartition> factPartitions() {
        return IntStream.range(0, PARTITIONS)
                .mapToObj(number -> new TopicPartition(settings.dailySpendingTopic(), number))
                .toList();
    }

    /** Of what is written, committed or not. */
    private Map<TopicPartition, Long> ends(List<TopicPartition> partitions) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", TestBackend.bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            return consumer.endOffsets(partitions);
        }
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
        database.destroy();
    }

    private ProducerRecord<byte[], byte[]> record(MitaEvent event, byte[] payload) {
        var user = event.user();
        int partition = UserPartition.of(user, PARTITIONS);
        published.put(partition, ++position);
        var record = new ProducerRecord<>(
                settings.topic(), partition, user.toString().getBytes(StandardCharsets.UTF_8), payload);
        var type =
                CloudEventHeaders.typeOf(EventTypes.nameOf(event.getClass()), EventTypes.versionOf(event.getClass()));
        record.headers()
                .add(CloudEventHeaders.TYPE, type.getBytes(StandardCharsets.UTF_8))
                .add(CloudEventHeaders.POSITION, Long.toString(position).getBytes(StandardCharsets.UTF_8));
        happened.add(record);
        return record;
    }
}
