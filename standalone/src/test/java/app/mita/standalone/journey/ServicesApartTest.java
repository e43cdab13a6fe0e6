package app.mita.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.mita.command.CommandServiceApplication;
import app.mita.projection.ProjectionsApplication;
import app.mita.query.QueryServiceApplication;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * command-service, projections and query-service as three applications that share a database and a broker only. As in a
 * deployment, command-service alone knows the owner of the database and migrates it.
 */
class ServicesApartTest {

    private static final Map<String, Object> SETTINGS = new LinkedHashMap<>(RunningSystem.freshSettings());

    private static final OtlpCollector COLLECTOR = new OtlpCollector();

    private static ConfigurableApplicationContext commands;
    private static ConfigurableApplicationContext projections;
    private static ConfigurableApplicationContext queries;

    @BeforeAll
    static void start() {
        // One of these tests waits for it in vain.
        SETTINGS.put("mita.read-your-writes.at-most", "5s");
        SETTINGS.put("mita.tracing.endpoint", COLLECTOR.endpoint());
        commands = run(CommandServiceApplication.class, "command-service");
        SETTINGS.remove("mita.database.owner-username");
        SETTINGS.remove("mita.database.owner-password");
        SETTINGS.put("mita.database.migrates", "false");
        SETTINGS.put("mita.security.jwks-uri", RunningSystem.address(commands) + "/.well-known/jwks.json");
        projections = run(ProjectionsApplication.class, "projections");
        queries = run(QueryServiceApplication.class, "query-service");
    }

    private static ConfigurableApplicationContext run(Class<?> application, String service) {
        var settings = new LinkedHashMap<>(SETTINGS);
        settings.put("mita.tracing.service", service);
        return RunningSystem.run(application, settings);
    }

    @AfterAll
    static void stop() {
        queries.close();
        projections.close();
        commands.close();
        COLLECTOR.close();
    }

    private static Api api() {
        return Api.at(new Api.Servers(RunningSystem.address(commands), RunningSystem.address(queries)));
    }

    @Test
    void aDayWorksOnThreeServices() {
        DayOfAUser.walk(api());
    }

    @Test
    void aLoggedOutTokenIsRefusedByTheOtherService() {
        var person = Person.registered(api());
        assertThat(person.api().get("/api/dashboard").status()).isEqualTo(200);
        assertThat(person.api().post("/api/auth/logout", "{}").status()).isEqualTo(200);
        assertThat(person.api().get("/api/dashboard").status()).isEqualTo(401);
    }

    @Test
    void aTraceLeadsThroughAllThree() {
        var trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        var person = Person.onboarded(api());
        var traced = person.api().with("traceparent", "00-" + trace + "-00f067aa0ba902b7-01");
        assertThat(traced.post("/api/transactions/", "{\"amount\": 7, \"category\": \"food\"}")
                        .status())
                .isEqualTo(201);
        assertThat(traced.get("/api/dashboard").status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(List.of("command-service", "projections", "query-service"))
                        .allMatch(service -> COLLECTOR.has(trace, service)));
    }

    @Test
    void theGatewayKnowsWhoServesWhichRoute() {
        var gateway = GatewayRoutes.read();
        var written = GatewayRoutes.servedBy(commands);
        var read = GatewayRoutes.servedBy(queries);
        var both = new HashSet<>(written);
        both.retainAll(read);
        written.removeAll(both);
        read.removeAll(both);
        assertThat(written).hasSizeGreaterThan(20).allSatisfy(route -> assertThat(gateway.of(route))
                .isEqualTo("commands"));
        assertThat(read).hasSizeGreaterThan(40).allSatisfy(route -> assertThat(gateway.of(route))
                .isEqualTo("queries"));
        assertThat(both).contains("GET /health", "GET /health/detailed", "POST /health/circuit-breakers/1/reset");
        assertThat(both)
                .filteredOn(route -> route.contains(" /health"))
                .allSatisfy(route -> assertThat(gateway.of(route)).isEqualTo("commands"));
    }

    @Test
    void withProjectionsDownWritesSucceedAndSayThatReadsAreBehind() {
        var person = Person.onboarded(api());
        projections.close();
        var written = person.api().post("/api/transactions/", "{\"amount\": 7, \"category\": \"food\"}");
        assertThat(written.status()).isEqualTo(201);
        assertThat(written.header("Mita-Read-Model")).isEqualTo("behind");
        projections = run(ProjectionsApplication.class, "projections");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(person.spentToday()).isEqualTo(7));
        var next = person.api().post("/api/transactions/", "{\"amount\": 1, \"category\": \"food\"}");
        assertThat(next.header("Mita-Read-Model")).isNull();
        assertThat(person.spentToday()).isEqualTo(8);
    }
}
