package app.mita.command.eventstore;

import static app.mita.command.gateway.Renaming.opened;
import static org.assertj.core.api.Assertions.assertThat;

import app.mita.embedded.TestBackend;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.stream.LongStream;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.junit.jupiter.api.Test;

/** A process that ends in the middle of its appends. */
class KilledWriterTest {

    private static final String ACKNOWLEDGED = "acknowledged ";

    @Test
    void allThatWasAcknowledgedIsInTheLogWhichGoesOnWithoutAGap() throws Exception {
        var database = TestBackend.freshDatabase();
        var writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+AllowRedefinitionToAddDeleteMethods",
                        "-XX:+EnableDynamicAgentLoading",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWriter.class.getName(),
                        database.host(),
                        Integer.toString(database.port()),
                        database.name(),
                        database.owner(),
                        database.password())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var acknowledged = new ArrayList<Long>();
        try (var lines = writer.inputReader()) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(ACKNOWLEDGED)) {
                    acknowledged.add(Long.parseLong(line.substring(ACKNOWLEDGED.length())));
                }
                if (acknowledged.size() == 500) {
                    // Unlike the process itself, its handle leaves what was written readable.
                    writer.toHandle().destroyForcibly();
                }
            }
        } finally {
            writer.destroyForcibly().waitFor();
        }

        try (var node = new EventStoreNode(database)) {
            var next = node.append(AppendCondition.none(), opened(node.user())).join();
            var positions = node.log().readAfter(0, Integer.MAX_VALUE).block().stream()
                    .map(StoredEvent::position)
                    .toList();
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(500).doesNotHaveDuplicates();
            assertThat(positions)
                    .containsAll(acknowledged)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, next).boxed().toList());
        }
    }
}
