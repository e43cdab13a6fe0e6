package app.mita.projection.engine;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Kafka consumers as the engine needs them. Their offsets are kept in the database, never on Kafka. */
final class Consumers {

    private static final int FETCH_BYTES = 8 * 1024 * 1024;
    /** Of one partition, where a consumer reads one after the other: the next is fetched when these have been read. */
    private static final int FETCH_BYTES_ALONE = 4 * 1024 * 1024;
    /** One poll's records take several times the room of what is kept of them, and are a replay's batch beside a load. */
    private static final int MOST_AT_ONCE = 250;

    /** The least that brokers allow by default: how long a dead member's partitions are without an owner. */
    private static final int SESSION_MILLIS = 6000;

    private static final int METADATA_MILLIS = 5000;
    private static final int FETCH_WAIT_ALONE_MILLIS = 50;

    private final TopicSettings topic;
    private final EngineSettings settings;

    Consumers(TopicSettings topic, EngineSettings settings) {
        this.topic = topic;
        this.settings = settings;
    }

    /** A member of the group that shares the partitions. */
    Consumer<byte[], byte[]> member() {
        var properties = common();
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, settings.group());
        properties.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MILLIS);
        properties.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, SESSION_MILLIS / 4);
        if (settings.instance() != null && !settings.instance().isBlank()) {
            properties.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, settings.instance() + "-" + topic.topic());
        }
        return new KafkaConsumer<>(properties);
    }

    /**
     * In no group: takes the partitions that it is told to.
     *
     * @param batch records that one poll gives at most, or fewer
     */
    Consumer<byte[], byte[]> alone(int batch) {
        var properties = common();
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, Math.min(batch, MOST_AT_ONCE));
        properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES_ALONE);
        // It asks where partitions end, and the broker answers that only after the fetch that waits for records there.
        properties.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_WAIT_ALONE_MILLIS);
        // As much as the system gives: what does not fit comes only while the consumer is asked for records.
        properties.put(ConsumerConfig.RECEIVE_BUFFER_CONFIG, -1);
        return new KafkaConsumer<>(properties);
    }

    private Map<String, Object> common() {
        var properties = new HashMap<String, Object>();
        properties.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, topic.bootstrapServers());
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        // The relay makes the topic; a broker that makes what is asked for would make it with one partition.
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        // A topic that was deleted and made anew is otherwise looked for again after minutes.
        properties.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, METADATA_MILLIS);
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.batch());
        properties.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 1);
        properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
        properties.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        properties.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        properties.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1000);
        return properties;
    }
}
