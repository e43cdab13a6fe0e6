package app.mita.command.identity;

import static app.mita.command.identity.LocalIssuer.claims;
import static app.mita.command.identity.LocalIssuer.sign;
import static org.assertj.core.api.Assertions.assertThat;

import app.mita.command.identity.CommandServiceRun.Answer;
import app.mita.embedded.TestBackend;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Signing in with real ID tokens of an issuer on this machine. */
class GoogleSignInTest {

    private final CommandServiceRun service = CommandServiceRun.shared();
    private final String email = TestBackend.freshName("grace") + "@example.com";

    @Test
    void theFirstTimeOpensAnAccountAndTheNextFindsIt() {
        var first = signIn(sign(claims(email)));
        assertThat(first.status()).as(first.toString()).isEqualTo(200);
        assertThat(service.use(first.text("access_token"))).isEqualTo("accepted");
        var second = signIn(sign(claims(email)));
        assertThat(second.data().path("user").path("id"))
                .isEqualTo(first.data().path("user").path("id"));
        assertThat(service.logIn(email, CommandServiceRun.PASSWORD).code()).isEqualTo("AUTH_1001");
    }

    @Test
    void whoeverOpenedTheAccountWithoutProvingTheAddressLosesIt() {
        var person = service.register();
        var owner = signIn(sign(claims(person.email())));
        assertThat(owner.data().path("user").path("id").asString()).isEqualTo(person.id());
        assertThat(service.use(person.access())).isEqualTo("AUTH_1005");
        assertThat(service.refresh(person.refresh()).status()).isEqualTo(401);
        assertThat(service.logIn(person.email(), CommandServiceRun.PASSWORD).status())
                .isEqualTo(401);
        assertThat(service.use(owner.text("access_token"))).isEqualTo("accepted");
        signIn(sign(claims(person.email())));
        assertThat(service.use(owner.text("access_token"))).isEqualTo("accepted");
    }

    @Test
    void whatIsNotVouchedForIsRefused() {
        refuses(sign(claims(email).issuer("https://other.example")));
        refuses(sign(claims(email).audience("another-client")));
        refuses(sign(claims(email).expirationTime(Date.from(Instant.now().minusSeconds(600)))));
        refuses(sign(claims(email).expirationTime(null)));
        refuses(sign(claims(email).claim("email_verified", false)));
        refuses(sign(claims(email).claim("email", null)));
        refuses(LocalIssuer.signWithAnotherKey(claims(email)));
        refuses("aaaaaaaa.bbbbbbbb.cccccccc");
    }

    @Test
    void whatIsNoTokenIsNotEvenTried() {
        for (var garbage : List.of("garbage-token", "a.b.c", "x", "a.b." + "c".repeat(2_048))) {
            var answer = signIn(garbage);
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.violations()).containsExactly("body.id_token value_error");
        }
    }

    private void refuses(String token) {
        var answer = signIn(token);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("AUTH_1011");
    }

    private Answer signIn(String token) {
        return service.post("/api/auth/google", null, Map.of("id_token", token));
    }
}
