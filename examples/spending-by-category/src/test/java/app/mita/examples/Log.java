package app.mita.examples;

import app.mita.api.event.CloudEventHeaders;
import app.mita.api.event.EventTypes;
import app.mita.api.event.MitaEvent;
import app.mita.api.event.UserPartition;
import app.mita.api.identity.AccountDeleted;
import app.mita.api.money.Money;
import app.mita.api.transactions.Category;
import app.mita.api.transactions.TransactionCorrected;
import app.mita.api.transactions.TransactionDeleted;
import app.mita.api.transactions.TransactionDetails;
import app.mita.api.transactions.TransactionRecorded;
import app.mita.embedded.TestBackend;
import app.mita.runtime.personal.EventCodec;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A topic of events as the relay fills it, interruptions included, and what the events come to. */
final class Log implements AutoCloseable {

    private static final int PARTITIONS = 3;
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final Instant NOON = DAY.atTime(12, 0).toInstant(ZoneOffset.UTC);

    final String topic = TestBackend.freshName("events");
    private final Random random;
    private final EventCodec codec = new EventCodec();
    private final KafkaProducer<byte[], byte[]> producer;
    private final List<UUID> users;
    private final List<TransactionRecorded> live = new ArrayList<>();
    private final TreeMap<Category, Long> cents = new TreeMap<>();
    private final TreeMap<Category, Integer> counts = new TreeMap<>();
    private long position;

    Log(long seed) throws Exception {
        random = new Random(seed);
        users = random.longs(5).mapToObj(bits -> new UUID(bits, bits)).toList();
        try (var admin = Admin.create(Map.of("bootstrap.servers", TestBackend.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", TestBackend.bootstrapServers(), "transactional.id", topic),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
    }

    /** One transaction of the relay; now and then it is taken back first, and done again. */
    void happen(int events) {
        long first = position;
        var happened = new ArrayList<MitaEvent>();
        for (int i = 0; i < events; i++) {
            happened.add(event());
        }
        if (random.nextInt(3) == 0) {
            send(happened, first);
            producer.flush();
            producer.abortTransaction();
        }
        send(happened, first);
        producer.commitTransaction();
        position = first + events;
    }

    /** Count and total by category. */
    TreeMap<String, String> table() {
        var table = new TreeMap<String, String>();
        counts.forEach((category, count) -> {
            if (count > 0) {
                table.put(category.word(), count + " " + Money.cents(cents.get(category)));
            }
        });
        return table;
    }

    @Override
    public void close() {
        producer.close();
    }

    private void send(List<MitaEvent> events, long first) {
        producer.beginTransaction();
        long at = first;
        for (var event : events) {
            producer.send(record(event, ++at));
        }
    }

    private ProducerRecord<byte[], byte[]> record(MitaEvent event, long at) {
        var record = new ProducerRecord<>(
                topic,
                UserPartition.of(event.user(), PARTITIONS),
                event.user().toString().getBytes(StandardCharsets.UTF_8),
                codec.encode(event, null));
        var type = EventTypes.nameOf(event.getClass());
        header(record, CloudEventHeaders.TYPE, CloudEventHeaders.typeOf(type, 1));
        header(record, CloudEventHeaders.POSITION, Long.toString(at));
        return record;
    }

    private static void header(ProducerRecord<byte[], byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private MitaEvent event() {
        int kind = live.isEmpty() ? 0 : random.nextInt(10);
        if (kind < 5) {
            var user = users.get(random.nextInt(users.size()));
            var recorded = new TransactionRecorded(user, UUID.randomUUID(), details(), NOON);
            live.add(recorded);
            count(recorded.details(), 1);
            return recorded;
        }
        if (kind == 5) {
            // Counts for nothing here: what was spent was spent.
            return new AccountDeleted(new UUID(random.nextLong(), 0), NOON);
        }
        var before = live.remove(random.nextInt(live.size()));
        count(before.details(), -1);
        if (kind == 6) {
            return new TransactionDeleted(before.user(), before.transactionId(), before.details(), NOON);
        }
        var after = new TransactionRecorded(before.user(), before.transactionId(), details(), NOON);
        live.add(after);
        count(after.details(), 1);
        return new TransactionCorrected(
                before.user(), before.transactionId(), before.details(), after.details(), NOON, NOON);
    }

    private void count(TransactionDetails details, int sign) {
        counts.merge(details.category(), sign, Integer::sum);
        cents.merge(details.category(), sign * details.amount().cents(), Long::sum);
    }

    private TransactionDetails details() {
        return new TransactionDetails(
                Money.cents(random.nextInt(1, 50_000)),
                Category.values()[random.nextInt(6)],
                NOON,
                DAY,
                "USD",
                null,
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                null);
    }
}
