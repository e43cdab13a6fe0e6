package app.mita.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The operators' verbs over one running process with some people in it. Each test has a projection of its own. */
@Timeout(120)
class EveryVerbTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    private static Path directory;

    private static RunningMita mita;
    private static RunningMita.Run up;
    private static MitaDatabase database;
    private static TypedVerbs verbs;

    @BeforeAll
    static void start() throws Exception {
        mita = new RunningMita(directory);
        verbs = new TypedVerbs(mita);
        up = mita.up();
        database = MitaDatabase.of(mita, up);
        for (int people = 0; people < 3; people++) {
            mita.someoneSpends();
        }
    }

    @AfterAll
    static void stop() throws Exception {
        assertThat(mita.operator("down")).isZero();
        assertThat(up.exitCode()).isZero();
        assertThat(mita.operator("projections")).isEqualTo(3);
    }

    @Test
    void aProjectionIsHeldOnceForOneIdAndGoesOn() {
        var id = UUID.randomUUID().toString();
        verbs.deed("settings is paused", "pause", "settings", "--operation-id", id);
        verbs.deed("settings is paused", "pause", "settings", "--operation-id", id);
        assertThat(verbs.projection("settings").path("state").asString()).isEqualTo("paused");
        verbs.refused("belongs to another operation", "resume", "settings", "--operation-id", id);
        verbs.deed("settings goes on", "resume", "settings");
        await().atMost(SOON)
                .until(() ->
                        verbs.projection("settings").path("state").asString().equals("running"));

        verbs.shown("operations", "--projection", "settings", "--verb", "pause");
        assertThat(mita.said().lines()).filteredOn(line -> line.contains(id)).hasSize(1);
        assertThat(mita.said()).contains("OPERATOR", "a test").doesNotContain("resume");
    }

    @Test
    void theRecordIsSearched() {
        verbs.deed("merchant goes on", "resume", "merchant");
        var first = verbs.json("operations", "--projection", "merchant").get(0);
        verbs.deed("merchant goes on", "resume", "merchant");
        var name = System.getProperty("user.name", "unnamed");
        assertThat(verbs.json("operations", "--operator", name, "--limit", "1")).hasSize(1);
        assertThat(verbs.json("operations", "--operator", "somebody else")).isEmpty();
        assertThat(verbs.json(
                        "operations", "--from", Instant.now().plusSeconds(60).toString()))
                .isEmpty();
        var theSecond = first.path("requested_at").asString();
        assertThat(verbs.json("operations", "--projection", "merchant", "--until", theSecond))
                .isEmpty();
        assertThat(verbs.json("operations", "--projection", "merchant", "--from", theSecond))
                .hasSize(2);
        verbs.shown("operations", "--projection", "merchant", "--limit", "1");
        var older = Pattern.compile("--before (\\S+)").matcher(mita.said());
        assertThat(older.find()).as(mita.said()).isTrue();
        assertThat(verbs.json("operations", "--projection", "merchant", "--before", older.group(1))
                        .get(0)
                        .path("id"))
                .isEqualTo(first.path("id"));
        verbs.shown("operations", "--verb", "nonsense");
        assertThat(mita.said()).contains("No operations");
    }

    @Test
    void whatIsBuiltIsHeldGoesOnAndIsGivenUp() {
        verbs.deed("the new generation is ready; 'mita switch calendar'", "replay", "calendar", "--manual");
        verbs.refused("is being built", "replay", "calendar");
        verbs.deed("calendar is not built on for now", "pause-replay", "calendar");
        verbs.shown("projections", "calendar");
        assertThat(mita.said())
                .containsPattern("next +generation 2, paused, .*, 0 dead letters \\(0 failed\\)")
                .containsPattern("live +generation 1, live, .*, 0 dead letters \\(0 failed\\)");
        verbs.shown("projections");
        assertThat(mita.said()).containsPattern("calendar .*generation 2 paused 100 %");
        verbs.deed("calendar is built on", "resume-replay", "calendar");
        verbs.deed("calendar is not replayed any more", "cancel", "calendar");
        for (var verb : List.of("pause-replay", "resume-replay", "cancel", "switch")) {
            verbs.refused("No generation of this projection is being built", verb, "calendar");
        }
    }

    @Test
    void aReplayIsSwitchedToAndGoneBackFrom() {
        verbs.deed("generation 2 is being built", "replay", "dashboard", "--no-wait", "--manual");
        await().atMost(SOON).until(() -> verbs.projection("dashboard")
                .path("next")
                .path("state")
                .asString()
                .equals("ready"));
        verbs.deed("dashboard serves its new generation", "switch", "dashboard");
        assertThat(verbs.live("dashboard")).isEqualTo(2);
        verbs.deed("dashboard goes back to its previous generation", "rollback", "dashboard");
        await().atMost(SOON).until(() -> verbs.live("dashboard") == 1);
        verbs.shown("projections", "dashboard");
        assertThat(mita.said()).contains("generation 1, live", "generation 2, kept");
        verbs.deed("dashboard has no previous generation any more", "drop", "dashboard");
        for (var verb : List.of("drop", "rollback")) {
            verbs.refused("No earlier generation of this projection is kept", verb, "dashboard");
        }
    }

    @Test
    void aReplaySwitchesByItselfAndMayConcernSomeUsersOnly() {
        verbs.deed("generation 2 is being built", "replay", "redistribution", "--no-wait");
        await().atMost(SOON).until(() -> verbs.live("redistribution") == 2);
        verbs.deed("the new generation is live", "replay", "redistribution", "--from-position", "2");
        verbs.deed("the new generation is live", "replay", "redistribution", "--from-time", "2026-01-01T00:00:00Z");
        assertThat(verbs.live("redistribution")).isEqualTo(4);
        var last = verbs.json("operations", "--projection", "redistribution", "--limit", "1")
                .get(0);
        assertThat(last.path("arguments").path("from_time").asString()).isEqualTo("2026-01-01T00:00:00Z");
        verbs.deed("No difference", "verify", "redistribution");
        verbs.refused("", "replay", "redistribution", "--from-position", "0");
    }

    @Test
    void oneUserIsFoldedAgain() throws Exception {
        var user = database.row("select user_id from event_store.event order by position desc limit 1");
        verbs.deed("profile: ", "rebuild-user", "profile", user);
        assertThat(mita.said()).contains("11 events folded, 1 documents, 0 events parked");
        verbs.refused(
                "The log has no event of this user",
                "rebuild-user",
                "profile",
                UUID.randomUUID().toString());
    }

    /** An event of a version that this code does not know: what a node without the latest code would meet. */
    @Test
    void whatFailedIsLookedAtTriedAgainAndLeftOut() throws Exception {
        var of = " from event_store.event where name = 'TransactionRecorded' order by position limit 1";
        var position = database.row("select position" + of);
        var user = database.row("select user_id" + of);
        verbs.refused("has no dead letters", "dead-letters", "retry", "transaction", "--user", user);
        verbs.refused("No event at this position has failed", "dead-letters", "discard", "transaction", position);

        database.execute("update event_store.event set version = version + 98 where position = " + position);
        verbs.deed("4 events parked", "rebuild-user", "transaction", user);
        verbs.shown("dead-letters", "list", "transaction");
        assertThat(mita.said())
                .contains(
                        "position " + position, "user " + user, "a version that is not known", "3 events of the same");
        assertThat(mita.said()).doesNotContain("Later ones");
        assertAllAreFoundByPages(position);
        verbs.shown("projections", "transaction");
        assertThat(mita.said()).containsPattern("live +generation 1, live, .*, 4 dead letters");
        assertThat(mita.operator("dead-letters", "retry", "transaction", "--user", user, "--reason", "a test"))
                .isEqualTo(1);
        assertThat(mita.said()).contains("0 events applied, 4 still parked");

        database.execute("update event_store.event set version = version - 98 where position = " + position);
        database.execute("update read_model.dead_letter set type = 'app.mita.TransactionRecorded.v1'"
                + " where projection = 'transaction' and position = "
                + position);
        verbs.deed("4 events applied, 0 still parked", "dead-letters", "retry", "transaction");
        verbs.deed("No difference", "verify", "transaction");

        database.execute("update event_store.event set version = version + 98 where position = " + position);
        verbs.deed("4 events parked", "rebuild-user", "transaction", user);
        verbs.deed("0 are still parked", "dead-letters", "discard", "transaction", position);
        database.execute("update event_store.event set version = version - 98 where position = " + position);
        verbs.shown("dead-letters", "transaction");
        assertThat(mita.said()).contains("No dead letters");
    }

    /** The failed one and the three behind it, two and two. */
    private static void assertAllAreFoundByPages(String first) {
        verbs.shown("dead-letters", "transaction", "--waiting", "--limit", "2");
        assertThat(mita.said()).contains("position " + first, "waits behind another one");
        var later = Pattern.compile("Later ones: \\./mita dead-letters transaction --waiting --limit 2 --data "
                        + Pattern.quote(mita.data().toString()) + " --after ([0-9]+)")
                .matcher(mita.said());
        assertThat(later.find()).as(mita.said()).isTrue();
        var whole = verbs.json("dead-letters", "transaction", "--waiting");
        assertThat(whole).hasSize(4);
        assertThat(whole.get(1).path("position").asString()).isEqualTo(later.group(1));

        verbs.shown("dead-letters", "transaction", "--waiting", "--limit", "2", "--after", later.group(1));
        assertThat(mita.said())
                .contains("position " + whole.get(2).path("position").asString() + " ")
                .contains("position " + whole.get(3).path("position").asString() + " ")
                .doesNotContain("position " + first + " ", "Later ones");
        assertThat(verbs.json("dead-letters", "transaction", "--waiting", "--limit", "1", "--after", later.group(1)))
                .containsExactly(whole.get(2));
        for (var from : List.of("--after=" + first, "--after " + first)) {
            var verb = "dead-letters list transaction --waiting --limit 1";
            verbs.shown((verb + " " + from).split(" "));
            assertThat(mita.said())
                    .contains("Later ones: ./mita " + verb + " --data " + mita.data() + " --after " + later.group(1));
        }
        verbs.shown("dead-letters", "transaction", "--after", first);
        assertThat(mita.said()).contains("No dead letters after position " + first);
    }

    @Test
    void aDeploymentIsReachedByItsAddressAndToken() throws Exception {
        var there = mita.api().toString();
        assertThat(mita.operator("nodes", "--url", there)).isEqualTo(1);
        assertThat(mita.said()).contains("Set MITA_OPS_TOKEN");
        var token = Secrets.readIn(mita.data()).opsToken();
        var nodes = nodesOf(there, token);
        var stranger = nodesOf(there, "guessed");
        var nobody = nodesOf(Listen.onFreePort().local().toString(), token);
        assertThat(nodes.exitCode()).as(nodes.text()).isZero();
        assertThat(nodes.text()).contains("NODE", "dashboard", "transaction");
        assertThat(stranger.exitCode()).isEqualTo(1);
        assertThat(stranger.text()).startsWith("mita: Refused: ");
        assertThat(nobody.exitCode()).isEqualTo(3);
        assertThat(nobody.text()).startsWith("mita: No MITA runs at ").hasLineCount(1);
    }

    private static RunningMita.Run nodesOf(String url, String token) throws IOException {
        return mita.run(Map.of("MITA_OPS_TOKEN", token), Stream.of("nodes", "--url", url));
    }

    @Test
    void aReplayInWhichMoreFailedIsHeldUntilSomebodyHasLooked() throws Exception {
        database.execute("""
                insert into read_model.dead_letter
                  (projection, generation, user_id, position, partition, kafka_offset, type, cause, payload)
                select 'analytics', 2, user_id, position, partition, 0, 'app.mita.' || name || '.v' || version, 'a test',
                  convert_to(payload::text, 'UTF8')
                from event_store.event order by position limit 1
                """);
        assertThat(verbs.reasoned("replay", "analytics")).isEqualTo(1);
        assertThat(mita.said())
                .contains(
                        "mita: analytics: the new generation is held: more events failed in it (1) than in the live one (0)");
        verbs.shown("projections", "analytics");
        assertThat(mita.said())
                .containsPattern("next +generation 2, held, .* dead letters \\(1 failed\\)")
                .contains("held: more events failed in it (1)");
        verbs.shown("dead-letters", "analytics");
        assertThat(mita.said()).contains("analytics, generation 2 that is being built  position 1", "cause    a test");
        verbs.deed("analytics serves its new generation", "switch", "analytics");
    }

    /** As a node tells it that had to do with one projection only. */
    @Test
    void theLastErrorStandsUnderTheList() throws Exception {
        database.execute("""
                insert into read_model.instance (id, versions, standings, failure, seen_at) values ('of a test', '{}',
                  '[{"projection": "dashboard", "generation": 99, "partitions": 1, "lag_events": 0, "lag_seconds": 0, "rate": 0}]',
                  'the disk is full' || chr(10) || repeat('!', 300), now() + interval '1 hour')
                """);
        try {
            verbs.shown("projections");
            assertThat(mita.said().lines())
                    .filteredOn(line -> line.contains("the disk is full"))
                    .containsExactly("last error of dashboard: the disk is full " + "!".repeat(183) + "…");
            verbs.shown("projections", "dashboard");
            assertThat(mita.said()).contains("last error: the disk is full", "!".repeat(300));
        } finally {
            database.execute("delete from read_model.instance where id = 'of a test'");
        }
    }

    @Test
    void theNodesAreShown() {
        assertThat(verbs.json("nodes").get(0).path("versions").has("analytics")).isTrue();
        verbs.shown("nodes");
        assertThat(mita.said()).containsPattern("analytics +[0-9]+ +[0-9]+ +[0-9]+ ");
    }
}
