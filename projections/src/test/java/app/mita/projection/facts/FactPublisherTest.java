package app.mita.projection.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.mita.api.event.MitaEvent;
import app.mita.api.transactions.Category;
import app.mita.api.transactions.TransactionRecorded;
import app.mita.projection.facts.FactFold.Changed;
import app.mita.runtime.json.MitaJson;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** The topic of facts, on a real broker and database: right whatever happens to its publisher, and told once. */
class FactPublisherTest {

    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final List<UUID> users = new ArrayList<>();
    private final List<TransactionRecorded> live = new ArrayList<>();
    private final FactFold expected = new FactFold(List.of());
    private final Map<String, @Nullable JsonNode> facts = new TreeMap<>();
    private FactTopicBed bed;

    @BeforeEach
    void open() throws Exception {
        bed = new FactTopicBed();
        for (int i = 0; i < 7; i++) {
            users.add(new UUID(random.nextLong(), random.nextLong()));
        }
    }

    @AfterEach
    void close() {
        bed.close();
    }

    @Test
    void restartsTakeOverWithoutAGapOrADouble() {
        for (int life = 0; life < 4; life++) {
            happen(150);
            var publisher = bed.start();
            happen(150);
            await().atMost(DEADLINE).until(() -> bed.stored() > 0);
            publisher.stop();
        }
        var last = bed.start();
        awaitStored();
        last.stop();
        assertFactsAreRight();
        assertToldOnce();
    }

    @Test
    void twoShareThePartitions() {
        var one = bed.start();
        happen(200);
        var other = bed.start();
        for (int i = 0; i < 5; i++) {
            happen(100);
        }
        await().atMost(DEADLINE).until(() -> bed.stored() > 100);
        one.stop();
        happen(100);
        awaitStored();
        other.stop();
        assertFactsAreRight();
        assertToldOnce();
    }

    /** Who takes a partition over may come before the broker has marked there what was committed. */
    @Test
    void whatIsNotMarkedAsCommittedIsThere() throws Exception {
        var clients = bed.clients();
        clients.ensureTopic();
        assertThat(clients.empty(Set.of(0, 1, 2))).containsExactlyInAnyOrder(0, 1, 2);
        try (var producer = clients.producer()) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(bed.settings.dailySpendingTopic(), 1, new byte[1], null));
            producer.flush();
            assertThat(clients.empty(Set.of(0, 1, 2))).containsExactlyInAnyOrder(0, 2);
            producer.abortTransaction();
        }
        assertThat(clients.empty(Set.of(0, 1, 2))).containsExactlyInAnyOrder(0, 2);
    }

    @Test
    void aDatabaseThatLostItsLastSecondsIsBroughtUpSilently() {
        run();
        bed.execute("create table facts_then as table read_model.daily_spending");
        bed.execute("create table progress_then as table read_model.daily_spending_progress");
        run();
        bed.execute("truncate read_model.daily_spending, read_model.daily_spending_progress");
        bed.execute("insert into read_model.daily_spending table facts_then");
        bed.execute("insert into read_model.daily_spending_progress table progress_then");
        run();
        assertFactsAreRight();
        assertToldOnce();
    }

    @Test
    void factsAreMadeAnewWhenKafkaHasForgottenThem() throws Exception {
        run();
        bed.forgetOffsets();
        run();
        assertFactsAreRight();
    }

    @Test
    void nothingIsMadeAnewWhereThereAreNoFacts() {
        var told = new ListAppender<ILoggingEvent>();
        told.start();
        var log = (Logger) LoggerFactory.getLogger(FactPublisher.class);
        log.addAppender(told);
        try {
            for (int life = 0; life < 3; life++) {
                publish(users.stream().map(Spent::accountDeleted).toList());
                var publisher = bed.start();
                awaitStored();
                publisher.stop();
            }
            run();
        } finally {
            log.detachAppender(told);
        }
        assertThat(told.list).isEmpty();
        assertFactsAreRight();
        assertToldOnce();
    }

    @Test
    void aDeletedAccountLeavesTombstonesAlone() {
        run();
        var user = live.getFirst().user();
        live.removeIf(transaction -> transaction.user().equals(user));
        var publisher = bed.start();
        publish(List.of(Spent.accountDeleted(user)));
        awaitStored();
        publisher.stop();
        assertFactsAreRight();
        assertThat(facts.keySet()).noneMatch(key -> key.startsWith(user.toString()));
        assertThat(bed.query("select count(*) from read_model.daily_spending where user_id = '" + user + "'"))
                .isZero();
    }

    @Test
    void anEventThatCannotBeReadHoldsUpNobody() {
        bed.happenUnreadable(Spent.recorded(users.getFirst(), "1.00", Category.FOOD, Spent.DAY));
        expected.changes();
        run();
        assertFactsAreRight();
    }

    private void run() {
        happen(200);
        var publisher = bed.start();
        awaitStored();
        publisher.stop();
    }

    private void awaitStored() {
        await().atMost(DEADLINE).until(bed::isStored);
    }

    private void happen(int count) {
        var events = new ArrayList<MitaEvent>();
        for (int i = 0; i < count; i++) {
            events.add(event());
        }
        publish(events);
    }

    private void publish(List<? extends MitaEvent> events) {
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

    private void assertFactsAreRight() {
        facts.clear();
        for (var record : bed.facts()) {
            var key = new String(record.key(), StandardCharsets.UTF_8);
            if (record.value() == null) {
                facts.remove(key);
            } else {
                facts.put(key, MitaJson.mapper().readTree(record.value()));
            }
        }
        var wanted = new TreeMap<String, JsonNode>();
        for (Changed change : expected.changes()) {
            if (change.fact() != null) {
                wanted.put(
                        change.key().toString(),
                        MitaJson.mapper().readTree(MitaJson.mapper().writeValueAsBytes(change.fact())));
            }
        }
        assertThat(facts).as("seed " + seed).isEqualTo(wanted);
    }

    private void assertToldOnce() {
        var last = new HashMap<String, Long>();
        for (var record : bed.facts()) {
            var key = new String(record.key(), StandardCharsets.UTF_8);
            if (record.value() == null) {
                // Two in a row, when what came between them was in one batch with its end.
                last.put(key, Objects.requireNonNullElse(last.get(key), 0L));
            } else {
                long position = MitaJson.mapper()
                        .readTree(record.value())
                        .path("position")
                        .asLong();
                assertThat(position).as(key + ", seed " + seed).isGreaterThan(last.getOrDefault(key, 0L));
                last.put(key, position);
            }
        }
    }
}
