package app.mita.command.identity;

import static org.assertj.core.api.Assertions.assertThat;

import app.mita.api.event.PersonalText;
import app.mita.command.gateway.Commands;
import app.mita.command.identity.CommandServiceRun.Person;
import app.mita.command.profile.Account;
import app.mita.command.profile.FindAccount;
import app.mita.runtime.personal.PersonalKeys;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

/** Deleting accounts, and the admins' routes. */
class AccountLifeTest {

    private final CommandServiceRun service = CommandServiceRun.shared();

    @Test
    void aDeletedAccountIsGone() {
        var person = service.register();
        var other = service.logIn(person.email(), CommandServiceRun.PASSWORD);
        var deleted = service.send("DELETE", "/api/auth/delete-account?confirmation=true", person.access(), null);
        assertThat(deleted.status()).as(deleted.toString()).isEqualTo(200);
        assertThat(deleted.data().propertyNames()).containsExactlyInAnyOrder("message", "timestamp");
        assertGone(person);
        assertThat(service.use(other.text("access_token"))).isEqualTo("AUTH_1005");
        var again = service.post(
                "/api/auth/register", null, Map.of("email", person.email(), "password", CommandServiceRun.PASSWORD));
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.data().path("user").path("id").asString()).isNotEqualTo(person.id());
    }

    @Test
    void aDeletionThatWasCutShortIsFinished() {
        var person = service.register();
        service.bean(AccountDeletion.class).begin(UUID.fromString(person.id())).block();
        assertThat(service.refresh(person.refresh()).status()).isEqualTo(401);
        sql("update identity.deletion set requested_at = requested_at - interval '1 minute'");
        service.bean(UnfinishedWork.class).finish().block();
        assertGone(person);
        assertThat(sql("select count(*) as n from identity.deletion")).containsExactly(0L);
    }

    @Test
    void aRegistrationThatDiedBeforeTheLogKnewItFreesTheAddress() {
        var person = service.register();
        var user = UUID.fromString(person.id());
        service.bean(Commands.class).send(new DeleteAccount(user)).block();
        sql("update identity.email set confirmed = false, claimed_at = claimed_at - interval '1 minute'"
                + " where user_id = '" + user + "'");
        var body = Map.of("email", person.email(), "password", CommandServiceRun.PASSWORD);
        assertThat(service.post("/api/auth/register", null, body).status()).isEqualTo(201);
    }

    @Test
    void aRegistrationThatDiedAfterTheLogKnewItIsConfirmed() {
        var person = service.register();
        sql("update identity.email set confirmed = false where user_id = '" + person.id() + "'");
        assertThat(service.logIn(person.email(), CommandServiceRun.PASSWORD).status())
                .isEqualTo(200);
        var body = Map.of("email", person.email(), "password", CommandServiceRun.PASSWORD);
        assertThat(service.post("/api/auth/register", null, body).code()).isEqualTo("RESOURCE_3002");
        assertThat(sql("select count(*) as n from identity.email where confirmed and user_id = '" + person.id() + "'"))
                .containsExactly(1L);
    }

    @Test
    void aDeletionMustBeConfirmed() {
        var person = service.register();
        for (var query : List.of("?confirmation=false", "")) {
            var answer = service.send("DELETE", "/api/auth/delete-account" + query, person.access(), null);
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.code()).isEqualTo("VALIDATION_2001");
        }
        assertThat(service.send("DELETE", "/api/auth/delete-account", person.access(), Map.of("confirmation", true))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void onlyAdminsAdministrate() {
        var person = service.register();
        var victim = service.register();
        var routes = List.of(
                "GET /api/auth/security/status",
                "GET /api/auth/security/password-config",
                "GET /api/auth/admin/blacklist-metrics",
                "GET /api/auth/admin/user-blacklisted-tokens/" + victim.id(),
                "POST /api/auth/admin/revoke-user-tokens?reason=test&user_id=" + victim.id(),
                "POST /api/auth/admin/revoke-token-by-jti?jti=" + UUID.randomUUID());
        for (var route : routes) {
            var words = route.split(" ");
            var refused = service.send(words[0], words[1], person.access(), null);
            assertThat(refused.status()).as(route).isEqualTo(403);
            assertThat(refused.code()).isEqualTo("AUTH_1007");
        }
        service.post(
                "/ops/grants",
                CommandServiceRun.OPS_TOKEN,
                Map.of("email", person.email(), "access", "admin", "reason", "a test"));
        var admin = service.logIn(person.email(), CommandServiceRun.PASSWORD).text("access_token");
        for (var route : routes) {
            var words = route.split(" ");
            var answer = service.send(words[0], words[1], admin, null);
            assertThat(answer.status()).as(route + " " + answer).isEqualTo(200);
        }
        assertThat(service.use(victim.access())).isEqualTo("AUTH_1005");
        var noToken = service.post("/api/auth/admin/revoke-token-by-jti?jti=contract-ba985a62", admin, null);
        assertThat(noToken.status()).isEqualTo(404);
        assertThat(noToken.code()).isEqualTo("RESOURCE_3001");
        assertThat(service.get("/api/auth/admin/user-blacklisted-tokens/" + victim.id(), admin)
                        .data()
                        .path("total_count")
                        .asInt())
                .isEqualTo(1);
    }

    private void assertGone(Person person) {
        var user = UUID.fromString(person.id());
        assertThat(service.use(person.access())).isEqualTo("AUTH_1005");
        assertThat(service.refresh(person.refresh()).status()).isEqualTo(401);
        assertThat(service.logIn(person.email(), CommandServiceRun.PASSWORD).code())
                .isEqualTo("AUTH_1001");
        assertThat(service.bean(PersonalKeys.class).find(List.of(user)).block()).isEmpty();
        assertThat(account(user).exists()).isFalse();
        for (var table : List.of("credential", "email", "session", "reset_token", "outbox_mail")) {
            assertThat(sql("select count(*) as n from identity." + table + " where user_id = '" + user + "'"))
                    .as(table)
                    .containsExactly(0L);
        }
    }

    @Test
    void theLogHasNoSecretAndNoReadableAddress() {
        var person = service.register();
        var payload = service.bean(DatabaseClient.class)
                .sql("select payload::text as json from event_store.event where user_id = :user")
                .bind("user", UUID.fromString(person.id()))
                .map(row -> String.valueOf(row.get("json", String.class)))
                .all()
                .collectList()
                .block();
        assertThat(payload).hasSize(1).allSatisfy(json -> assertThat(json)
                .contains("enc:v1:")
                .doesNotContain(person.email(), "argon2", CommandServiceRun.PASSWORD, person.access()));
        assertThat(PersonalText.reveal(
                        account(UUID.fromString(person.id())).profile().email()))
                .isEqualTo(person.email());
    }

    private Account account(UUID user) {
        return service.bean(Commands.class)
                .send(new FindAccount(user))
                .blockOptional()
                .orElseThrow()
                .result();
    }

    private List<Long> sql(String statement) {
        return service.bean(DatabaseClient.class)
                .sql(statement)
                .map((row, columns) -> row.get(0, Long.class))
                .all()
                .collectList()
                .block();
    }
}
