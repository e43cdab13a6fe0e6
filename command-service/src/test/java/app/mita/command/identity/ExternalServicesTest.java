package app.mita.command.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is said of an issuer that answers, of one that does not, and of what is not configured. */
class ExternalServicesTest {

    @Test
    void anIssuerWhoseKeysCanBeHadIsHealthy() {
        var service = CommandServiceRun.shared();
        var all = service.get("/health/external-services", null).json();
        assertThat(all.path("status").asString()).as(all.toString()).isEqualTo("healthy");
        assertThat(all.path("summary").path("enabled_services").asInt()).isEqualTo(1);
        assertThat(all.path("summary").path("last_check").isString()).isTrue();
        var issuer = service.get("/health/services/google_oauth", null).json();
        assertThat(issuer.path("connected").asBoolean()).as(issuer.toString()).isTrue();
        assertThat(issuer.path("error").isNull()).as(issuer.toString()).isTrue();
        assertThat(issuer.path("latency_ms").asDouble()).isPositive();
        var mail = service.get("/health/services/mail", null).json();
        assertThat(mail.path("status").asString()).as(mail.toString()).isEqualTo("disabled");
        assertThat(mail.path("last_check").isNull()).isTrue();
    }

    @Test
    void anIssuerThatIsAwayIsUnhealthyAndKeepsItsAddress() {
        try (var service = CommandServiceRun.start(
                Map.of("mita.google.jwks-uri", "http://127.0.0.1:1/keys", "mita.google.client-id", "our-client"))) {
            var all = service.get("/health/external-services", null);
            assertThat(all.status()).isEqualTo(200);
            assertThat(all.json().path("status").asString()).isEqualTo("unhealthy");
            var issuer = all.json().path("services").path("google_oauth");
            assertThat(issuer.path("connected").asBoolean(true)).isFalse();
            assertThat(issuer.path("error").asString()).isEqualTo("It cannot be reached");
            assertThat(all.json().toString()).doesNotContain("127.0.0.1", "our-client");
        }
    }
}
