package app.mita.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import app.mita.runtime.personal.MasterKey;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator reads and which exit code a script gets, where nothing has to run for it. */
class CommandLineTest {

    @TempDir
    private Path directory;

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
            "keys"
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
        assertThat(mita("keys", "--data", data())).isEqualTo(3);
        assertThat(mita("keys", "rewrap", "--reason", "x", "--data", data())).isEqualTo(3);
        assertThat(err.toString()).contains("No MITA runs over " + directory).hasLineCount(7);
        assertThat(mita("down", "--data", data())).isZero();
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
