package app.mita.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What docker-compose.yml starts, seen from outside: through the gateway, with the images that this build has made.
 * Skipped where there is no Docker engine, or where the build made no images ({@code -Pimages}).
 */
@Timeout(480)
class ComposeIT {

    private static Compose compose;

    @BeforeAll
    static void start() {
        Needed.docker(
                Boolean.getBoolean("mita.images.built"), "this build made no images; ./mvnw -Pimages verify does");
        Needed.docker(Compose.answers(), "no Docker engine with docker compose answers");
        Needed.docker(Compose.has("postgres:17"), "the image postgres:17 is not on this machine");
        Needed.docker(Compose.has("apache/kafka:4.2.2"), "the image apache/kafka:4.2.2 is not on this machine");
        var nginx = Compose.nginx();
        Needed.docker(nginx.isPresent(), "no image of nginx is on this machine, and none can be made");
        compose = Compose.up(nginx.orElseThrow());
    }

    @AfterAll
    static void stop() {
        if (compose != null) {
            compose.close();
        }
    }

    @Test
    void aDayWorksThroughTheGateway() {
        DayOfAUser.walk(Api.at(Api.Servers.one(compose.address())));
    }

    @Test
    void aLoggedOutTokenIsRefusedByBothServices() {
        var person = Person.registered(Api.at(Api.Servers.one(compose.address())));
        assertThat(person.api().get("/api/dashboard").status()).isEqualTo(200);
        assertThat(person.api().post("/api/auth/logout", "{}").status()).isEqualTo(200);
        assertThat(person.api().get("/api/dashboard").status()).isEqualTo(401);
        assertThat(person.api().patch("/api/users/me", "{}").status()).isEqualTo(401);
    }

    @Test
    void whatIsForOperatorsIsOnTheirPortAlone() {
        var outside = Api.at(Api.Servers.one(compose.address()));
        for (var path : new String[] {"/ops/grants", "/ops/projections", "//ops/grants", "/metrics", "/metrics/"}) {
            var answer = outside.get(path);
            assertThat(answer.status()).as(answer.toString()).isEqualTo(404);
            assertThat(answer.code()).as(answer.toString()).isEqualTo("RESOURCE_3001");
            assertThat(answer.header("X-Request-ID")).matches("req_[0-9a-f]{12}");
        }
        var inside = Api.at(Api.Servers.one(compose.operatorsAddress()));
        var prometheus = inside.bearing(compose.secret("MITA_METRICS_TOKEN"));
        for (var service : new String[] {"commands", "projections", "queries"}) {
            assertThat(inside.get("/metrics/" + service).status()).isEqualTo(401);
            assertThat(prometheus.get("/metrics/" + service).text()).contains("db_connection_pool_size{");
            assertThat(inside.get("/health/" + service).json().path("status").asString())
                    .isEqualTo("healthy");
            assertThat(inside.get("/health/" + service + "/detailed").json().has("parts"))
                    .isTrue();
        }
        assertThat(outside.get("/health/detailed").json().path("parts").has("kafka"))
                .as("command-service's")
                .isTrue();
        var grant = inside.bearing(compose.secret("MITA_OPS_TOKEN"))
                .post("/ops/grants", "{\"email\": \"nobody@example.org\", \"access\": \"premium\"}");
        assertThat(grant.status()).as(grant.toString()).isEqualTo(404);
    }

    @Test
    void aMissingSecretIsNamedAndSaysWhatMakesIt() {
        var refused = compose.configWithoutSecrets();
        assertThat(refused.exitCode()).isNotZero();
        assertThat(refused.output()).contains("is missing a value: deployment/make-secrets makes one");
    }
}
