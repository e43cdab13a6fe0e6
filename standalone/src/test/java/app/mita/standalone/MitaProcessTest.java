package app.mita.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The commands as processes, the way an operator and an init system run them. */
@Timeout(300)
class MitaProcessTest {

    @TempDir
    private Path directory;

    private RunningMita mita;

    @BeforeEach
    void overAnEmptyDirectory() {
        mita = new RunningMita(directory);
    }

    @Test
    void itStartsServesOneDirectoryOnceAndStopsWhenTold() throws Exception {
        var up = mita.up();
        assertThat(up.text())
                .contains(mita.api() + "/api", mita.api() + "/docs", mita.data().toString());

        var status = mita.run("status");
        assertThat(status.exitCode()).isZero();
        assertThat(status.text())
                .containsPattern("Broker +127\\.0\\.0\\.1:[0-9]+")
                .containsPattern("timestamp +[0-9]{10}(\\.[0-9]+)?\\s");

        var second = mita.run("up", "--port", String.valueOf(Listen.onFreePort().port()));
        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.text())
                .contains("in use by a running MITA (process " + up.process().pid() + ")");

        grant();
        operate();

        assertThat(mita.run("down").exitCode()).isZero();
        assertThat(up.exitCode()).isZero();
        assertNothingIsLeft();
    }

    /** Here, and from afar with the token of the environment. */
    private void grant() throws Exception {
        assertThat(mita.operator("grant", "nobody@example.org", "premium")).isEqualTo(1);
        assertThat(mita.said()).startsWith("mita: Refused: There is no account").hasLineCount(1);

        mita.post("/api/auth/register", "", """
                {"email": "ada@example.org", "password": "Str0ng!Pass#2026"}""");
        var id = UUID.randomUUID().toString();
        var arguments =
                new String[] {"grant", "ada@example.org", "premium", "--reason", "a test", "--operation-id", id};
        assertThat(mita.operator(arguments)).as(mita.said()).isZero();
        assertThat(mita.said()).isEqualToIgnoringNewLines("ada@example.org has premium from the next login on");
        assertThat(mita.operator(
                        Stream.concat(Stream.of(arguments), Stream.of("--json")).toArray(String[]::new)))
                .isZero();
        assertThat(mita.said())
                .contains("\"id\" : \"" + id + "\"", "\"verb\" : \"grant\"", "\"state\" : \"done\"")
                .doesNotContain("ada@example.org");

        var token = Map.of("MITA_OPS_TOKEN", Secrets.readIn(mita.data()).opsToken());
        var afar = List.of("--url", mita.api().toString(), "--reason", "a test", "--operation-id", id);
        var again = mita.run(token, Stream.concat(Stream.of("grant", "ada@example.org", "premium"), afar.stream()));
        assertThat(again.exitCode()).as(again.text()).isZero();
        var anothers = mita.run(token, Stream.concat(Stream.of("grant", "ada@example.org", "admin"), afar.stream()));
        assertThat(anothers.exitCode()).isEqualTo(1);
        assertThat(anothers.text()).startsWith("mita: Refused: This operation_id belongs to another operation.");
    }

    /** The operators' verbs, as far as an empty system has something to show. */
    private void operate() throws Exception {
        assertThat(mita.operator("projections")).isZero();
        assertThat(mita.said()).contains("dashboard", "running", "transaction");
        assertThat(mita.operator("replay", "dashboard", "--reason", "a test"))
                .as(mita.said())
                .isZero();
        assertThat(mita.said()).contains("dashboard: the new generation is live");
        assertThat(mita.operator("projections", "dashboard")).isZero();
        assertThat(mita.said()).contains("generation 2, live", "generation 1, kept");
        assertThat(mita.operator("drop", "dashboard", "--reason", "a test", "--json"))
                .isZero();
        assertThat(mita.said()).contains("\"verb\" : \"drop\"", "token:");
        assertThat(mita.operator("drop", "dashboard", "--reason", "a test")).isEqualTo(1);
        assertThat(mita.said()).startsWith("mita: Refused: ");
        assertThat(mita.operator("verify", "dashboard", "--reason", "a test"))
                .as(mita.said())
                .isZero();
        assertThat(mita.said()).contains("No difference");
        assertThat(mita.operator("dead-letters")).isZero();
        assertThat(mita.said()).contains("No dead letters");
        assertThat(mita.operator("republish", "--topic", "mita.events", "--reason", "a test"))
                .as(mita.said())
                .isZero();
        assertThat(mita.operator("pause", "nonsense", "--reason", "a test")).isEqualTo(1);
    }

    @Test
    void itsMasterKeyIsChangedInThreeSteps() throws Exception {
        var up = mita.up();
        assertThat(mita.operator("keys", "rotate")).isZero();
        assertThat(mita.operator("keys", "rewrap", "--reason", "a test")).isEqualTo(1);
        assertThat(mita.said())
                .isEqualToIgnoringNewLines(
                        "mita: MITA still runs with the master key from before; first ./mita down, ./mita up");
        assertThat(mita.run("down").exitCode()).isZero();
        assertThat(up.exitCode()).isZero();

        up = mita.up();
        assertThat(mita.operator("keys")).isZero();
        assertThat(mita.said()).containsPattern("current\n.*previous, .*1 lookup keys; seals what is new");
        assertThat(mita.operator("keys", "rewrap", "--reason", "a test"))
                .as(mita.said())
                .isZero();
        assertThat(mita.said())
                .contains("lookup keys   1 rewrapped, 0 left", "the one before is gone from the data directory");
        assertThat(Files.readString(mita.data().resolve("secrets.properties"))).doesNotContain("previous");
        assertThat(mita.run("down").exitCode()).isZero();
        assertThat(up.exitCode()).isZero();

        up = mita.up();
        assertThat(mita.operator("keys", "--json")).isZero();
        assertThat(mita.said()).contains("\"current\" : ");
        assertThat(mita.run("down").exitCode()).isZero();
    }

    @Test
    void aSignalStopsItCleanlyAndAKillDoesNotKeepItFromStarting() throws Exception {
        var killed = mita.up();
        killed.process().destroyForcibly().waitFor();
        long orphan = postmaster();

        var up = mita.up();
        assertThat(ProcessHandle.of(orphan)).isEmpty();
        up.process().destroy();
        assertThat(up.exitCode()).as(up.text()).isZero();
        assertNothingIsLeft();
    }

    @Test
    void aSignalDuringTheStartStopsItToo() throws Exception {
        var up = mita.start();
        await().atMost(RunningMita.START).until(() -> Files.exists(pidFile()));
        up.process().destroy();
        assertThat(up.exitCode()).as(up.text()).isZero();
        assertNothingIsLeft();
    }

    @Test
    void aDatabaseThatCannotBeBroughtBackEndsItWithTheReason() throws Exception {
        var up = mita.up();
        long postmaster = postmaster();
        Files.move(pidFile().getParent(), directory.resolve("elsewhere"));
        ProcessHandle.of(postmaster).orElseThrow().destroyForcibly();
        assertThat(up.exitCode()).as(up.text()).isEqualTo(1);
        assertThat(up.text()).contains("mita: PostgreSQL is gone and cannot be brought back: ", "does not exist");
        assertNothingIsLeft();
    }

    @Test
    void aSignalWhileTheDatabaseIsDeadStopsItCleanly() throws Exception {
        var up = mita.up();
        ProcessHandle.of(postmaster()).orElseThrow().destroyForcibly();
        up.process().destroy();
        assertThat(up.exitCode()).as(up.text()).isZero();
        assertThat(DataDirectory.isTaken(mita.data())).isFalse();
        assertThat(isServed()).isFalse();
    }

    /** Whether a server works in the database's directory, whatever its postmaster.pid says. */
    private boolean isServed() {
        return ProcessHandle.allProcesses().anyMatch(process -> process.info()
                .commandLine()
                .filter(line -> line.contains(mita.data().toString()))
                .isPresent());
    }

    private void assertNothingIsLeft() {
        assertThat(DataDirectory.isTaken(mita.data())).isFalse();
        assertThat(pidFile()).doesNotExist();
    }

    private Path pidFile() {
        return mita.data().resolve("postgresql/data/postmaster.pid");
    }

    private long postmaster() throws IOException {
        return Long.parseLong(Files.readAllLines(pidFile()).getFirst());
    }
}
