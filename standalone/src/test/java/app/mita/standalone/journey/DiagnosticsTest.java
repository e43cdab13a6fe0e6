package app.mita.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What /health/… says, to whom; its shapes are compared with the original's in {@link RecordedAnswersTest}. */
class DiagnosticsTest {

    private static final List<String> OPEN = List.of(
            "/health/detailed",
            "/health/circuit-breakers",
            "/health/critical-services",
            "/health/external-services",
            "/health/services/test-connections",
            "/health/services/google_oauth",
            "/health/services/mail",
            "/health/services/tracing");

    private static final List<String> OPERATORS = List.of(
            "/health/api-keys",
            "/health/api-keys/validate",
            "/health/external-services/validate",
            "/health/monitoring/dashboard",
            "/health/services/google_oauth/test");

    private static final String RESET = "/health/circuit-breakers/google_oauth/reset";

    private final Api anyone = RunningSystem.api();

    @Test
    void whatIsNoSecretNeedsNoToken() {
        for (var path : OPEN) {
            assertThat(anyone.get(path).status()).as(path).isEqualTo(200);
            assertThat(anyone.get(path + "/").status()).as(path + "/").isEqualTo(200);
        }
        assertThat(anyone.get("/health/nothing").status()).isEqualTo(404);
        assertThat(anyone.get("/health/services/nobody").code()).isEqualTo("RESOURCE_3001");
        assertThat(anyone.post("/health/detailed", "{}").status()).isEqualTo(405);
    }

    @Test
    void theRestIsForOperators() {
        var user = Person.registered(anyone).api();
        var operator = operator();
        for (var path : OPERATORS) {
            assertThat(anyone.get(path).code()).as(path).isEqualTo("AUTH_1003");
            assertThat(anyone.get(path + "/").status()).as(path).isEqualTo(401);
            assertThat(user.get(path).code()).as(path).isEqualTo("AUTH_1007");
            assertThat(operator.get(path).status()).as(path).isEqualTo(200);
        }
        assertThat(anyone.post(RESET, null).status()).isEqualTo(401);
        assertThat(user.post(RESET, null).status()).isEqualTo(403);
        assertThat(operator.post(RESET, null).code()).isEqualTo("RESOURCE_3001");
        assertThat(operator.get("/health/services/nobody/test").status()).isEqualTo(404);
    }

    @Test
    void theDashboardHasTheFiguresOfThisProcess() {
        var dashboard = operator().get("/health/monitoring/dashboard").json();
        assertThat(dashboard.path("status").asString()).as(dashboard.toString()).isEqualTo("healthy");
        for (var part : new String[] {"database", "kafka", "projections"}) {
            var report = dashboard.path("parts").path(part);
            assertThat(report.path("status").asString()).as(part).isEqualTo("connected");
            assertThat(report.path("latency_ms").asDouble()).as(part).isPositive();
        }
        assertThat(dashboard.path("machine").path("heap_used_bytes").asLong()).isPositive();
        assertThat(dashboard.path("machine").path("uptime_seconds").asDouble()).isPositive();
        assertThat(dashboard.path("database_pools").path("common").path("size").asInt())
                .as(dashboard.toString())
                .isPositive();
        assertThat(dashboard.path("projections").path("dashboard").has("lag_events"))
                .as(dashboard.toString())
                .isTrue();
        assertThat(dashboard.path("relay").has("lag_events"))
                .as(dashboard.toString())
                .isTrue();
        assertThat(dashboard.path("health_summary").path("healthy_services").asInt())
                .isEqualTo(3);
    }

    @Test
    void noAnswerNamesASecretOrAnAddress() {
        var operator = operator();
        var port = RunningSystem.context().getEnvironment().getRequiredProperty("mita.database.port");
        for (var path : List.of("/health/detailed", "/health/external-services", OPERATORS.get(0), OPERATORS.get(3))) {
            assertThat(operator.get(path).text())
                    .doesNotContain("127.0.0.1", ":" + port + "/", "http:", "test-only")
                    .doesNotContain(RunningSystem.OPS_TOKEN, RunningSystem.METRICS_TOKEN);
        }
    }

    private Api operator() {
        return Person.registered(anyone).granted("admin").loggedInAgain().api();
    }
}
