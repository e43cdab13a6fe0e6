package app.mita.command.identity;

import static org.assertj.core.api.Assertions.assertThat;

import app.mita.command.gateway.Commands;
import app.mita.command.identity.CommandServiceRun.Person;
import app.mita.command.profile.EmailAddress;
import app.mita.command.profile.FindAccount;
import app.mita.runtime.json.MitaJson;
import app.mita.runtime.personal.Rewrapping;
import app.mita.runtime.personal.SealedKind;
import app.mita.runtime.personal.Sealing;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Another master key for the personal data: nobody is signed out, nobody is lost, nothing becomes unreadable. */
class MasterKeyTest {

    private static final String NEXT = Base64.getEncoder().encodeToString(new byte[32]);
    private static final Map<String, Object> BOTH = Map.of(
            "mita.personal-data.master-key",
            NEXT,
            "mita.personal-data.previous-master-keys",
            CommandServiceRun.MASTER_KEY);
    private static final Map<String, Object> NEXT_ALONE = Map.of("mita.personal-data.master-key", NEXT);

    @Test
    void usersStayWhoTheyAreUnderANewKey() {
        var service = CommandServiceRun.start(Map.of());
        try {
            var first = service.register();
            forget(service, first);
            service = service.restarted(BOTH);
            assertAtHome(service, first);
            var second = service.register();
            forget(service, second);

            var rewrapped = service.bean(Rewrapping.class)
                    .rewrap(soFar -> Mono.empty())
                    .blockOptional()
                    .orElseThrow();
            assertThat(rewrapped.parts())
                    .containsExactly(
                            new Rewrapping.Part("user_keys", 2, 0, 0),
                            new Rewrapping.Part("signing_keys", 1, 0, 0),
                            new Rewrapping.Part("letters", 2, 0, 0),
                            new Rewrapping.Part("lookup_keys", 1, 0, 0));
            assertAtHome(service, first);
            var third = service.register();

            service = service.restarted(NEXT_ALONE);
            for (var person : List.of(first, second, third)) {
                assertAtHome(service, person);
            }
            assertThat(service.refresh(first.refresh()).status()).isEqualTo(200);
            for (var person : List.of(first, second)) {
                var reset = service.post(
                        "/api/auth/reset-password",
                        null,
                        Map.of("token", mailed(service, person), "new_password", "N3w!passw0rd#2026"));
                assertThat(reset.status()).as(reset.toString()).isEqualTo(200);
                assertThat(service.logIn(person.email(), "N3w!passw0rd#2026").status())
                        .isEqualTo(200);
            }
        } finally {
            service.close();
        }
    }

    /** As it is when a version without ids of keys ran before, with the hashes' key derived from the master key. */
    @Test
    void whoRegisteredBeforeKeysHadIdsIsFoundWhenBothChangeAtOnce() {
        var service = CommandServiceRun.start(Map.of());
        try {
            var person = service.register();
            forget(service, person);
            for (var statement : List.of(
                    "delete from identity.lookup_key",
                    "delete from personal_data.master_key",
                    "update personal_data.user_key set master_key = null",
                    "update identity.signing_key set master_key = null",
                    "update identity.outbox_mail set master_key = null")) {
                service.bean(DatabaseClient.class).sql(statement).then().block();
            }
            service = service.restarted(BOTH);
            assertAtHome(service, person);
            service.bean(Rewrapping.class).rewrap(soFar -> Mono.empty()).block();
            service = service.restarted(NEXT_ALONE);
            assertAtHome(service, person);
            assertThat(mailed(service, person)).isNotBlank();
        } finally {
            service.close();
        }
    }

    /** Every way to find them and to read what is theirs. */
    private static void assertAtHome(CommandServiceRun service, Person person) {
        assertThat(service.logIn(person.email(), CommandServiceRun.PASSWORD).status())
                .isEqualTo(200);
        assertThat(service.use(person.access())).isEqualTo("accepted");
        var body = Map.of("email", person.email(), "password", CommandServiceRun.PASSWORD);
        assertThat(service.post("/api/auth/register", null, body).status())
                .as("the address is taken")
                .isEqualTo(422);
        var account = service.bean(Commands.class)
                .send(new FindAccount(UUID.fromString(person.id())))
                .blockOptional()
                .orElseThrow()
                .result();
        assertThat(EmailAddress.of(account.profile()).value()).isEqualTo(person.email());
    }

    private static void forget(CommandServiceRun service, Person person) {
        assertThat(service.post("/api/auth/forgot-password", null, Map.of("email", person.email()))
                        .status())
                .isEqualTo(200);
    }

    /** The token of the mail in the outbox. */
    private static String mailed(CommandServiceRun service, Person person) {
        var sealing = service.bean(Sealing.class);
        return service.bean(DatabaseClient.class)
                .sql("select id, sealed from identity.outbox_mail where user_id = :user")
                .bind("user", UUID.fromString(person.id()))
                .map(row -> sealing.open(
                        SealedKind.LETTER,
                        String.valueOf(row.get("id")),
                        Objects.requireNonNull(row.get("sealed", byte[].class))))
                .one()
                .map(letter -> MitaJson.mapper().readTree(letter).path("token").asString())
                .blockOptional()
                .orElseThrow();
    }
}
