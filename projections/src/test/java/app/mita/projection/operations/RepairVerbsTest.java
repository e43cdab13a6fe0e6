package app.mita.projection.operations;

import static app.mita.projection.engine.TestEngine.MODELS;
import static org.assertj.core.api.Assertions.assertThat;

import app.mita.api.event.RecordedEvent;
import app.mita.api.transactions.TransactionRecorded;
import app.mita.projection.engine.Lives;
import app.mita.projection.engine.TestReadModels;
import app.mita.projection.history.History;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Poisoned events, and documents that are not what they should be: found and repaired through the routes. */
class RepairVerbsTest {

    private static final Fragile FRAGILE = new Fragile();
    private static RunningProjections running;

    @BeforeAll
    static void start() {
        running = new RunningProjections(FRAGILE);
        running.happen(Lives.shuffled(1, 12, 400));
        awaitAll();
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    void aRepairedEventIsTriedAgain() {
        var user = Stream.generate(UUID::randomUUID)
                .filter(someone -> hasText(life(someone, 30).get(9)))
                .findFirst()
                .orElseThrow();
        FRAGILE.quotes = true;
        var poison = poisoned(user, 10, 20);
        FRAGILE.quotes = false;
        assertThat(count(user)).isEqualTo("9");
        var letters = letters(user);
        assertThat(letters).hasSize(1);
        assertThat(letters.getFirst()).contains("cannot count this: >(personal)<", "\"waiting\":20");
        assertThat(letters.getFirst()).doesNotContain("enc:v1");

        var failing = retry(user);
        assertThat(failing.data().path("result").path("parked").asInt()).isEqualTo(21);
        FRAGILE.poisoned.remove(poison.id());
        var done = retry(user);
        assertThat(done.status()).as(done.toString()).isEqualTo(200);
        assertThat(done.data().path("result").path("events").asInt()).isEqualTo(21);
        assertThat(count(user)).isEqualTo("30");
        assertThat(letters(user)).isEmpty();
        assertThat(retry(user).status()).isEqualTo(404);
        assertThat(retry(UUID.randomUUID()).status()).isEqualTo(404);
        running.happen(History.random(7, user, 5).events().subList(1, 5));
        awaitAll();
        assertThat(count(user)).isEqualTo("34");
        assertSame("fragile");
    }

    @Test
    void aDiscardedEventIsLeftOutOfLaterGenerationsToo() {
        var user = UUID.randomUUID();
        var poison = poisoned(user, 5, 10);
        var discard = running.post(
                "/ops/projections/fragile/dead-letters/discard",
                "{\"reason\": \"never mind\", \"position\": %d}".formatted(poison.position()));
        assertThat(discard.status()).as(discard.toString()).isEqualTo(200);
        assertThat(discard.data().path("result").path("parked").asInt()).isZero();
        assertThat(count(user)).isEqualTo("14");
        assertThat(running.post(
                                "/ops/projections/fragile/dead-letters/discard",
                                "{\"reason\": \"never mind\", \"position\": %d}".formatted(poison.position()))
                        .status())
                .isEqualTo(404);
        assertSame("fragile");
        var begun = running.post("/ops/projections/fragile/replay");
        running.awaitLive(
                "fragile", begun.data().path("result").path("generation").asInt());
        assertThat(count(user)).isEqualTo("14");
        assertSame("fragile");
    }

    @Test
    void allAreTriedAgain() {
        var users = List.of(UUID.randomUUID(), UUID.randomUUID());
        var poison = users.stream().map(user -> poisoned(user, 3, 4)).toList();
        poison.forEach(event -> FRAGILE.poisoned.remove(event.id()));
        var asked = running.post("/ops/projections/fragile/dead-letters/retry-all");
        assertThat(asked.status()).isEqualTo(202);
        var finished = running.finished(asked);
        assertThat(finished.path("state").asString()).as(finished.toString()).isEqualTo("done");
        assertThat(finished.path("result").path("events").asInt()).isGreaterThanOrEqualTo(10);
        users.forEach(user -> assertThat(count(user)).isEqualTo("7"));
    }

    @Test
    void verifyFindsWhatIsWrongAndARebuildRepairsIt() {
        assertSame("dashboard");
        assertSame("transaction");
        var rows = running.readModels.rows("select user_id from read_model.dashboard where generation = 1 order by 1");
        var changed = rows.get(0).getFirst();
        var lost = rows.get(1).getFirst();
        running.readModels.execute("update read_model.dashboard set document = document::jsonb || '{\"nonsense\": 7}'"
                + " where user_id = '" + changed + "'; delete from read_model.dashboard where user_id = '"
                + lost + "'; insert into read_model.dashboard (generation, user_id, key, document, position)"
                + " values (1, '00000000-0000-0000-0000-000000000007', '', '{}', 1)");
        var verdict = verdict("dashboard");
        assertThat(verdict.path("differences").asInt()).isEqualTo(3);
        assertThat(verdict.path("hash")).isNotEqualTo(verdict.path("live_hash"));
        assertThat(verdict.path("first").toString())
                .contains(changed, lost, "missing", "unexpected", "\"kind\":\"document\"");
        for (var user : List.of(changed, lost)) {
            var rebuilt = running.post(
                    "/ops/projections/dashboard/rebuild-user",
                    "{\"reason\": \"verify found it\", \"user_id\": \"%s\"}".formatted(user));
            assertThat(rebuilt.status()).as(rebuilt.toString()).isEqualTo(200);
        }
        running.readModels.execute(
                "delete from read_model.dashboard where user_id = '00000000-0000-0000-0000-000000000007'");
        assertSame("dashboard");
        running.happen(Lives.shuffled(9, 12, 200));
        awaitAll();
        assertSame("dashboard");
        assertThat(running.post(
                                "/ops/projections/dashboard/rebuild-user",
                                "{\"reason\": \"x\", \"user_id\": \"%s\"}".formatted(UUID.randomUUID()))
                        .status())
                .isEqualTo(404);
        assertThat(running.post("/ops/republish", "{\"reason\": \"x\", \"topic\": \"another\"}")
                        .status())
                .isEqualTo(422);
    }

    /** Only who has an event from there on is folded anew; what is wrong elsewhere is copied as it is. */
    @Test
    void aReplayFromAPositionFoldsTheUsersOfLaterEvents() {
        var early = running.happen(Lives.shuffled(20, 8, 160));
        awaitAll();
        var late = running.happen(Lives.shuffled(21, 8, 160));
        awaitAll();
        var untouched = shown(early);
        var touched = shown(late);
        for (var user : List.of(untouched, touched)) {
            running.readModels.execute("update read_model.calendar set document = '{\"nonsense\": 7}'"
                    + " where user_id = '" + user + "'");
        }
        var begun = running.post(
                "/ops/projections/calendar/replay",
                "{\"reason\": \"x\", \"from_position\": %d}"
                        .formatted(late.getFirst().position()));
        assertThat(begun.status()).as(begun.toString()).isEqualTo(200);
        running.happen(Lives.shuffled(22, 8, 100));
        running.awaitLive(
                "calendar", begun.data().path("result").path("generation").asInt());
        awaitAll();
        var users = verdict("calendar").path("first").toString();
        assertThat(users).contains(untouched.toString()).doesNotContain(touched.toString());
        running.post(
                "/ops/projections/calendar/rebuild-user",
                "{\"reason\": \"x\", \"user_id\": \"%s\"}".formatted(untouched));
        assertSame("calendar");
    }

    /** One of the users who has a calendar. */
    private static UUID shown(List<RecordedEvent> events) {
        return events.stream()
                .map(RecordedEvent::user)
                .filter(user -> !running.readModels
                        .rows("select 1 from read_model.calendar where user_id = '" + user + "'")
                        .isEmpty())
                .findFirst()
                .orElseThrow();
    }

    /** The user's event of that number is poisoned; so many come behind it. */
    private static RecordedEvent poisoned(UUID user, int number, int behind) {
        var appended = new ArrayList<>(running.log.append(life(user, number + behind)));
        var poison = appended.get(number - 1);
        FRAGILE.poisoned.add(poison.id());
        running.readModels.store(running.log, appended);
        running.log.publish(appended);
        awaitAll();
        return poison;
    }

    private static List<RecordedEvent> life(UUID user, int events) {
        return History.random(user.hashCode(), user, events).events().subList(0, events);
    }

    private static boolean hasText(RecordedEvent event) {
        return event.payload() instanceof TransactionRecorded recorded
                && recorded.details().description() != null;
    }

    private static void awaitAll() {
        running.readModels.awaitApplied(running.log, MODELS);
        running.readModels.awaitApplied(running.log, List.of(FRAGILE));
    }

    private static RunningProjections.Reply retry(UUID user) {
        return running.post(
                "/ops/projections/fragile/dead-letters/retry",
                "{\"reason\": \"repaired\", \"user_id\": \"%s\"}".formatted(user));
    }

    private static List<String> letters(UUID user) {
        var letters = new ArrayList<String>();
        running.get("/ops/dead-letters?projection=fragile&limit=500").data().forEach(letter -> {
            if (letter.path("user_id").asString().equals(user.toString())) {
                letters.add(letter.toString());
            }
        });
        return letters;
    }

    private static String count(UUID user) {
        return running.readModels
                .rows("select document::json ->> 'events' from read_model.fragile d join read_model.projection p"
                        + " on p.name = 'fragile' and p.live_generation = d.generation where user_id = '" + user + "'")
                .getFirst()
                .getFirst();
    }

    private static void assertSame(String projection) {
        Awaitility.await().atMost(TestReadModels.DEADLINE).untilAsserted(() -> {
            var verdict = verdict(projection);
            assertThat(verdict.path("differences").asInt())
                    .as(verdict.toString())
                    .isZero();
            assertThat(verdict.path("hash")).isEqualTo(verdict.path("live_hash"));
            assertThat(verdict.path("documents").asLong()).isPositive();
        });
    }

    private static JsonNode verdict(String projection) {
        var finished = running.finished(running.post("/ops/projections/" + projection + "/verify"));
        assertThat(finished.path("state").asString()).as(finished.toString()).isEqualTo("done");
        return finished.path("result");
    }
}
