package app.mita.command.relay;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the topic when it is missing: it keeps its events for ever, so that consumers can replay from the beginning. */
final class EventTopic {

    private static final Logger LOG = LoggerFactory.getLogger(EventTopic.class);
    private static final Map<String, String> FOR_EVER = Map.of(
            TopicConfig.RETENTION_MS_CONFIG, "-1",
            TopicConfig.RETENTION_BYTES_CONFIG, "-1",
            TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);

    private final KafkaClients clients;
    private final String name;
    private final int partitions;

    EventTopic(KafkaClients clients, RelayProperties properties) {
        this.clients = clients;
        this.name = properties.topic();
        this.partitions = properties.partitions();
    }

    /** @return how many partitions the topic has, which may differ from those wished for when it existed before */
    int ensure() throws Exception {
        try (Admin admin = clients.admin()) {
            int present = count(admin);
            if (present > 0) {
                compare(present);
                return present;
            }
            return create(admin);
        }
    }

    /** Deletes it with all that it holds, and makes it again; how many partitions it has is kept. */
    void makeAnew() throws Exception {
        try (Admin admin = clients.admin()) {
            int present = count(admin);
            if (present > 0) {
                get(admin.deleteTopics(List.of(name)).all());
            }
            make(admin, present > 0 ? present : partitions);
        }
    }

    /** A name is free again only a moment after its topic was deleted. */
    private void make(Admin admin, int wanted) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(KafkaClients.CALL_MS);
        while (true) {
            try {
                get(admin.createTopics(List.of(topic(wanted))).all());
                return;
            } catch (TopicExistsException stillThere) {
                if (System.nanoTime() > deadline) {
                    throw stillThere;
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
    }

    private NewTopic topic(int wanted) {
        return new NewTopic(name, Optional.of(wanted), Optional.empty()).configs(FOR_EVER);
    }

    /** Whoever waits for read models asks for the partition of the setting. */
    private void compare(int present) {
        if (present != partitions) {
            LOG.error(
                    "Kafka topic {} has {} partitions, but mita.kafka.partitions is {}: no answer to a write will see its"
                            + " read models, until the setting is {}",
                    name,
                    present,
                    partitions,
                    present);
        }
    }

    private int create(Admin admin) throws Exception {
        try {
            get(admin.createTopics(List.of(topic(partitions))).all());
            LOG.info("Made Kafka topic {} with {} partitions", name, partitions);
            return partitions;
        } catch (TopicExistsException anotherNodeMadeIt) {
            return count(admin);
        }
    }

    private int count(Admin admin) throws Exception {
        try {
            return get(admin.describeTopics(List.of(name)).allTopicNames())
                    .get(name)
                    .partitions()
                    .size();
        } catch (UnknownTopicOrPartitionException missing) {
            return 0;
        }
    }

    private static <T> T get(KafkaFuture<T> future) throws Exception {
        try {
            return future.get(KafkaClients.CALL_MS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Exception cause ? cause : failed;
        } catch (TimeoutException late) {
            throw new TimeoutException("Kafka did not answer in " + KafkaClients.CALL_MS + " ms");
        }
    }
}
