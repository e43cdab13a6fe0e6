package app.mita.command.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A service with tight limits, and without what must be configured. */
class LimitsTest {

    private static CommandServiceRun service;

    @BeforeAll
    static void start() {
        service = CommandServiceRun.start(Map.of(
                "mita.rate-limits.enabled", true,
                "mita.rate-limits.login", 1_000,
                "mita.rate-limits.refresh", 3,
                "mita.rate-limits.login-per-account", 4,
                "mita.ops.token", ""));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void tooManyFromOneAddressAreToldToWait() {
        for (int request = 1; request <= 3; request++) {
            assertThat(service.refresh("garbage").status()).isEqualTo(401);
        }
        var refused = service.refresh("garbage");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("RATE_LIMIT_7001");
        assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 60);
    }

    @Test
    void tooManyLoginsToOneAccountAreToldToWait() {
        var email = service.register().email();
        for (int attempt = 1; attempt <= 4; attempt++) {
            assertThat(service.logIn(email, CommandServiceRun.PASSWORD).status())
                    .isEqualTo(200);
        }
        assertThat(service.logIn(email, CommandServiceRun.PASSWORD).status()).isEqualTo(429);
        assertThat(service.logIn("someone-else@example.com", "Wrong!Pass1").status())
                .isEqualTo(401);
    }

    @Test
    void withoutAClientIdGoogleSignsNobodyIn() {
        var answer = service.post("/api/auth/google", null, Map.of("id_token", "aaaaaaaa.bbbbbbbb.cccccccc"));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("AUTH_1011");
    }

    @Test
    void withoutAnOperatorsTokenAnEmptyOneIsNone() {
        for (var token : new String[] {"any", ""}) {
            assertThat(service.post("/ops/grants", token, Map.of("email", "a@b.co", "access", "admin", "reason", "x"))
                            .status())
                    .isEqualTo(401);
        }
    }
}
