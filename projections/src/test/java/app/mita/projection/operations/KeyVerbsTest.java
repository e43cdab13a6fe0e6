package app.mita.projection.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Rewrapping through the routes; what it does to the values is the runtime's test. */
class KeyVerbsTest {

    private static RunningProjections running;

    @BeforeAll
    static void start() {
        running = new RunningProjections();
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    void aRewrappingIsKeptInTheRecordAndDoneOnce() {
        var standing = running.get("/ops/keys").data();
        var key = standing.path("current").asString();
        assertThat(key).matches("[0-9a-f]{8}");
        assertThat(standing.path("sealing").asString()).isEqualTo(key);
        assertThat(running.send("POST", "/ops/keys/rewrap", null, "{\"reason\": \"x\"}")
                        .status())
                .isEqualTo(401);
        assertThat(running.post("/ops/keys/rewrap", "{}").status()).isEqualTo(422);

        var id = UUID.randomUUID();
        var body = "{\"reason\": \"the old one was seen\", \"operation_id\": \"%s\"}".formatted(id);
        var asked = running.post("/ops/keys/rewrap", body);
        assertThat(asked.status()).as(asked.toString()).isEqualTo(202);
        var done = running.finished(asked);
        assertThat(done.path("state").asString()).as(done.toString()).isEqualTo("done");
        assertThat(done.path("verb").asString()).isEqualTo("keys/rewrap");
        assertThat(done.path("operator").asString()).isEqualTo("token:ada");
        assertThat(done.path("reason").asString()).isEqualTo("the old one was seen");
        assertThat(done.path("result").path("master_key").asString()).isEqualTo(key);
        assertThat(done.path("result").path("parts")).hasSize(4);
        assertThat(running.post("/ops/keys/rewrap", body).data()).isEqualTo(done);
    }

    @Test
    void aNodeWithAnotherKeyThanTheOneThatWasAskedDoesNothing() {
        var id = UUID.randomUUID();
        running.readModels.execute("insert into operations.operation (id, verb, arguments, operator, reason, state)"
                + " values ('" + id + "', 'keys/rewrap', '{\"master_key\": \"00000000\"}', 'ada', 'x', 'requested')");
        var failed = running.finished(running.get("/ops/operations/" + id));
        assertThat(failed.path("state").asString()).isEqualTo("failed");
        assertThat(failed.path("result").path("error").asString()).contains("restart every service");
    }
}
