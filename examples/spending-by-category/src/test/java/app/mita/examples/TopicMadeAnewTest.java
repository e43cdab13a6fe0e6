package app.mita.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.mita.embedded.TestBackend;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A topic of the same name with other offsets: each sample counts the same events once, and those of others never. */
class TopicMadeAnewTest {

    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private final long seed = System.nanoTime();
    private final String broker = TestBackend.bootstrapServers();

    @TempDir
    private Path directory;

    private Log log;

    @BeforeEach
    void fill() throws Exception {
        log = new Log(seed);
        happenBitByBit();
    }

    /** Many small transactions: their marks take offsets, so that a topic made anew has the events at others. */
    private void happenBitByBit() {
        for (int transaction = 0; transaction < 40; transaction++) {
            log.happen(3);
        }
    }

    @AfterEach
    void close() {
        log.close();
    }

    @ParameterizedTest
    @EnumSource
    void shorterThanBefore(Sample sample) throws Exception {
        assertItsTableIsRight(sample);
        var ends = log.ends();
        log.publishAgain();
        log.happen(1);
        assertThat(hasOutgrown(ends)).as("somewhere").isEqualTo(List.of(false, false, false));
        assertItsTableIsRight(sample);
    }

    @ParameterizedTest
    @EnumSource
    void longerThanBeforeSoThatOldOffsetsAreThere(Sample sample) throws Exception {
        assertItsTableIsRight(sample);
        var ends = log.ends();
        log.publishAgain();
        outgrow(ends);
        assertItsTableIsRight(sample);
    }

    @ParameterizedTest
    @EnumSource
    void whileItRuns(Sample sample) throws Exception {
        sample.assumeItRuns();
        var process = sample.start(directory, broker, log.topic);
        try {
            awaitItsTable();
            log.publishAgain();
            happenBitByBit();
            awaitItsTable();
            // Unseen, so that it finds other events where it wanted to read on.
            var ends = log.ends();
            signal("STOP", process);
            log.publishAgain();
            outgrow(ends);
            signal("CONT", process);
            awaitItsTable();
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertItsTableIsRight(sample);
    }

    @ParameterizedTest
    @EnumSource
    void ofAnotherLogThatIsShorter(Sample sample) throws Exception {
        assertItsTableIsRight(sample);
        log.forgetAll();
        log.happen(20);
        assertItRefuses(sample, "ends before position");
    }

    @ParameterizedTest
    @EnumSource
    void ofAnotherLogThatIsLonger(Sample sample) throws Exception {
        assertItsTableIsRight(sample);
        var ends = log.ends();
        log.forgetAll();
        outgrow(ends);
        assertItRefuses(sample, "not the same event is at position");
    }

    private static void signal(String name, Process process) throws Exception {
        var kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()));
        assertThat(kill.start().waitFor()).isZero();
    }

    private void outgrow(List<Long> ends) throws Exception {
        while (hasOutgrown(ends).contains(false)) {
            log.happen(10);
        }
    }

    private List<Boolean> hasOutgrown(List<Long> before) throws Exception {
        var now = log.ends();
        return IntStream.range(0, now.size())
                .mapToObj(partition -> now.get(partition) > before.get(partition))
                .toList();
    }

    private void assertItsTableIsRight(Sample sample) throws Exception {
        sample.assumeItRuns();
        assertThat(sample.table(directory, broker, log.topic))
                .as("seed " + seed)
                .isEqualTo(log.table());
    }

    private void awaitItsTable() {
        var output = directory.resolve("output");
        await().atMost(DEADLINE)
                .untilAsserted(() ->
                        assertThat(Sample.lastTable(output)).as("seed " + seed).isEqualTo(log.table()));
    }

    /** In one sentence, which says what to do; its table stays as it was. */
    private void assertItRefuses(Sample sample, String reason) throws Exception {
        var table = directory.resolve("table");
        var before = Files.readAllBytes(table);
        assertThat(sample.refusal(directory, broker, log.topic))
                .as("seed " + seed)
                .startsWith("spending: ")
                .contains(reason, "another log", "to begin anew delete " + table)
                .hasLineCount(1);
        assertThat(table).hasBinaryContent(before);
        Files.delete(table);
        assertItsTableIsRight(sample);
    }
}
