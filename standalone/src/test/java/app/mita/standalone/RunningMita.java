package app.mita.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The command line over one data directory: as processes, the way an operator and an init system run it. */
final class RunningMita {

    private static final Pattern TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");

    static final Duration START = Duration.ofMinutes(2);

    private final Path directory;
    private final Listen listen = Listen.onFreePort();
    private final StringWriter said = new StringWriter();
    private int runs;

    /** @param directory of the test's own; the data is in a new one in it */
    RunningMita(Path directory) {
        this.directory = directory;
    }

    /** A command in a process of its own. */
    record Run(Process process, Path output) {

        String text() throws IOException {
            return Files.readString(output);
        }

        int exitCode() throws InterruptedException {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        }
    }

    Path data() {
        return directory.resolve("data");
    }

    URI api() {
        return listen.local();
    }

    /** Returns when it is ready. */
    Run up() throws IOException {
        var up = start();
        await().atMost(START).until(() -> !up.process().isAlive() || up.text().contains("MITA is ready"));
        assertThat(up.process().isAlive()).as(up.text()).isTrue();
        return up;
    }

    /** Returns at once. */
    Run start() throws IOException {
        return run("up", "--port", String.valueOf(listen.port()));
    }

    Run run(String... arguments) throws IOException {
        return run(Map.of(), Stream.of(arguments));
    }

    Run run(Map<String, String> environment, Stream<String> arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Mita.class.getName()));
        arguments.forEach(command::add);
        command.addAll(List.of("--data", data().toString()));
        var output = directory.resolve("output" + runs++);
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        return new Run(builder.start(), output);
    }

    /** The same in this process, which is quicker; {@link #said} has what it printed. */
    int operator(String... arguments) {
        said.getBuffer().setLength(0);
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", data().toString()));
        return Mita.commandLine()
                .setOut(new PrintWriter(said, true))
                .setErr(new PrintWriter(said, true))
                .execute(all.toArray(String[]::new));
    }

    String said() {
        return said.toString();
    }

    /** As the app asks, with success; gives the answer. */
    String post(String path, String token, String json) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(api().resolve(path))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(json));
            if (!token.isEmpty()) {
                request.header("Authorization", "Bearer " + token);
            }
            var answer = http.send(request.build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
            return answer.body();
        }
    }

    /** Somebody new, with a plan and four expenses. */
    void someoneSpends() throws Exception {
        var registered = post("/api/auth/register", "", """
                {"email": "%s@example.org", "password": "Str0ng!Pass#2026", "country": "US"}
                """.formatted(UUID.randomUUID()));
        var token =
                TOKEN.matcher(registered).results().findFirst().orElseThrow().group(1);
        post(
                "/api/onboarding/submit",
                token,
                "{\"income\": {\"monthly_income\": 6000}, \"fixed_expenses\": {\"rent\": 1500}}");
        for (int times = 0; times < 4; times++) {
            post("/api/transactions/", token, "{\"amount\": 1.25, \"category\": \"food\"}");
        }
    }
}
