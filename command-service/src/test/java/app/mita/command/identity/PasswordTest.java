package app.mita.command.identity;

import static org.assertj.core.api.Assertions.assertThat;

import app.mita.command.identity.CommandServiceRun.Answer;
import app.mita.command.identity.CommandServiceRun.Person;
import app.mita.runtime.json.MitaJson;
import app.mita.runtime.personal.SealedKind;
import app.mita.runtime.personal.Sealing;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

/** Changing and resetting passwords. */
class PasswordTest {

    private static final String NEXT = "N3w!passw0rd#2026";

    private final CommandServiceRun service = CommandServiceRun.shared();

    @Test
    void aChangeEndsEveryOtherSession() {
        var person = service.register();
        var other = service.logIn(person.email(), CommandServiceRun.PASSWORD);
        var changed = change(person, CommandServiceRun.PASSWORD, NEXT);
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        assertThat(changed.data().propertyNames()).containsExactlyInAnyOrder("message", "timestamp");
        assertThat(service.use(person.access())).isEqualTo("accepted");
        assertThat(service.refresh(person.refresh()).status()).isEqualTo(200);
        assertThat(service.use(other.text("access_token"))).isEqualTo("AUTH_1005");
        assertThat(service.refresh(other.text("refresh_token")).status()).isEqualTo(401);
        assertThat(service.logIn(person.email(), CommandServiceRun.PASSWORD).code())
                .isEqualTo("AUTH_1001");
        assertThat(service.logIn(person.email(), NEXT).status()).isEqualTo(200);
    }

    @Test
    void aChangeMayComeInABody() {
        var person = service.register();
        var changed = service.post(
                "/api/auth/change-password",
                person.access(),
                Map.of("current_password", CommandServiceRun.PASSWORD, "new_password", NEXT));
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        assertThat(service.logIn(person.email(), NEXT).status()).isEqualTo(200);
    }

    @Test
    void aChangeNeedsTheCurrentPasswordAndAGoodNewOne() {
        var person = service.register();
        assertThat(change(person, "not-the-password", NEXT).code()).isEqualTo("AUTH_1001");
        var weak = change(person, CommandServiceRun.PASSWORD, "weak");
        assertThat(weak.status()).isEqualTo(422);
        assertThat(weak.firstViolation()).isEqualTo("query.new_password value_error");
        var missing = service.post("/api/auth/change-password", person.access(), null);
        assertThat(missing.status()).isEqualTo(422);
        assertThat(missing.firstViolation()).isEqualTo("query.current_password missing");
    }

    @Test
    void aMailedTokenResetsThePasswordOnce() {
        var person = service.register();
        var asked = service.post("/api/auth/forgot-password", null, Map.of("email", person.email()));
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.text("email")).isEqualTo(person.email());
        var token = mailed(person);
        var verified = service.get("/api/auth/verify-reset-token?token=" + token, null);
        assertThat(verified.data().path("valid").asBoolean()).isTrue();
        assertThat(verified.text("user_id")).isEqualTo(person.id());
        var reset = service.post("/api/auth/reset-password", null, Map.of("token", token, "new_password", NEXT));
        assertThat(reset.status()).as(reset.toString()).isEqualTo(200);
        assertThat(service.use(person.access())).isEqualTo("AUTH_1005");
        assertThat(service.refresh(person.refresh()).status()).isEqualTo(401);
        assertThat(service.logIn(person.email(), NEXT).status()).isEqualTo(200);
        var again = service.post("/api/auth/reset-password", null, Map.of("token", token, "new_password", NEXT));
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.code()).isEqualTo("AUTH_1003");
        assertThat(service.post("/api/auth/verify-reset-token?token=" + token, null, null)
                        .data()
                        .path("valid")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void ofResetsWithOneTokenAtTheSameMomentOneSucceeds() {
        var person = service.register();
        service.post("/api/auth/forgot-password", null, Map.of("email", person.email()));
        var body = Map.of("token", mailed(person), "new_password", NEXT);
        var answers = Stream.generate(() -> service.sendAsync("POST", "/api/auth/reset-password", null, body))
                .limit(4)
                .toList()
                .stream()
                .map(each -> each.join().status())
                .toList();
        assertThat(answers).containsOnlyOnce(200).containsOnly(200, 422);
    }

    @Test
    void theOlderResetRoutesWorkToo() {
        var person = service.register();
        var asked = service.post("/api/auth/password-reset/request?email=" + person.email(), null, null);
        assertThat(asked.data().propertyNames()).containsExactlyInAnyOrder("message", "instructions");
        var token = mailed(person);
        var confirm = "/api/auth/password-reset/confirm?token=" + token + "&new_password=" + encoded(NEXT) + "&email=";
        assertThat(service.post(confirm + "someone@example.com", null, null).code())
                .isEqualTo("AUTH_1001");
        assertThat(service.post(confirm + person.email(), null, null).status()).isEqualTo(200);
        assertThat(service.logIn(person.email(), NEXT).status()).isEqualTo(200);
    }

    @Test
    void anUnknownAddressGetsTheSameAnswer() {
        var answer = service.post("/api/auth/forgot-password", null, Map.of("email", "nobody@example.com"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.data().propertyNames()).containsExactlyInAnyOrder("message", "email");
        assertThat(service.get("/api/auth/verify-reset-token?token=garbage", null)
                        .data()
                        .propertyNames())
                .containsExactlyInAnyOrder("valid", "message");
    }

    private Answer change(Person person, String current, String next) {
        return service.post(
                "/api/auth/change-password?current_password=" + encoded(current) + "&new_password=" + encoded(next),
                person.access(),
                null);
    }

    /** The token of the latest mail in the outbox. */
    private String mailed(Person person) {
        var sealing = service.bean(Sealing.class);
        return service.bean(DatabaseClient.class)
                .sql("select id, sealed from identity.outbox_mail where user_id = :user order by id desc limit 1")
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

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
