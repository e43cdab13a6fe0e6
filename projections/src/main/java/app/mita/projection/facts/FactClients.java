package app.mita.projection.facts;

import app.mita.api.event.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** The publisher's Kafka clients; each try begins with new ones. Small: nobody waits for a fact. */
final class FactClients implements AutoCloseable {

    private static final int CALL_MS = 10_000;
    /** How long a dead publisher's partitions are without an owner. */
    private static final int SESSION_MS = 6_000;
    /** The broker answers when there is as much as this to read, or after a while: fewer and larger transactions. */
    private static final int FETCH_BYTES = 512 * 1024;

    private static final int FETCH_MS = 500;
    private static final int MOST_FETCHED_BYTES = 2 * 1024 * 1024;
    private static final int BUFFER_BYTES = 4 * 1024 * 1024;
    private static final int BATCH_EVENTS = 2000;

    /** By itself a broker need never compact what is written seldom: facts of deleted accounts would stay. */
    private static final Map<String, String> PRESENT_FACTS = Map.of(
            TopicConfig.CLEANUP_POLICY_CONFIG,
            TopicConfig.CLEANUP_POLICY_COMPACT,
            TopicConfig.DELETE_RETENTION_MS_CONFIG,
            Long.toString(Topics.TOMBSTONES.toMillis()),
            TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG,
            Long.toString(Topics.COMPACTION.toMillis()),
            TopicConfig.SEGMENT_MS_CONFIG,
            Long.toString(Topics.COMPACTION.toMillis()));

    private final FactSettings settings;
    private final @Nullable String instance;
    private @Nullable Admin asking;

    FactClients(FactSettings settings, @Nullable String instance) {
        this.settings = settings;
        this.instance = instance;
    }

    Consumer<byte[], byte[]> consumer() {
        var config = common();
        config.put(ConsumerConfig.GROUP_ID_CONFIG, settings.group());
        config.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MS);
        config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, SESSION_MS / 4);
        if (instance != null) {
            config.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, settings.transactionalId(instance));
        }
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, CALL_MS);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, BATCH_EVENTS);
        config.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, FETCH_BYTES);
        config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_MS);
        config.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, MOST_FETCHED_BYTES);
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    Producer<byte[], byte[]> producer() {
        var config = common();
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, settings.transactionalId(instance));
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, CALL_MS);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, CALL_MS / 2);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, CALL_MS);
        config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 2 * CALL_MS);
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /**
     * Makes the topic of the facts when it is missing.
     *
     * @return how many partitions it has
     * @throws KafkaException while there are no events yet, or no broker
     */
    int ensureTopic() throws InterruptedException {
        try (var admin = Admin.create(common())) {
            var name = settings.dailySpendingTopic();
            try {
                var topic = new NewTopic(name, Optional.of(partitions(admin, settings.topic())), Optional.empty());
                admin.createTopics(List.of(topic.configs(PRESENT_FACTS))).all().get();
            } catch (ExecutionException failed) {
                if (!(failed.getCause() instanceof TopicExistsException)) {
                    throw new KafkaException(failed.getCause());
                }
            }
            return partitions(admin, name);
        }
    }

    /** Of who reads facts, committed ones alone. */
    Consumer<byte[], byte[]> reader() {
        var config = common();
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, CALL_MS);
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /**
     * Which topic of events is there; one that was made anew has another id. Asked often, so its client is kept.
     *
     * @throws KafkaException while there is none, or no broker
     */
    synchronized Uuid topicId() throws InterruptedException {
        if (asking == null) {
            asking = Admin.create(common());
        }
        return described(asking, settings.topic()).topicId();
    }

    /** What is kept is made again when it is needed again. */
    @Override
    public synchronized void close() {
        if (asking != null) {
            asking.close(Duration.ofMillis(CALL_MS));
            asking = null;
        }
    }

    /**
     * The partitions of the facts' topic that nothing was ever written to. What was written counts before its transaction
     * has ended: the commit comes back to a publisher before the partitions know of it, and may be overtaken by who takes
     * them over.
     *
     * @throws KafkaException while there is no broker
     */
    Set<Integer> empty(Set<Integer> partitions) {
        return ends(partitions).entrySet().stream()
                .filter(end -> end.getValue() == 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Where a partition of the facts' topic ends, written but not yet committed records included. */
    long end(int partition) {
        return Objects.requireNonNull(ends(Set.of(partition)).get(partition));
    }

    private Map<Integer, Long> ends(Set<Integer> partitions) {
        try (var admin = Admin.create(common())) {
            var ends = admin.listOffsets(
                            partitions.stream()
                                    .collect(Collectors.toMap(
                                            partition -> new TopicPartition(settings.dailySpendingTopic(), partition),
                                            partition -> OffsetSpec.latest())),
                            new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
                    .all();
            return got(ends).entrySet().stream()
                    .collect(Collectors.toMap(end -> end.getKey().partition(), end -> end.getValue()
                            .offset()));
        } catch (InterruptedException stopping) {
            throw new InterruptException(stopping);
        }
    }

    private static int partitions(Admin admin, String topic) throws InterruptedException {
        return described(admin, topic).partitions().size();
    }

    private static TopicDescription described(Admin admin, String topic) throws InterruptedException {
        return got(admin.describeTopics(List.of(topic)).allTopicNames()).get(topic);
    }

    private static <T> T got(KafkaFuture<T> answer) throws InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException failed) {
            throw new KafkaException(failed.getCause());
        }
    }

    private Map<String, Object> common() {
        var config = new HashMap<String, Object>();
        config.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        config.put(CommonClientConfigs.CLIENT_ID_CONFIG, "mita-daily-spending");
        config.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1000);
        config.put(CommonClientConfigs.ENABLE_METRICS_PUSH_CONFIG, false);
        return config;
    }
}
