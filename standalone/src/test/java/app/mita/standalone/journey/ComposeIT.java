package app.mita.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What docker-compose.yml starts, with two of query-service, seen from outside: through the gateway, with the images that this build has made.
 * Skipped where there is no Docker engine, or where the build made no images ({@code -Pimages}).
 */
@Timeout(480)
class ComposeIT {

    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private static Compose compose;

    @TempDir
    private Path directory;

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
        var grant = inside.bearing(compose.secret("MITA_OPS_TOKEN")).post("/ops/grants", """
                {"email": "nobody@example.org", "access": "premium", "reason": "a test"}""");
        assertThat(grant.status()).as(grant.toString()).isEqualTo(404);
    }

    @Test
    void aMissingSecretIsNamedAndSaysWhatMakesIt() {
        var refused = compose.configWithoutSecrets();
        assertThat(refused.exitCode()).isNotZero();
        assertThat(refused.output()).contains("is missing a value: deployment/make-secrets makes one");
    }

    @Test
    void aRestoreBringsBackTheDayOfTheBackupAndAnyOtherFileChangesNothing() throws IOException {
        var person = Person.onboarded(Api.at(Api.Servers.one(compose.address())));
        person.spends("7", "food");
        var backup = directory.resolve("backup");
        succeeds(compose.script(60, "backup", backup.toString()));
        person.spends("5", "food");
        assertThat(person.spentToday()).isEqualTo(12);

        var whole = Files.readAllBytes(backup);
        var broken = Files.write(directory.resolve("broken"), Arrays.copyOf(whole, whole.length * 9 / 10));
        var refused = compose.script(60, "restore", broken.toString(), "--yes");
        assertThat(refused.exitCode()).as(refused.output()).isEqualTo(1);
        assertThat(person.spentToday()).as("after " + refused.output()).isEqualTo(12);

        succeeds(compose.script(420, "restore", backup.toString(), "--yes"));
        await().atMost(DEADLINE)
                .untilAsserted(() -> assertThat(person.spentToday()).isEqualTo(7));
        person.spends("1", "food");
        assertThat(person.spentToday()).isEqualTo(8);
        assertThat(verifiedDifferences("dashboard")).isZero();
        assertThat(compose.docker(20, "ps", "--quiet", "query-service").output().lines())
                .as("still scaled out")
                .hasSize(2);
    }

    @Test
    void aCanaryReadsItsOwnGenerationForAShareOfTheReaders() throws IOException {
        var person = Person.onboarded(Api.at(Api.Servers.one(compose.address())));
        person.spends("7", "food");
        succeeds(canary("up", "--detach", "--wait", "projections-next"));
        int generation = builtBesideTheLive("dashboard");
        // So that it can be told which generation an answer is of.
        succeeds(compose.docker(
                20,
                "exec",
                "-T",
                "postgres",
                "psql",
                "--username=postgres",
                "--dbname=mita",
                "--command=delete from read_model.dashboard where generation = " + generation));
        compose.next("MITA_READS_GENERATIONS_DASHBOARD=" + generation);
        succeeds(canary("up", "--detach", "--wait", "query-service-next"));
        assertThat(person.spentToday()).isEqualTo(7);
        assertThat(answersOfTheCanary()).isZero();

        assertThat(canarysOfAThousand("5")).isBetween(10.0, 120.0);
        assertThat(canarysOfAThousand("25")).isBetween(150.0, 350.0);
        succeeds(share("100"));
        await().atMost(DEADLINE).until(() -> person.spentToday() == 0);
        succeeds(share("0"));
        await().atMost(DEADLINE).until(() -> person.spentToday() == 7);

        succeeds(canary("rm", "--stop", "--force", "projections-next", "query-service-next"));
        assertThat(person.spentToday()).isEqualTo(7);
        var cancelled = operator().post("/ops/projections/dashboard/cancel", "{\"reason\": \"a test\"}");
        assertThat(cancelled.status()).as(cancelled.toString()).isEqualTo(200);
    }

    /** The number of a generation that waits to be switched to. */
    private static int builtBesideTheLive(String projection) {
        var begun = operator().post("/ops/projections/" + projection + "/replay", """
                {"reason": "a test", "switches_itself": false}""");
        assertThat(begun.status()).as(begun.toString()).isEqualTo(200);
        return await().atMost(DEADLINE)
                .until(
                        () -> operator()
                                .get("/ops/projections/" + projection)
                                .data()
                                .path("next"),
                        next -> next.path("state").asString().equals("ready"))
                .path("number")
                .asInt();
    }

    /** How many of a thousand readers, each with a token of their own, it answers. */
    private static double canarysOfAThousand(String percent) {
        succeeds(share(percent));
        var outside = Api.at(Api.Servers.one(compose.address()));
        // The gateway's workers of before answer for a moment.
        await().atMost(DEADLINE).until(() -> {
            double before = answersOfTheCanary();
            for (int reader = 0; reader < 100; reader++) {
                outside.bearing("nobody " + reader).get("/api/dashboard");
            }
            return answersOfTheCanary() > before;
        });
        double before = answersOfTheCanary();
        for (int reader = 0; reader < 1000; reader++) {
            assertThat(outside.bearing("reader " + reader).get("/api/dashboard").status())
                    .isEqualTo(401);
        }
        return answersOfTheCanary() - before;
    }

    @Test
    void aConsumerOutsideReadsTheTopic() {
        Person.registered(Api.at(Api.Servers.one(compose.address())));
        await().atMost(DEADLINE)
                .until(() -> !KafkaRecords.of(compose.kafka(), "mita.events").isEmpty());
    }

    @Test
    void oneServiceAloneCanMigrate() {
        for (var service : new String[] {"projections", "query-service"}) {
            assertThat(compose.docker(20, "exec", "-T", service, "env").output())
                    .contains("MITA_DATABASE_PASSWORD=")
                    .doesNotContain("OWNER");
        }
    }

    private static void succeeds(Compose.Outcome outcome) {
        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
    }

    private static Compose.Outcome share(String percent) {
        return compose.docker(20, "exec", "-T", "gateway", "/etc/mita/share", percent, "reload");
    }

    /** How many answers its own metrics count, but for those that its health and metrics are. */
    private static double answersOfTheCanary() {
        var metrics = compose.docker(20, "exec", "-T", "query-service-next", "bash", "-c", """
                exec 3<>/dev/tcp/127.0.0.1/8080
                printf 'GET /metrics HTTP/1.0\\r\\nHost: localhost\\r\\nAuthorization: Bearer %s\\r\\n\\r\\n' \
                  "$MITA_METRICS_TOKEN" >&3
                cat <&3""")
                .output();
        assertThat(metrics).contains("db_connection_pool_size{");
        return metrics.lines()
                .filter(line -> line.startsWith("http_request_duration_seconds_count{")
                        && !line.contains("route=\"/health")
                        && !line.contains("route=\"/metrics"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private static Api operator() {
        return Api.at(Api.Servers.one(compose.operatorsAddress())).bearing(compose.secret("MITA_OPS_TOKEN"));
    }

    private static Compose.Outcome canary(String... arguments) {
        return compose.docker(
                180,
                Stream.concat(Stream.of("--profile", "canary"), Stream.of(arguments))
                        .toArray(String[]::new));
    }

    private static int verifiedDifferences(String projection) {
        var operator = operator();
        var asked = operator.post("/ops/projections/" + projection + "/verify", "{\"reason\": \"a test\"}");
        assertThat(asked.status()).as(asked.toString()).isBetween(200, 202);
        var operation = "/ops/operations/" + asked.data().path("id").asString();
        return await().atMost(DEADLINE)
                .until(
                        () -> operator.get(operation).data(),
                        now -> now.path("state").asString().equals("done"))
                .path("result")
                .path("differences")
                .asInt(-1);
    }
}
