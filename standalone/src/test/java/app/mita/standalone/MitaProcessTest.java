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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The commands as processes, the way an operator and an init system run them. */
@Timeout(300)
class MitaProcessTest {

    private static final Duration START = Duration.ofMinutes(2);

    @TempDir
    private Path directory;

    private final Listen listen = Listen.onFreePort();
    private final StringWriter said = new StringWriter();
    private int runs;

    private record Run(Process process, Path output) {
        String text() throws IOException {
            return Files.readString(output);
        }

        int exitCode() throws InterruptedException {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        }
    }

    @Test
    void itStartsServesOneDirectoryOnceAndStopsWhenTold() throws Exception {
        var up = up();
        assertThat(up.text()).contains(listen.local() + "/api", listen.local() + "/docs", data());

        var status = run("status");
        assertThat(status.exitCode()).isZero();
        assertThat(status.text())
                .containsPattern("Broker +127\\.0\\.0\\.1:[0-9]+")
                .containsPattern("timestamp +[0-9]{10}(\\.[0-9]+)?\\s");

        var second = run("up", "--port", String.valueOf(Listen.onFreePort().port()));
        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.text())
                .contains("in use by a running MITA (process " + up.process().pid() + ")");

        grant();
        operate();

        assertThat(run("down").exitCode()).isZero();
        assertThat(up.exitCode()).isZero();
        assertNothingIsLeft();
    }

    /** Here, and from afar with the token of the environment. */
    private void grant() throws Exception {
        assertThat(operator("grant", "nobody@example.org", "premium")).isEqualTo(1);
        assertThat(said.toString())
                .startsWith("mita: Refused: There is no account")
                .hasLineCount(1);

        register("ada@example.org");
        var id = UUID.randomUUID().toString();
        var arguments =
                new String[] {"grant", "ada@example.org", "premium", "--reason", "a test", "--operation-id", id};
        assertThat(operator(arguments)).as(said.toString()).isZero();
        assertThat(said.toString()).isEqualToIgnoringNewLines("ada@example.org has premium from the next login on");
        assertThat(operator(
                        Stream.concat(Stream.of(arguments), Stream.of("--json")).toArray(String[]::new)))
                .isZero();
        assertThat(said.toString())
                .contains("\"id\" : \"" + id + "\"", "\"verb\" : \"grant\"", "\"state\" : \"done\"")
                .doesNotContain("ada@example.org");

        var token = Map.of("MITA_OPS_TOKEN", Secrets.readIn(Path.of(data())).opsToken());
        var afar = List.of("--url", listen.local().toString(), "--reason", "a test", "--operation-id", id);
        var again = run(token, Stream.concat(Stream.of("grant", "ada@example.org", "premium"), afar.stream()));
        assertThat(again.exitCode()).as(again.text()).isZero();
        var anothers = run(token, Stream.concat(Stream.of("grant", "ada@example.org", "admin"), afar.stream()));
        assertThat(anothers.exitCode()).isEqualTo(1);
        assertThat(anothers.text()).startsWith("mita: Refused: This operation_id belongs to another operation.");
    }

    private void register(String email) throws Exception {
        var body = "{\"email\": \"%s\", \"password\": \"Str0ng!Pass#2026\"}".formatted(email);
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(listen.local() + "/api/auth/register"))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(body))
                    .build();
            assertThat(http.send(request, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(201);
        }
    }

    /** The operators' verbs, as far as an empty system has something to show. */
    private void operate() throws Exception {
        assertThat(operator("projections")).isZero();
        assertThat(said.toString()).contains("dashboard", "running", "transaction");
        assertThat(operator("replay", "dashboard", "--reason", "a test"))
                .as(said.toString())
                .isZero();
        assertThat(said.toString()).contains("dashboard: the new generation is live");
        assertThat(operator("projections", "dashboard")).isZero();
        assertThat(said.toString()).contains("generation 2, live", "generation 1, kept");
        assertThat(operator("drop", "dashboard", "--reason", "a test", "--json"))
                .isZero();
        assertThat(said.toString()).contains("\"verb\" : \"drop\"", "token:");
        assertThat(operator("drop", "dashboard", "--reason", "a test")).isEqualTo(1);
        assertThat(said.toString()).startsWith("mita: Refused: ");
        assertThat(operator("verify", "dashboard", "--reason", "a test"))
                .as(said.toString())
                .isZero();
        assertThat(said.toString()).contains("No difference");
        assertThat(operator("dead-letters")).isZero();
        assertThat(said.toString()).contains("No dead letters");
        assertThat(operator("republish", "--topic", "mita.events", "--reason", "a test"))
                .as(said.toString())
                .isZero();
        assertThat(operator("pause", "nonsense", "--reason", "a test")).isEqualTo(1);
    }

    @Test
    void itsMasterKeyIsChangedInThreeSteps() throws Exception {
        var up = up();
        assertThat(operator("keys", "rotate")).isZero();
        assertThat(operator("keys", "rewrap", "--reason", "a test")).isEqualTo(1);
        assertThat(said.toString())
                .isEqualToIgnoringNewLines(
                        "mita: MITA still runs with the master key from before; first ./mita down, ./mita up");
        assertThat(run("down").exitCode()).isZero();
        assertThat(up.exitCode()).isZero();

        up = up();
        assertThat(operator("keys")).isZero();
        assertThat(said.toString()).containsPattern("current\n.*previous, .*1 lookup keys; seals what is new");
        assertThat(operator("keys", "rewrap", "--reason", "a test"))
                .as(said.toString())
                .isZero();
        assertThat(said.toString())
                .contains("lookup keys   1 rewrapped, 0 left", "the one before is gone from the data directory");
        assertThat(Files.readString(Path.of(data()).resolve("secrets.properties")))
                .doesNotContain("previous");
        assertThat(run("down").exitCode()).isZero();
        assertThat(up.exitCode()).isZero();

        up = up();
        assertThat(operator("keys", "--json")).isZero();
        assertThat(said.toString()).contains("\"current\" : ");
        assertThat(run("down").exitCode()).isZero();
    }

    /** In this process. */
    private int operator(String... arguments) {
        said.getBuffer().setLength(0);
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", data()));
        return Mita.commandLine()
                .setOut(new PrintWriter(said, true))
                .setErr(new PrintWriter(said, true))
                .execute(all.toArray(String[]::new));
    }

    @Test
    void aSignalStopsItCleanlyAndAKillDoesNotKeepItFromStarting() throws Exception {
        var killed = up();
        killed.process().destroyForcibly().waitFor();
        long orphan = postmaster();

        var up = up();
        assertThat(ProcessHandle.of(orphan)).isEmpty();
        up.process().destroy();
        assertThat(up.exitCode()).as(up.text()).isZero();
        assertNothingIsLeft();
    }

    @Test
    void aSignalDuringTheStartStopsItToo() throws Exception {
        var up = run("up", "--port", String.valueOf(listen.port()));
        await().atMost(START).until(() -> Files.exists(pidFile()));
        up.process().destroy();
        assertThat(up.exitCode()).as(up.text()).isZero();
        assertNothingIsLeft();
    }

    @Test
    void aDatabaseThatCannotBeBroughtBackEndsItWithTheReason() throws Exception {
        var up = up();
        long postmaster = postmaster();
        Files.move(pidFile().getParent(), directory.resolve("elsewhere"));
        ProcessHandle.of(postmaster).orElseThrow().destroyForcibly();
        assertThat(up.exitCode()).as(up.text()).isEqualTo(1);
        assertThat(up.text()).contains("mita: PostgreSQL is gone and cannot be brought back: ", "does not exist");
        assertNothingIsLeft();
    }

    @Test
    void aSignalWhileTheDatabaseIsDeadStopsItCleanly() throws Exception {
        var up = up();
        ProcessHandle.of(postmaster()).orElseThrow().destroyForcibly();
        up.process().destroy();
        assertThat(up.exitCode()).as(up.text()).isZero();
        assertThat(DataDirectory.isTaken(Path.of(data()))).isFalse();
        assertThat(isServed()).isFalse();
    }

    /** Whether a server works in the database's directory, whatever its postmaster.pid says. */
    private boolean isServed() {
        return ProcessHandle.allProcesses().anyMatch(process -> process.info()
                .commandLine()
                .filter(line -> line.contains(data()))
                .isPresent());
    }

    private void assertNothingIsLeft() {
        assertThat(DataDirectory.isTaken(Path.of(data()))).isFalse();
        assertThat(pidFile()).doesNotExist();
    }

    private Path pidFile() {
        return Path.of(data()).resolve("postgresql/data/postmaster.pid");
    }

    private long postmaster() throws IOException {
        return Long.parseLong(Files.readAllLines(pidFile()).getFirst());
    }

    private Run up() throws IOException {
        var up = run("up", "--port", String.valueOf(listen.port()));
        await().atMost(START).until(() -> !up.process().isAlive() || up.text().contains("MITA is ready"));
        assertThat(up.process().isAlive()).as(up.text()).isTrue();
        return up;
    }

    private Run run(String... arguments) throws IOException {
        return run(Map.of(), Stream.of(arguments));
    }

    private Run run(Map<String, String> environment, Stream<String> arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Mita.class.getName()));
        arguments.forEach(command::add);
        command.addAll(List.of("--data", data()));
        var output = directory.resolve("output" + runs++);
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        return new Run(builder.start(), output);
    }

    private String data() {
        return directory.resolve("data").toString();
    }
}
