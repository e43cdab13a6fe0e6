package app.mita.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.mita.standalone.Mita;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./mita up} in a process of its own, killed with SIGKILL in the middle of writing, and started again. */
class KillTest {

    private static final int USERS = 4;
    private static final int KILLS = 2;

    @TempDir
    private Path data;

    @Test
    void everyAcknowledgedWriteIsThereAfterKill9() throws Exception {
        var port = freePort();
        var process = start(port);
        try {
            var api = api(port);
            var people = IntStream.range(0, USERS)
                    .mapToObj(_ -> Person.onboarded(api))
                    .toList();
            Map<Person, Map<String, Double>> acknowledged = new ConcurrentHashMap<>();
            people.forEach(person -> acknowledged.put(person, new ConcurrentHashMap<>()));
            for (int kill = 0; kill < KILLS; kill++) {
                var writing = new AtomicBoolean(true);
                try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
                    people.forEach(person -> writers.submit(() -> write(person, acknowledged.get(person), writing)));
                    var enough = 50 * (kill + 1);
                    await().atMost(Duration.ofSeconds(60))
                            .until(() -> acknowledged.values().stream().allMatch(all -> all.size() >= enough));
                    process.destroyForcibly().waitFor();
                    writing.set(false);
                }
                process = start(port);
                acknowledged.forEach(KillTest::assertWhole);
            }
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static void write(Person person, Map<String, Double> acknowledged, AtomicBoolean writing) {
        for (int n = 0; writing.get(); n++) {
            try {
                var amount = 1 + n % 7 / 100.0;
                var answer = person.api()
                        .post("/api/transactions/", "{\"amount\": %s, \"category\": \"food\"}".formatted(amount));
                if (answer.status() == 201) {
                    acknowledged.put(answer.data().path("id").asString(), amount);
                }
            } catch (UncheckedIOException killed) {
                return;
            }
        }
    }

    /** What was acknowledged is there, and every screen agrees with the list. An unacknowledged write may be there too. */
    private static void assertWhole(Person person, Map<String, Double> acknowledged) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            var list = new TreeMap<String, Double>();
            person.api()
                    .get("/api/transactions/?limit=1000")
                    .data()
                    .forEach(t ->
                            list.put(t.path("id").asString(), t.path("amount").asDouble()));
            assertThat(list).containsAllEntriesOf(acknowledged);
            var cents = list.values().stream()
                    .mapToLong(amount -> Math.round(amount * 100))
                    .sum();
            assertThat(Math.round(person.dashboard().path("balance").asDouble() * 100))
                    .isEqualTo(600_000 - cents);
        });
    }

    private Process start(int port) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx400m",
                "-cp",
                System.getProperty("java.class.path"),
                Mita.class.getName(),
                "up",
                "--port",
                String.valueOf(port),
                "--data",
                data.toString()));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("log").toFile());
        builder.environment().put("MITA_RATE_LIMITS_ENABLED", "false");
        var process = builder.start();
        await().atMost(Duration.ofSeconds(120)).ignoreExceptions().until(() -> {
            assertThat(process.isAlive()).isTrue();
            return api(port).get("/health").status() == 200;
        });
        return process;
    }

    private static Api api(int port) {
        return Api.at(Api.Servers.one("http://127.0.0.1:" + port));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
