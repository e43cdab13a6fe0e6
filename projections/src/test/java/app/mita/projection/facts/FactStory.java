package app.mita.projection.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.mita.api.event.MitaEvent;
import app.mita.api.transactions.Category;
import app.mita.api.transactions.TransactionRecorded;
import app.mita.projection.facts.FactFold.Changed;
import app.mita.runtime.json.MitaJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import tools.jackson.databind.JsonNode;

/** What people spend by chance, and what the topic of facts has to say of it. */
final class FactStory {

    static final Duration DEADLINE = Duration.ofSeconds(60);

    private final FactTopicBed bed;
    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final List<UUID> users = new ArrayList<>();
    private final List<TransactionRecorded> live = new ArrayList<>();
    private final FactFold expected = new FactFold(List.of());
    private final Map<String, JsonNode> wanted = new TreeMap<>();

    FactStory(FactTopicBed bed) {
        this.bed = bed;
        for (int i = 0; i < 7; i++) {
            users.add(new UUID(random.nextLong(), random.nextLong()));
        }
    }

    List<UUID> users() {
        return users;
    }

    /** Someone with spending deletes their account. */
    UUID deleteAccount() {
        var user = live.getFirst().user();
        live.removeIf(transaction -> transaction.user().equals(user));
        users.remove(user);
        publish(List.of(Spent.accountDeleted(user)));
        return user;
    }

    /** Some of it, until the facts are published, by a publisher of its own. */
    void run() {
        happen(200);
        var publisher = bed.start();
        awaitStored();
        publisher.stop();
    }

    void awaitStored() {
        await().atMost(DEADLINE).until(bed::isStored);
    }

    void happen(int count) {
        var events = new ArrayList<MitaEvent>();
        for (int i = 0; i < count; i++) {
            events.add(event());
        }
        publish(events);
    }

    void publish(List<? extends MitaEvent> events) {
        long position = bed.position();
        for (var event : events) {
            expected.apply(new FactEvent(event, ++position));
        }
        bed.happen(events);
    }

    private MitaEvent event() {
        var amount = random.nextInt(1, 10_000) / 100.0;
        var details = Spent.details(
                String.format(java.util.Locale.ROOT, "%.2f", amount),
                Category.values()[random.nextInt(4)],
                Spent.DAY.minusDays(random.nextInt(5)));
        int kind = live.isEmpty() ? 0 : random.nextInt(4);
        if (kind < 2) {
            var user = users.get(random.nextInt(users.size()));
            var recorded = new TransactionRecorded(user, UUID.randomUUID(), details, details.spentAt());
            live.add(recorded);
            return recorded;
        }
        var before = live.remove(random.nextInt(live.size()));
        if (kind == 2) {
            return Spent.deleted(before);
        }
        live.add(new TransactionRecorded(before.user(), before.transactionId(), details, details.spentAt()));
        return Spent.corrected(before, details);
    }

    /** The latest of each key is what the events come to. */
    void assertFactsAreRight() {
        var facts = new TreeMap<String, JsonNode>();
        for (var record : bed.facts()) {
            if (record.value() == null) {
                facts.remove(key(record));
            } else {
                facts.put(key(record), json(record));
            }
        }
        assertThat(facts).as("seed " + seed).isEqualTo(wanted());
    }

    /**
     * From a place in the topic on there is nothing but present facts, each once, and ends of what is no more.
     *
     * @param ends of its partitions at that time
     */
    void assertAllToldOnceSince(Map<Integer, Long> ends) {
        var told = new TreeMap<String, JsonNode>();
        for (var record : bed.facts()) {
            if (record.offset() < ends.getOrDefault(record.partition(), 0L)) {
                continue;
            }
            if (record.value() == null) {
                assertThat(wanted()).as("seed " + seed).doesNotContainKey(key(record));
            } else {
                assertThat(told.put(key(record), json(record)))
                        .as(key(record) + " for the first time, seed " + seed)
                        .isNull();
            }
        }
        assertThat(told).as("seed " + seed).isEqualTo(wanted());
    }

    private Map<String, JsonNode> wanted() {
        for (Changed change : expected.changes()) {
            if (change.fact() == null) {
                wanted.remove(change.key().toString());
            } else {
                wanted.put(
                        change.key().toString(),
                        MitaJson.mapper().readTree(MitaJson.mapper().writeValueAsBytes(change.fact())));
            }
        }
        return wanted;
    }

    private static String key(ConsumerRecord<byte[], byte[]> record) {
        return new String(record.key(), StandardCharsets.UTF_8);
    }

    private static JsonNode json(ConsumerRecord<byte[], byte[]> record) {
        return MitaJson.mapper().readTree(record.value());
    }

    /** No fact is told again, or after a later one. */
    void assertToldOnce() {
        var last = new HashMap<String, Long>();
        for (var record : bed.facts()) {
            var key = key(record);
            if (record.value() == null) {
                // Two in a row, when what came between them was in one batch with its end.
                last.put(key, Objects.requireNonNullElse(last.get(key), 0L));
            } else {
                long position = json(record).path("position").asLong();
                assertThat(position).as(key + ", seed " + seed).isGreaterThan(last.getOrDefault(key, 0L));
                last.put(key, position);
            }
        }
    }
}
