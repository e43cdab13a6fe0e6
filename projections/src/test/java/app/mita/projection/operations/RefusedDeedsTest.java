package app.mita.projection.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What is refused stays in the record, and an id is one deed's. */
class RefusedDeedsTest {

    private static final String USER = "0f8fad5b-d9cb-469f-a165-70867728950e";

    private static RunningProjections running;

    @BeforeAll
    static void start() {
        running = new RunningProjections();
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    /** As a script asks that goes on until it succeeds. */
    @Test
    void aRefusedDeedIsKeptAndTriedAnewUnderItsId() {
        var id = UUID.randomUUID();
        for (int times = 0; times < 2; times++) {
            assertThat(ask("merchant/cancel", id, "").status()).isEqualTo(409);
            var refused = record(id);
            assertThat(refused.path("state").asString()).isEqualTo("failed");
            assertThat(refused.path("operator").asString()).isEqualTo("token:ada");
            assertThat(refused.path("reason").asString()).isEqualTo("a test");
            assertThat(refused.path("result").path("error").asString()).contains("No generation");
            assertThat(refused.path("result").path("code").asString()).isEqualTo("RESOURCE_3003");
            assertThat(refused.path("finished_at").isNull()).isFalse();
        }
        assertThat(ask("merchant/replay", UUID.randomUUID(), ", \"switches_itself\": false")
                        .status())
                .isEqualTo(200);
        var done = ask("merchant/cancel", id, "");
        assertThat(done.status()).as(done.toString()).isEqualTo(200);
        assertThat(done.data().path("state").asString()).isEqualTo("done");
        assertThat(done.data().path("result").has("error")).isFalse();
        assertThat(ask("merchant/cancel", id, "").data()).isEqualTo(done.data());
    }

    @ParameterizedTest
    @CsvSource({
        "verify, 404",
        "pause, 404",
        "replay, 404",
        "dead-letters/retry-all, 404",
        "rebuild-user, 404",
        "rollback, 404"
    })
    void whatIsAskedOfNoProjectionIsKeptAsWell(String verb, int status) {
        var id = UUID.randomUUID();
        assertThat(ask("nobody/" + verb, id, ", \"user_id\": \"" + USER + "\"").status())
                .isEqualTo(status);
        assertThat(record(id).path("state").asString()).isEqualTo("failed");
        assertThat(record(id).path("verb").asString()).isEqualTo(verb);
        assertThat(running.get("/ops/operations?projection=nobody&verb=" + verb).data())
                .hasSize(1);
    }

    @Test
    void aRepublishOfAnotherTopicIsKept() {
        var id = UUID.randomUUID();
        var body = "{\"reason\": \"x\", \"operation_id\": \"%s\", \"topic\": \"%s\"}";
        assertThat(running.post("/ops/republish", body.formatted(id, "another")).code())
                .isEqualTo("VALIDATION_2012");
        assertThat(record(id).path("state").asString()).isEqualTo("failed");
        assertThat(running.post("/ops/republish", body.formatted(id, running.log.topic))
                        .status())
                .isEqualTo(409);
        assertThat(record(id).path("arguments").path("topic").asString()).isEqualTo("another");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            dead-letters/discard | {"position": 1}                               | , "position": 1 | , "position": 2
            rebuild-user         | {"user_id": "0f8fad5b-d9cb-469f-a165-70867728950e"} | , "user_id": "0f8fad5b-d9cb-469f-a165-70867728950e" | , "user_id": "0f8fad5b-d9cb-469f-a165-70867728950f"
            replay               | {"switches_itself":true, "from_position": 7}  | , "from_position": 7 | , "from_position": 8
            replay               | {"from_time":"2026-01-01T00:00:00Z","switches_itself":true} | , "from_time": "2026-01-01T00:00:00Z" | , "from_time": "2026-01-02T00:00:00Z"
            replay               | {"switches_itself":true}                      | '' | , "switches_itself": false
            """)
    void anIdWithOtherArgumentsIsRefused(String verb, String arguments, String same, String other) {
        var id = kept(verb, arguments, "token:grace", "done");
        assertThat(ask("calendar/" + verb, id, same).data().path("operator").asString())
                .as("the same is answered, whoever asks")
                .isEqualTo("token:grace");
        var refused = ask("calendar/" + verb, id, other);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("RESOURCE_3003");
        assertThat(ask("profile/" + verb, id, same).status()).isEqualTo(409);
        assertThat(record(id).path("state").asString()).isEqualTo("done");
        var apart = running.get("/ops/operations?projection=calendar&operator=ada&verb=" + verb)
                .data();
        assertThat(apart.get(0).path("state").asString()).isEqualTo("failed");
        assertThat(apart.get(0).path("arguments").path("operation_id").asString())
                .isEqualTo(id.toString());
    }

    /** Or else the record would forget who tried first. */
    @Test
    void whatFailedForOneOperatorIsNotTakenUpByAnother() {
        var id = kept("pause", "{}", "token:grace", "failed");
        assertThat(ask("calendar/pause", id, "").status()).isEqualTo(409);
        assertThat(record(id).path("operator").asString()).isEqualTo("token:grace");
        assertThat(running.projection("calendar").path("state").asString()).isNotEqualTo("paused");
    }

    @Test
    void aFaultOfOursIsKeptWithoutItsInsides() {
        var id = UUID.randomUUID();
        running.readModels.execute("alter function read_model.fence rename to fence_away");
        try {
            assertThat(ask("settings/resume", id, "").status()).isEqualTo(500);
        } finally {
            running.readModels.execute("alter function read_model.fence_away rename to fence");
        }
        assertThat(record(id).path("state").asString()).isEqualTo("failed");
        assertThat(record(id).path("result").toString())
                .contains("A fault of ours")
                .doesNotContain("fence");
        assertThat(ask("settings/resume", id, "").data().path("state").asString())
                .isEqualTo("done");
    }

    @Test
    void aFailedErrandIsTakenUpAgain() {
        var id = kept("verify", "{}", "token:ada", "failed");
        assertThat(ask("calendar/verify", id, "").data().path("state").asString())
                .isIn("requested", "running", "done");
        assertThat(running.finished(running.get("/ops/operations/" + id))
                        .path("state")
                        .asString())
                .isEqualTo("done");
    }

    @Test
    void whatFailedIsTakenUpOnceByManyAtATime() throws InterruptedException {
        var id = kept("replay", "{\"switches_itself\": false}", "token:ada", "failed");
        try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<RunningProjections.Reply> ask = () -> ask("calendar/replay", id, ", \"switches_itself\": false");
            for (var answer : many.invokeAll(Collections.nCopies(8, ask))) {
                assertThat(answer.resultNow().status()).isEqualTo(200);
                assertThat(answer.resultNow().data()).isEqualTo(record(id));
            }
        }
    }

    /** Of the projection calendar. */
    private static UUID kept(String verb, String arguments, String operator, String state) {
        var id = UUID.randomUUID();
        running.readModels.execute(
                "insert into operations.operation (id, verb, projection, arguments, operator, reason, state)"
                        + " values ('%s', '%s', 'calendar', '%s', '%s', 'x', '%s')"
                                .formatted(id, verb, arguments, operator, state));
        return id;
    }

    private static RunningProjections.Reply ask(String path, UUID id, String further) {
        return running.post(
                "/ops/projections/" + path,
                "{\"reason\": \"a test\", \"operation_id\": \"%s\"%s}".formatted(id, further));
    }

    private static JsonNode record(UUID id) {
        return running.get("/ops/operations/" + id).data();
    }
}
