package app.mita.examples;

import static org.awaitility.Awaitility.await;

import app.mita.api.event.CloudEventHeaders;
import app.mita.api.event.EventTypes;
import app.mita.api.event.MitaEvent;
import app.mita.api.event.UserPartition;
import app.mita.embedded.TestBackend;
import app.mita.runtime.personal.EventCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A topic of events as the relay fills it, interruptions included. */
final class Log implements AutoCloseable {

    private static final int PARTITIONS = 3;
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    final String topic = TestBackend.freshName("events");
    private final Random random;
    private final EventCodec codec = new EventCodec();
    private final Admin admin = Admin.create(Map.of("bootstrap.servers", TestBackend.bootstrapServers()));
    private final List<Entry> entries = new ArrayList<>();
    private People people;
    private KafkaProducer<byte[], byte[]> producer;

    /** Its position is its index and 1. */
    private record Entry(MitaEvent event, UUID id) {}

    Log(long seed) throws Exception {
        random = new Random(seed);
        people = new People(random);
        makeTopic();
    }

    /** One transaction of the relay; now and then it is taken back first, and done again. */
    void happen(int events) {
        int first = entries.size();
        for (int i = 0; i < events; i++) {
            entries.add(new Entry(people.next(), UUID.randomUUID()));
        }
        if (random.nextInt(3) == 0) {
            sendAllFrom(first);
            producer.flush();
            producer.abortTransaction();
        }
        publishFrom(first);
    }

    /** As after {@code ./mita republish}: the same events, in one large transaction and so at lower offsets. */
    void publishAgain() throws Exception {
        deleteTopic();
        makeTopic();
        publishFrom(0);
    }

    /** A MITA that has just been installed, with the same topic. */
    void forgetAll() throws Exception {
        entries.clear();
        people = new People(random);
        deleteTopic();
        makeTopic();
    }

    /** What its events come to: count and total by category. */
    TreeMap<String, String> table() {
        return people.table();
    }

    /** Of the partitions, by their numbers. */
    List<Long> ends() throws Exception {
        var ends = new ArrayList<Long>();
        for (int number = 0; number < PARTITIONS; number++) {
            var partition = new TopicPartition(topic, number);
            ends.add(admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                    .partitionResult(partition)
                    .get()
                    .offset());
        }
        return ends;
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }

    /** A name is free again only a moment after its topic was deleted. */
    private void makeTopic() throws Exception {
        await().atMost(DEADLINE).ignoreException(TopicExistsException.class).until(() -> {
            try {
                admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1)))
                        .all()
                        .get();
                return true;
            } catch (ExecutionException stillThere) {
                throw (Exception) stillThere.getCause();
            }
        });
        makeProducer();
    }

    private void makeProducer() {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", TestBackend.bootstrapServers(), "transactional.id", topic),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
    }

    private void deleteTopic() throws Exception {
        producer.close();
        admin.deleteTopics(List.of(topic)).all().get();
    }

    /**
     * The broker can refuse a transaction that follows at once on one that was taken back: it still has that one's state.
     * Nothing is committed then, and it is done again with a new producer, as the relay does it.
     */
    private void publishFrom(int first) {
        try {
            sendAllFrom(first);
            producer.commitTransaction();
        } catch (InvalidTxnStateException notCommitted) {
            producer.close();
            makeProducer();
            sendAllFrom(first);
            producer.commitTransaction();
        }
    }

    private void sendAllFrom(int first) {
        producer.beginTransaction();
        for (int at = first; at < entries.size(); at++) {
            producer.send(record(entries.get(at), at + 1));
        }
    }

    private ProducerRecord<byte[], byte[]> record(Entry entry, int position) {
        var event = entry.event();
        var record = new ProducerRecord<>(
                topic,
                UserPartition.of(event.user(), PARTITIONS),
                event.user().toString().getBytes(StandardCharsets.UTF_8),
                codec.encode(event, null));
        var type = EventTypes.nameOf(event.getClass());
        header(record, CloudEventHeaders.ID, entry.id().toString());
        header(record, CloudEventHeaders.TYPE, CloudEventHeaders.typeOf(type, 1));
        header(record, CloudEventHeaders.POSITION, Integer.toString(position));
        return record;
    }

    private static void header(ProducerRecord<byte[], byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
