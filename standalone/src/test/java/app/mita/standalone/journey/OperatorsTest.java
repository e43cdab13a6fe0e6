package app.mita.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who may operate the system: a user with the scope for it, and the bearer of the operators' token; nobody else. */
class OperatorsTest {

    private static final String PAUSE = "{\"reason\": \"a test\", \"operation_id\": \"%s\"}";

    @Test
    void aUserWithoutTheScopeIsRefused() {
        var person = Person.registered(RunningSystem.api());
        assertThat(person.api().get("/ops/projections").status()).isEqualTo(403);
        assertThat(person.api()
                        .post("/ops/projections/dashboard/pause", PAUSE.formatted(UUID.randomUUID()))
                        .status())
                .isEqualTo(403);
        assertThat(RunningSystem.api().get("/ops/projections").status()).isEqualTo(401);
        assertThat(RunningSystem.api()
                        .bearing(RunningSystem.METRICS_TOKEN)
                        .get("/ops/projections")
                        .status())
                .isEqualTo(401);
        assertThat(RunningSystem.api()
                        .bearing(RunningSystem.OPS_TOKEN)
                        .get("/api/dashboard")
                        .status())
                .as("the operators' token is no user's")
                .isEqualTo(401);
    }

    @Test
    void anAdministratorOperatesUnderTheirOwnNameAndOnce() {
        var person = Person.registered(RunningSystem.api()).granted("admin");
        var admin = person.loggedInAgain().api();
        var id = UUID.randomUUID();
        for (int times = 0; times < 2; times++) {
            var paused = admin.post("/ops/projections/redistribution/pause", PAUSE.formatted(id));
            assertThat(paused.status()).as(paused.toString()).isEqualTo(200);
        }
        assertThat(admin.post("/ops/projections/redistribution/resume", "{\"reason\": \"a test\"}")
                        .status())
                .isEqualTo(200);
        var record = admin.get("/ops/operations/" + id).data();
        assertThat(record.path("operator").asString()).isEqualTo("user:" + person.id());
        assertThat(record.path("reason").asString()).isEqualTo("a test");
        assertThat(record.path("verb").asString()).isEqualTo("pause");
    }

    @Test
    void aGrantIsOnTheListOfWhatWasDone() {
        var person = Person.registered(RunningSystem.api()).granted("premium");
        var done = RunningSystem.api()
                .bearing(RunningSystem.OPS_TOKEN)
                .get("/ops/operations?verb=grant&limit=500")
                .data();
        assertThat(done.valueStream()).anySatisfy(grant -> {
            assertThat(grant.path("arguments").path("user_id").asString())
                    .isEqualTo(person.id().toString());
            assertThat(grant.path("arguments").path("access").asString()).isEqualTo("premium");
            assertThat(grant.path("operator").asString()).isEqualTo("token:unnamed");
            assertThat(grant.path("reason").asString()).isEqualTo("a test");
            assertThat(grant.path("state").asString()).isEqualTo("done");
        });
    }
}
