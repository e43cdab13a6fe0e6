package app.mita.api.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was committed is found, whatever became of the files. */
class HistoryTest {

    @TempDir
    Path repository;

    private Path contract;

    @BeforeEach
    void begin() throws Exception {
        assumeTrue(git("init", "--quiet", "--initial-branch=main"), "git is not on the path");
        contract = repository.resolve("events");
        Files.createDirectories(contract.resolve(Contract.SCHEMAS));
        commit("one");
    }

    @Test
    void onMainItIsTheLastCommitAndTheOneBefore() throws Exception {
        assertThat(schemas()).containsExactly("one");
        commit("two");
        write("three");
        assertThat(schemas()).containsExactly("two", "one");
        assertThat(History.of(contract).getFirst().ledger().text()).isEqualTo("0  Spent.v1\n");
    }

    @Test
    void besideMainItIsWhatTheWorkBeganFrom() throws Exception {
        git("switch", "--quiet", "--create", "work");
        commit("two");
        commit("three");
        Files.delete(contract.resolve(Contract.SCHEMAS).resolve("Spent.v1.json"));
        assertThat(schemas()).containsExactly("one");
    }

    @Test
    void withoutARepositoryThereIsNone() throws Exception {
        var elsewhere = Files.createTempDirectory("no-repository");
        assertThat(History.of(elsewhere)).isEmpty();
        Files.delete(elsewhere);
    }

    private List<String> schemas() throws Exception {
        return History.of(contract).stream()
                .map(History.Earlier::schemas)
                .map(Map::values)
                .map(texts -> String.join(",", texts))
                .toList();
    }

    private void commit(String schema) throws Exception {
        write(schema);
        git("add", ".");
        git("-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "--quiet", "--message", schema);
    }

    private void write(String schema) throws IOException {
        Files.writeString(contract.resolve(Contract.SCHEMAS).resolve("Spent.v1.json"), schema);
        Files.writeString(contract.resolve(Ledger.FILE), "0  Spent.v1\n");
    }

    private boolean git(String... arguments) throws InterruptedException {
        var command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        try {
            return new ProcessBuilder(command)
                            .directory(repository.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noGit) {
            return false;
        }
    }
}
