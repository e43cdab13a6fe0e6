package app.mita.projection.engine;

import static app.mita.projection.engine.TestEngine.MODELS;
import static org.assertj.core.api.Assertions.assertThat;

import app.mita.embedded.TestBackend;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three processes share the partitions; one is killed with SIGKILL in the middle of a load, and of a replay. */
class HandOverTest {

    private static final Duration DEADLINE = Duration.ofSeconds(120);

    @TempDir
    private Path directory;

    private final TestReadModels readModels = new TestReadModels(TestBackend.freshDatabase());
    private final TestLog log = new TestLog(6);
    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void close() throws InterruptedException {
        for (var process : processes) {
            process.destroyForcibly().waitFor();
        }
        log.close();
        readModels.close();
    }

    @Test
    void theOthersTakeOverAndNothingIsLostOrDoubled() throws Exception {
        log.happen(Lives.shuffled(1, 30, 3000));
        for (int i = 0; i < 3; i++) {
            start(i);
        }
        Awaitility.await().atMost(DEADLINE).until(() -> sharing() == 3);
        readModels.execute("select read_model.begin_generation('calendar', %d, 'replay', true, null)"
                .formatted(MODELS.get(2).version()));
        log.happen(Lives.shuffled(2, 30, 1500));
        Awaitility.await().atMost(DEADLINE).until(() -> !readModels
                .rows("select builder from read_model.generation"
                        + " where projection = 'calendar' and generation = 2 and builder is not null")
                .isEmpty());
        var builder = readModels
                .rows("select builder from read_model.generation where projection = 'calendar' and generation = 2")
                .getFirst()
                .getFirst();
        processes.stream()
                .filter(process -> ("process " + process.pid()).equals(builder))
                .findFirst()
                .orElseThrow()
                .destroyForcibly();
        for (int seed = 3; seed < 13; seed++) {
            log.happen(Lives.shuffled(seed, 10, 200));
        }
        Awaitility.await().atMost(DEADLINE).until(() -> readModels.hasApplied(log.events(), MODELS));
        Awaitility.await().atMost(DEADLINE).until(() -> readModels
                .rows("select live_generation from read_model.projection where name = 'calendar'")
                .getFirst()
                .getFirst()
                .equals("2"));
        log.happen(Lives.shuffled(100, 10, 200));
        Awaitility.await().atMost(DEADLINE).until(() -> readModels.hasApplied(log.events(), MODELS));
        readModels.assertFolded(log.events(), MODELS);
        assertThat(processes.stream().filter(Process::isAlive)).hasSize(2);
    }

    private void start(int number) throws IOException {
        processes.add(EngineProcess.start(
                readModels.properties(),
                TestBackend.bootstrapServers(),
                log.topic,
                directory.resolve("process-" + number + ".log")));
    }

    /** Processes that hold partitions. */
    private long sharing() {
        return Long.parseLong(readModels
                .rows("select count(*) from read_model.instance where seen_at > now() - interval '3 seconds'"
                        + " and json_array_length(standings) > 0")
                .getFirst()
                .getFirst());
    }
}
