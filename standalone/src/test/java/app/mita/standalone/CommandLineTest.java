package app.mita.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.mita.runtime.personal.MasterKey;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What an operator reads and which exit code a script gets, where nothing has to run for it. */
class CommandLineTest {

    private static final int LONGEST_REQUEST = 4096;
    private static final String MORNING = "2026-11-01T08:00:00Z";

    @TempDir
    private Path directory;

    private final List<ServerSocket> servers = new ArrayList<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int mita(String... arguments) {
        return Mita.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private String data() {
        return directory.toString();
    }

    @Test
    void everyCommandExplainsItself() {
        for (var command : new String[] {"up", "down", "status", "grant"}) {
            assertThat(mita(command, "--help")).isZero();
        }
        for (var verb : new String[] {
            "projections",
            "replay",
            "pause",
            "resume",
            "pause-replay",
            "resume-replay",
            "cancel",
            "switch",
            "rollback",
            "drop",
            "verify",
            "rebuild-user",
            "dead-letters",
            "republish",
            "keys",
            "operations",
            "nodes"
        }) {
            assertThat(mita(verb, "--help")).as(verb).isZero();
        }
        for (var verb : new String[] {"list", "retry", "discard"}) {
            assertThat(mita("dead-letters", verb, "--help")).as(verb).isZero();
        }
        for (var verb : new String[] {"status", "rotate", "rewrap"}) {
            assertThat(mita("keys", verb, "--help")).as(verb).isZero();
        }
        assertThat(out.toString()).contains("--reason", "--url", "--json", "--from-position", "USER");
        assertThat(out.toString()).contains("--port", "--data", "EMAIL", "premium, admin");
    }

    @Test
    void everyCommandSaysItsExitCodes() {
        assertSaysExitCodes(Mita.commandLine());
        assertThat(mita("verify", "--help")).isZero();
        assertThat(out.toString()).contains("4   there are differences");
    }

    private static void assertSaysExitCodes(CommandLine command) {
        assertThat(command.getUsageMessage())
                .contains("Exit codes:")
                .containsPattern("0 +[a-z]")
                .containsPattern("1 +failed")
                .containsPattern("2 +wrong usage")
                .containsPattern("3 +MITA is not running");
        command.getSubcommands().values().forEach(CommandLineTest::assertSaysExitCodes);
    }

    @Test
    void withoutACommandTheUsageIsShown() {
        assertThat(mita()).isEqualTo(2);
        assertThat(err.toString()).contains("Usage: mita");
    }

    @Test
    void aTakenPortIsSaidBeforeAnythingStarts() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(mita("up", "--data", data(), "--port", String.valueOf(taken.getLocalPort())))
                    .isEqualTo(1);
            assertThat(err.toString())
                    .isEqualTo("mita: Port %d is taken by another program; choose another one with --port%n"
                            .formatted(taken.getLocalPort()));
        }
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aDirectoryThatCannotBeWrittenIsNamed() throws Exception {
        var file = Files.createFile(directory.resolve("file"));
        assertThat(mita(
                        "up",
                        "--port",
                        freePort(),
                        "--data",
                        file.resolve("data").toString()))
                .isEqualTo(1);
        assertThat(err.toString())
                .startsWith("mita: Cannot write to the data directory " + file.resolve("data") + ": ")
                .hasLineCount(1);
    }

    @Test
    void dataWithoutItsSecretsIsNotTouched() throws Exception {
        Files.createDirectories(directory.resolve("postgresql/data"));
        assertThat(mita("up", "--port", freePort(), "--data", data())).isEqualTo(1);
        assertThat(err.toString()).contains("restore it from a backup").hasLineCount(1);
        assertThat(directory.resolve("secrets.properties")).doesNotExist();
    }

    @Test
    void nothingRunsOverAnEmptyDirectory() {
        assertThat(mita("status", "--data", data())).isEqualTo(3);
        assertThat(mita("grant", "ada@example.org", "premium", "--reason", "x", "--data", data()))
                .isEqualTo(3);
        assertThat(mita("projections", "--data", data())).isEqualTo(3);
        assertThat(mita("pause", "dashboard", "--reason", "x", "--data", data()))
                .isEqualTo(3);
        assertThat(mita("dead-letters", "--data", data())).isEqualTo(3);
        assertThat(mita("operations", "--data", data())).isEqualTo(3);
        assertThat(mita("nodes", "--data", data())).isEqualTo(3);
        assertThat(mita("keys", "--data", data())).isEqualTo(3);
        assertThat(mita("keys", "rewrap", "--reason", "x", "--data", data())).isEqualTo(3);
        assertThat(err.toString()).contains("No MITA runs over " + directory).hasLineCount(9);
        assertThat(mita("down", "--data", data())).isZero();
    }

    @Test
    void anAddressOfAnotherKindAndATimeThatIsNoneAreWrongUsage() {
        assertThat(mita("nodes", "--url", "localhost:8081")).isEqualTo(2);
        assertThat(err.toString())
                .isEqualTo("mita: --url takes an address such as http://localhost:8081%n".formatted());
        assertThat(mita("operations", "--from", "yesterday")).isEqualTo(2);
        assertThat(mita("operations", "--before", "1")).isEqualTo(2);
        assertThat(mita("replay", "dashboard", "--reason", "x", "--from-position", "1", "--from-time", MORNING))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--from-position=N, --from-time=INSTANT are mutually exclusive");
    }

    @Test
    void whoeverIsNotThereIsNotRunning() {
        var nobody = Listen.onFreePort().local();
        assertThatThrownBy(() -> new OpsApi(nobody, "token").get("/ops/projections"))
                .isInstanceOfSatisfying(OperatorError.class, error -> assertThat(error.exitCode())
                        .isEqualTo(3))
                .hasMessage("No MITA runs at " + nobody + ": the connection is refused");
        assertThatThrownBy(() -> new OpsApi(URI.create("http://nobody.invalid"), "token").get("/ops/projections"))
                .isInstanceOfSatisfying(OperatorError.class, error -> assertThat(error.exitCode())
                        .isEqualTo(3))
                .hasMessageContaining("there is no host of this name");
    }

    @Test
    void whoeverEndsBeforeTheAnswerWasRunning() throws Exception {
        assertThatThrownBy(() -> asked("").get("/ops/projections"))
                .isInstanceOfSatisfying(OperatorError.class, error -> assertThat(error.exitCode())
                        .isEqualTo(3))
                .hasMessageContaining("has gone");
    }

    @Test
    void anotherProgramIsNoMita() throws Exception {
        for (var stranger : new String[] {
            "SSH-2.0-OpenSSH_9.2\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 6\r\nConnection: close\r\n\r\n<html>"
        }) {
            assertThatThrownBy(() -> asked(stranger).get("/ops/projections"))
                    .isInstanceOfSatisfying(OperatorError.class, error -> assertThat(error.exitCode())
                            .isEqualTo(1))
                    .hasMessageContaining("is no MITA");
        }
    }

    /** Where everyone who connects gets this, whatever they ask; until the test ends. */
    private OpsApi asked(String answer) throws IOException {
        var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        servers.add(server);
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try (var connection = server.accept()) {
                    connection.getInputStream().read(new byte[LONGEST_REQUEST]);
                    connection.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
                } catch (IOException gone) {
                    // Whoever asked has left, or the test has ended.
                }
            }
        });
        return new OpsApi(URI.create("http://127.0.0.1:" + server.getLocalPort()), "token");
    }

    @AfterEach
    void closeServers() throws IOException {
        for (var server : servers) {
            server.close();
        }
    }

    @Test
    void aDeedWithoutAReasonIsWrongUsage() {
        assertThat(mita("pause", "dashboard")).isEqualTo(2);
        assertThat(mita("dead-letters", "retry", "dashboard")).isEqualTo(2);
        assertThat(err.toString()).contains("--reason");
    }

    @Test
    void anUnknownAccessIsWrongUsage() {
        assertThat(mita("grant", "ada@example.org", "everything", "--reason", "x"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("premium, admin");
    }

    @Test
    void secretsAreForTheirOwnerAloneAndStayTheSame() throws Exception {
        try (var taken = DataDirectory.take(directory)) {
            var secrets = Secrets.of(taken);
            assertThat(Secrets.of(taken)).isEqualTo(secrets);
            var file = directory.resolve("secrets.properties");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(secrets.toString()).doesNotContain(secrets.masterKey(), secrets.opsToken());
        }
    }

    @Test
    void aNewMasterKeyStandsBesideTheOneBeforeUntilNothingRestsOnThat() throws Exception {
        assertThat(mita("keys", "rotate", "--data", data())).isEqualTo(1);
        assertThat(err.toString()).contains("There is no MITA in " + directory).hasLineCount(1);
        try (var taken = DataDirectory.take(directory)) {
            var before = Secrets.of(taken);
            assertThat(mita("keys", "rotate", "--data", data())).isZero();
            var rotated = Secrets.of(taken);
            assertThat(rotated)
                    .isEqualTo(new Secrets(
                            rotated.masterKey(),
                            before.masterKey(),
                            before.databasePassword(),
                            before.opsToken(),
                            before.metricsToken()));
            assertThat(rotated.masterKey()).isNotEqualTo(before.masterKey());
            var file = directory.resolve("secrets.properties");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(out.toString())
                    .contains("./mita down, ./mita up, and then ./mita keys rewrap")
                    .doesNotContain(before.masterKey(), rotated.masterKey());

            assertThat(mita("keys", "rotate", "--data", data())).isEqualTo(1);
            assertThat(err.toString()).contains("./mita keys rewrap completes it");
            assertThat(Secrets.forgetPreviousIn(
                            directory, MasterKey.of(before.masterKey()).id()))
                    .isFalse();
            assertThat(Secrets.of(taken)).isEqualTo(rotated);
            assertThat(Secrets.forgetPreviousIn(
                            directory, MasterKey.of(rotated.masterKey()).id()))
                    .isTrue();
            assertThat(Files.readString(file))
                    .doesNotContain(before.masterKey())
                    .contains(rotated.masterKey());
        }
    }

    private static String freePort() {
        return String.valueOf(Listen.onFreePort().port());
    }
}
