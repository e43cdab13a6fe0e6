package app.mita.command.relay;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicCollection;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the topic when it is missing: it keeps its events for ever, so that consumers can replay from the beginning. */
final class EventTopic {

    private static final Logger LOG = LoggerFactory.getLogger(EventTopic.class);
    private static final Map<String, String> FOR_EVER = Map.of(
            TopicConfig.RETENTION_MS_CONFIG, "-1",
            TopicConfig.RETENTION_BYTES_CONFIG, "-1",
            TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);

    private static final long PAUSE_MS = 50;

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

    /** Of the topic that is there; {@link Uuid#ZERO_UUID} when there is none. */
    Uuid id() throws Exception {
        try (Admin admin = clients.admin()) {
            return id(admin);
        }
    }

    /**
     * Deletes a topic with all that it holds, and makes it again; how many partitions it has is kept.
     *
     * @param replaced the one to delete, no other: whoever comes late must not delete the fresh one
     */
    void makeAnew(Uuid replaced) throws Exception {
        try (Admin admin = clients.admin()) {
            Uuid present = id(admin);
            if (present.equals(Uuid.ZERO_UUID)) {
                make(admin, partitions);
            } else if (present.equals(replaced)) {
                int kept = count(admin);
                get(admin.deleteTopics(TopicCollection.ofTopicIds(List.of(replaced)))
                        .all());
                make(admin, kept);
            }
        }
    }

    /**
     * A name is free again only a moment after its topic was deleted, and brokers hear of the new one a moment later: what
     * they tell of a topic's end until then is of the old one, and they give its records.
     */
    private void make(Admin admin, int wanted) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(KafkaClients.CALL_MS);
        @Nullable Uuid made = null;
        while (made == null || !made.equals(id(admin)) || !isEmpty(admin, wanted)) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("Kafka did not make the topic anew in " + KafkaClients.CALL_MS + " ms");
            }
            try {
                made = made == null
                        ? get(admin.createTopics(List.of(topic(wanted))).topicId(name))
                        : made;
            } catch (TopicExistsException stillThere) {
                LOG.debug("The old topic is still there", stillThere);
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
        }
    }

    /** As the leaders of its partitions have it. */
    private boolean isEmpty(Admin admin, int count) throws Exception {
        var ends = IntStream.range(0, count)
                .boxed()
                .collect(Collectors.toMap(number -> new TopicPartition(name, number), any -> OffsetSpec.latest()));
        return get(admin.listOffsets(ends).all()).values().stream().allMatch(end -> end.offset() == 0);
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
        TopicDescription present = present(admin);
        return present == null ? 0 : present.partitions().size();
    }

    private Uuid id(Admin admin) throws Exception {
        TopicDescription present = present(admin);
        return present == null ? Uuid.ZERO_UUID : present.topicId();
    }

    private @Nullable TopicDescription present(Admin admin) throws Exception {
        try {
            return get(admin.describeTopics(List.of(name)).allTopicNames()).get(name);
        } catch (UnknownTopicOrPartitionException missing) {
            return null;
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
