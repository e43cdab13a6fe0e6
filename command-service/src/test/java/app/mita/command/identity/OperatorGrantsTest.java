package app.mita.command.identity;

import static org.assertj.core.api.Assertions.assertThat;

import app.mita.command.identity.CommandServiceRun.Answer;
import app.mita.command.identity.CommandServiceRun.Person;
import app.mita.runtime.json.MitaJson;
import app.mita.runtime.operations.Operation;
import app.mita.runtime.operations.Operations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.r2dbc.core.DatabaseClient;

/** An operator's grants through the route: who may make them, what they do, and what is kept of them. */
class OperatorGrantsTest {

    private static final String GRANTS = "/ops/grants";

    private final CommandServiceRun service = CommandServiceRun.shared();
    private final Person person = service.register();
    private final UUID id = UUID.randomUUID();

    @Test
    void aGrantShowsAtTheNextLoginAndIsOnRecord() {
        var granted = grant(CommandServiceRun.OPS_TOKEN, Map.of("reason", " they paid by letter "));
        assertThat(granted.status()).as(granted.toString()).isEqualTo(200);
        assertThat(isPremium()).isTrue();

        var record = record().orElseThrow();
        assertThat(record.verb()).isEqualTo("grant");
        assertThat(record.projection()).isNull();
        assertThat(record.operator()).isEqualTo("token:ada");
        assertThat(record.reason()).isEqualTo("they paid by letter");
        assertThat(record.state()).isEqualTo("done");
        assertThat(record.finishedAt()).isNotNull();
        assertThat(record.result()).isEqualTo(Map.of("role", "premium_user"));
        assertThat(record.arguments())
                .as("the user by their id, never by an address")
                .isEqualTo(Map.of("user_id", person.id(), "access", "premium"));
        assertThat(granted.data()).isEqualTo(MitaJson.mapper().valueToTree(record));
    }

    @Test
    void withoutAnIdItIsOnRecordUnderANewOne() {
        var body = new HashMap<>(body());
        body.remove("operation_id");
        var granted = service.post(GRANTS, CommandServiceRun.OPS_TOKEN, body);
        assertThat(record(UUID.fromString(granted.text("id")))).isPresent();
    }

    @Test
    void theSameIdIsDoneOnceAndAnswersTheSame() {
        var first = grant(CommandServiceRun.OPS_TOKEN, Map.of());
        var again = grant(CommandServiceRun.OPS_TOKEN, Map.of("reason", "asked again"));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.data()).isEqualTo(first.data());
        assertThat(events()).isEqualTo(1);
    }

    @Test
    void theSameIdAtTheSameMomentIsDoneOnceAndAnswersTheSame() {
        var asked = IntStream.range(0, 8)
                .mapToObj(n -> service.sendAsync("POST", GRANTS, CommandServiceRun.OPS_TOKEN, body()))
                .toList();
        var answers = asked.stream().map(one -> one.join().data()).distinct().toList();
        assertThat(answers).hasSize(1);
        assertThat(answers.getFirst().path("state").asString()).isEqualTo("done");
        assertThat(events()).isEqualTo(1);
    }

    @Test
    void theIdOfAnotherOperationIsRefused() {
        grant(CommandServiceRun.OPS_TOKEN, Map.of());
        var ofAnotherUser = grant(
                CommandServiceRun.OPS_TOKEN, Map.of("email", service.register().email()));
        assertThat(ofAnotherUser.status()).isEqualTo(409);
        assertThat(ofAnotherUser.code()).isEqualTo("RESOURCE_3003");
        assertThat(grant(CommandServiceRun.OPS_TOKEN, Map.of("access", "admin")).status())
                .isEqualTo(409);

        var ofAnotherVerb = UUID.randomUUID();
        execute("insert into operations.operation (id, verb, projection, arguments, operator, reason, state)"
                + " values ('" + ofAnotherVerb + "', 'pause', 'dashboard', '{}', 'token:ada', 'x', 'done')");
        assertThat(grant(CommandServiceRun.OPS_TOKEN, Map.of("operation_id", ofAnotherVerb))
                        .status())
                .isEqualTo(409);
        assertThat(events()).as("none of these was granted").isEqualTo(1);
    }

    @Test
    void whoIsNobodyIsRefused() {
        assertThat(grant(null, Map.of()).status()).isEqualTo(401);
        assertThat(grant("wrong", Map.of()).status()).isEqualTo(401);
        assertNothingHappened();
    }

    @ParameterizedTest
    @ValueSource(strings = {"premium", "admin"})
    void aUserWhoIsNoOperatorIsRefused(String access) {
        var refused = grant(person.access(), Map.of("access", access));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("AUTH_1007");
        assertNothingHappened();
    }

    @Test
    void anOperatorMakesOthersPremiumUnderTheirOwnName() {
        var operator = service.register();
        var granted = grant(service.tokenWith("ops", operator.id()), Map.of());
        assertThat(granted.status()).as(granted.toString()).isEqualTo(200);
        assertThat(record().orElseThrow().operator()).isEqualTo("user:" + operator.id());
    }

    @Test
    void anOperatorMakesNobodyAnAdministrator() {
        var refused = grant(service.tokenWith("ops", person.id()), Map.of("access", "admin"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("AUTH_1007");
        assertNothingHappened();
    }

    @Test
    void anAdministratorMakesOthersAdministrators() {
        var admin = service.register();
        grant(CommandServiceRun.OPS_TOKEN, Map.of("email", admin.email(), "access", "admin", "operation_id", fresh()));
        var token = service.logIn(admin.email(), CommandServiceRun.PASSWORD).text("access_token");
        assertThat(grant(token, Map.of("access", "admin")).status()).isEqualTo(200);
        assertThat(record().orElseThrow().operator()).isEqualTo("user:" + admin.id());
        assertThat(record().orElseThrow().result()).isEqualTo(Map.of("role", "admin"));
    }

    @Test
    void nobodyHasTheAddress() {
        var refused = grant(CommandServiceRun.OPS_TOKEN, Map.of("email", "nobody@example.com"));
        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.code()).isEqualTo("RESOURCE_3001");
        assertThat(record()).isEmpty();
    }

    @Test
    void anAccountThatIsGoneWhenItIsDecidedIsNotFoundAndOnRecordAsFailed() {
        var nobody = UUID.randomUUID();
        execute("update identity.email set user_id = '" + nobody + "' where user_id = '" + person.id() + "'");
        for (int times = 0; times < 2; times++) {
            assertThat(grant(CommandServiceRun.OPS_TOKEN, Map.of()).status()).isEqualTo(404);
            assertThat(record().orElseThrow().state()).isEqualTo("failed");
        }
    }

    @Test
    void whatIsMeantMustBeSaid() {
        assertThat(grant(CommandServiceRun.OPS_TOKEN, Map.of("access", "everything"))
                        .status())
                .isEqualTo(422);
        assertThat(grant(CommandServiceRun.OPS_TOKEN, Map.of("operation_id", "x"))
                        .status())
                .isEqualTo(422);
        for (var reason : List.of("x".repeat(501), "\u0000")) {
            var refused = grant(CommandServiceRun.OPS_TOKEN, Map.of("reason", reason));
            assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
            assertThat(refused.firstViolation()).startsWith("body.reason ");
        }
        for (var field : List.of("email", "access")) {
            var body = new HashMap<>(body());
            body.remove(field);
            var refused = service.post(GRANTS, CommandServiceRun.OPS_TOKEN, body);
            assertThat(refused.status()).as(field).isEqualTo(422);
            assertThat(refused.firstViolation()).startsWith("body." + field + " ");
        }
        assertNothingHappened();
    }

    @Test
    void aReasonMayBeLeftOut() {
        var body = new HashMap<>(body());
        body.remove("reason");
        assertThat(service.post(GRANTS, CommandServiceRun.OPS_TOKEN, body).status())
                .isEqualTo(200);
        assertThat(isPremium()).isTrue();
        assertThat(record().orElseThrow().reason()).isEqualTo("none given");
    }

    @Test
    void aGrantWhoseNodeDiedIsCarriedOutByAnother() {
        execute("insert into operations.operation (id, verb, arguments, operator, reason, state, requested_at)"
                + " values ('" + id + "', 'grant', '{\"user_id\":\"" + person.id() + "\",\"access\":\"premium\"}',"
                + " 'token:ada', 'x', 'requested', now() - interval '1 minute')");
        service.bean(UnfinishedWork.class).finish().block();
        assertThat(isPremium()).isTrue();
        assertThat(record().orElseThrow().state()).isEqualTo("done");
    }

    @Test
    void aGrantWhoseNodeDiedIsCarriedOutForWhoAsksAgain() {
        execute("insert into operations.operation (id, verb, arguments, operator, reason, state)"
                + " values ('" + id + "', 'grant', '{\"access\":\"premium\",\"user_id\":\"" + person.id() + "\"}',"
                + " 'token:ada', 'x', 'requested')");
        assertThat(grant(CommandServiceRun.OPS_TOKEN, Map.of()).status()).isEqualTo(200);
        assertThat(isPremium()).isTrue();
        assertThat(record().orElseThrow().state()).isEqualTo("done");
    }

    private Map<String, Object> body() {
        return Map.of("email", person.email(), "access", "premium", "reason", "a test", "operation_id", id);
    }

    private Answer grant(String token, Map<String, ?> changes) {
        var body = new HashMap<>(body());
        body.putAll(changes);
        return service.post(GRANTS, token, body);
    }

    private static UUID fresh() {
        return UUID.randomUUID();
    }

    private boolean isPremium() {
        return service.logIn(person.email(), CommandServiceRun.PASSWORD)
                .data()
                .path("user")
                .path("is_premium")
                .asBoolean();
    }

    private void assertNothingHappened() {
        assertThat(record()).isEmpty();
        assertThat(events()).isZero();
    }

    private Optional<Operation> record() {
        return record(id);
    }

    private Optional<Operation> record(UUID id) {
        return service.bean(Operations.class).find(id).blockOptional();
    }

    /** How often the person was granted something. */
    private long events() {
        return service.bean(DatabaseClient.class)
                .sql("select count(*) from event_store.event where user_id = :user and name = 'AccessGranted'")
                .bind("user", UUID.fromString(person.id()))
                .map(row -> row.get(0, Long.class))
                .one()
                .blockOptional()
                .orElseThrow();
    }

    private void execute(String statement) {
        service.bean(DatabaseClient.class).sql(statement).then().block();
    }
}
