package app.mita.projection.operations;

import static app.mita.projection.engine.TestEngine.MODELS;
import static org.assertj.core.api.Assertions.assertThat;

import app.mita.projection.engine.Lives;
import app.mita.projection.engine.TestReadModels;
import java.util.TreeSet;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Listing, pausing, replaying and switching through the routes, in the words of the record. */
class ReplayVerbsTest {

    private static RunningProjections running;

    @BeforeAll
    static void start() {
        running = new RunningProjections();
        running.log.happen(Lives.shuffled(1, 20, 800));
        running.readModels.awaitApplied(running.log, MODELS);
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    void operatorsAloneGetIn() {
        assertThat(running.send("GET", "/ops/projections", null, null).status()).isEqualTo(401);
        assertThat(running.send("GET", "/ops/projections", "wrong", null).status())
                .isIn(401, 503);
        assertThat(running.send("POST", "/ops/projections/dashboard/replay", null, "{\"reason\": \"x\"}")
                        .status())
                .isEqualTo(401);
        assertThat(running.get("/ops/projections").status()).isEqualTo(200);
    }

    @Test
    void theListShowsEachProjection() {
        Awaitility.await().atMost(TestReadModels.DEADLINE).untilAsserted(() -> {
            var all = running.get("/ops/projections").data();
            assertThat(all).hasSize(MODELS.size());
            for (var projection : all) {
                assertThat(projection.path("nodes").asInt())
                        .as(projection.toString())
                        .isEqualTo(1);
                assertThat(projection.path("position").asLong()).isPositive();
                assertThat(projection.path("live").path("state").asString()).isEqualTo("live");
                assertThat(projection.path("dead_letters").asInt()).isZero();
            }
        });
        assertThat(running.get("/ops/projections/nonsense").code()).isEqualTo("RESOURCE_3001");
        assertThat(running.get("/ops/instances").data()).hasSize(1);
    }

    @Test
    void aReplayRunsAndIsSwitchedToAndBack() {
        var id = UUID.randomUUID();
        var body = "{\"reason\": \"a new index\", \"switches_itself\": false, \"operation_id\": \"%s\"}".formatted(id);
        var begun = running.post("/ops/projections/calendar/replay", body);
        assertThat(begun.status()).as(begun.toString()).isEqualTo(200);
        int next = begun.data().path("result").path("generation").asInt();
        assertThat(running.post("/ops/projections/calendar/replay", body).data())
                .isEqualTo(begun.data());
        assertThat(running.post("/ops/projections/calendar/pause", body).status())
                .isEqualTo(409);
        assertThat(running.post("/ops/projections/calendar/replay", body.replace("false", "true"))
                        .status())
                .as("the same verb with other arguments is another operation")
                .isEqualTo(409);
        assertThat(running.post("/ops/projections/calendar/replay").code()).isEqualTo("RESOURCE_3003");
        Awaitility.await().atMost(TestReadModels.DEADLINE).until(() -> next("calendar", "state")
                .equals("ready"));
        running.log.happen(Lives.shuffled(2, 10, 200));
        running.readModels.awaitApplied(running.log, MODELS);
        Awaitility.await()
                .atMost(TestReadModels.DEADLINE)
                .until(() -> running.post("/ops/projections/calendar/switch").status() == 200);
        running.awaitLive("calendar", next);
        running.log.happen(Lives.shuffled(3, 10, 200));
        running.readModels.awaitApplied(running.log, MODELS);
        running.readModels.assertFolded(running.log.events(), MODELS);

        var back = running.post("/ops/projections/calendar/rollback");
        assertThat(back.status()).as(back.toString()).isEqualTo(200);
        running.awaitLive("calendar", next - 1);
        running.log.happen(Lives.shuffled(4, 10, 200));
        running.readModels.awaitApplied(running.log, MODELS);
        running.readModels.assertFolded(running.log.events(), MODELS);
        assertThat(running.post("/ops/projections/calendar/drop").status()).isEqualTo(200);
        assertThat(running.post("/ops/projections/calendar/drop").status()).isEqualTo(409);
        assertThat(running.post("/ops/projections/calendar/rollback").status()).isEqualTo(409);

        var record = running.get("/ops/operations?projection=calendar").data();
        assertThat(record).hasSizeGreaterThanOrEqualTo(4);
        assertThat(record.get(record.size() - 1).path("operator").asString()).isEqualTo("token:ada");
        assertThat(record.get(record.size() - 1).path("reason").asString()).isEqualTo("a new index");
        assertThat(record.get(record.size() - 1).path("verb").asString()).isEqualTo("replay");
    }

    @Test
    void theRecordIsPagedAndSearched() {
        running.readModels.execute("""
            insert into operations.operation (id, verb, arguments, operator, reason, state, requested_at)
            select gen_random_uuid(), 'republish', '{}', 'token:grace', 'deed ' || n, 'done', '2001-01-01 00:00:00Z'
            from generate_series(1, 25) n
            """);
        var query =
                "/ops/operations?operator=GRACE&verb=republish&from=2001-01-01T00:00:00Z&until=2001-01-01T00:00:01Z";
        var seen = new TreeSet<String>();
        var page = running.get(query + "&limit=10");
        for (int size : new int[] {10, 10, 5}) {
            assertThat(page.data()).hasSize(size);
            page.data().forEach(deed -> seen.add(deed.path("reason").asString()));
            var before = page.body().path("meta").path("before");
            assertThat(before.isMissingNode()).isEqualTo(size == 5);
            page = running.get(query + "&limit=10&before=" + before.asString(""));
        }
        assertThat(seen).hasSize(25);
        assertThat(running.get("/ops/operations?operator=grace&projection=calendar")
                        .data())
                .isEmpty();
        assertThat(running.get("/ops/operations?until=2001-01-01T00:00:00Z").data())
                .isEmpty();
        assertThat(running.get("/ops/operations?from=%2B1000000000-12-31T23:59:59Z")
                        .data())
                .isEmpty();
        assertThat(running.get("/ops/operations?before=0f8fad5b-d9cb-469f-a165-70867728950f")
                        .status())
                .isEqualTo(404);
        for (var wrong : new String[] {"before=1", "from=yesterday", "operator=%00", "verb=%00", "projection=%00"}) {
            assertThat(running.get("/ops/operations?" + wrong).status())
                    .as(wrong)
                    .isEqualTo(422);
        }
    }

    @Test
    void aReplayIsCancelled() {
        assertThat(running.post("/ops/projections/merchant/cancel").status()).isEqualTo(409);
        assertThat(running.post("/ops/projections/merchant/switch").status()).isEqualTo(409);
        running.post("/ops/projections/merchant/replay", "{\"reason\": \"x\", \"switches_itself\": false}");
        assertThat(running.post("/ops/projections/merchant/replay/pause").status())
                .isEqualTo(200);
        assertThat(next("merchant", "state")).isEqualTo("paused");
        assertThat(running.post("/ops/projections/merchant/replay/resume").status())
                .isEqualTo(200);
        assertThat(running.post("/ops/projections/merchant/cancel").status()).isEqualTo(200);
        assertThat(running.projection("merchant").path("next").isNull()).isTrue();
        Awaitility.await().atMost(TestReadModels.DEADLINE).until(() -> running.readModels
                .rows("select 1 from read_model.merchant where generation > 1"
                        + " union all select 1 from read_model.generation"
                        + " where projection = 'merchant' and generation > 1")
                .isEmpty());
    }

    @Test
    void aPausedProjectionStandsStill() {
        assertThat(running.post("/ops/projections/settings/pause").status()).isEqualTo(200);
        assertThat(running.projection("settings").path("state").asString()).isEqualTo("paused");
        assertThat(running.post("/ops/projections/settings/resume").status()).isEqualTo(200);
        running.log.happen(Lives.shuffled(5, 10, 200));
        running.readModels.awaitApplied(running.log, MODELS);
        running.readModels.assertFolded(running.log.events(), MODELS);
    }

    @Test
    void everyDeedNeedsAReason() {
        for (var verb : new String[] {"pause", "resume", "replay", "cancel", "switch", "rollback", "drop", "verify"}) {
            assertThat(running.post("/ops/projections/profile/" + verb, "{}").status())
                    .as(verb)
                    .isEqualTo(422);
            assertThat(running.post("/ops/projections/nonsense/" + verb).status())
                    .as(verb)
                    .isEqualTo(404);
        }
        assertThat(running.post(
                                "/ops/projections/profile/replay",
                                "{\"reason\": \"x\", \"from_position\": 1, \"from_time\": \"2026-01-01T00:00:00Z\"}")
                        .status())
                .isEqualTo(422);
    }

    private static String next(String projection, String field) {
        return running.projection(projection).path("next").path(field).asString();
    }
}
