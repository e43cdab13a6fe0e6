package app.mita.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.mita.embedded.TestBackend;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same of each sample: whatever kills it and whenever, its table is what the events come to. */
class SampleTest {

    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private final long seed = System.nanoTime();

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource
    void itsTableIsRightThroughKillsAndRestarts(Sample sample) throws Exception {
        sample.assumeItRuns();
        try (var log = new Log(seed)) {
            var broker = TestBackend.bootstrapServers();
            log.happen(200);
            assertThat(sample.table(directory, broker, log.topic))
                    .as("seed " + seed)
                    .isEqualTo(log.table());
            for (int life = 0; life < 3; life++) {
                var output = directory.resolve("output");
                Files.deleteIfExists(output);
                var process = sample.start(directory, broker, log.topic);
                var before = log.table();
                await().atMost(DEADLINE)
                        .until(() ->
                                Files.exists(output) && Sample.lastTable(output).equals(before));
                for (int batch = 0; batch < 20; batch++) {
                    log.happen(10);
                }
                process.destroyForcibly().waitFor();
            }
            log.happen(50);
            assertThat(sample.table(directory, broker, log.topic))
                    .as("seed " + seed)
                    .isEqualTo(log.table());
        }
    }
}
