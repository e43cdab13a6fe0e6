package app.mita.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.mita.standalone.Mita;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The samples by the commands of their READMEs beside {@code ./mita up}, which they find by its data directory. */
class SamplesIT {

    private static final Path EXAMPLES = Path.of(System.getProperty("mita.root", ".."), "examples");
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    @Test
    void theirTablesAgreeBeforeAndAfterARepublish() throws Exception {
        var python = python();
        assertThat(python.isPresent() || !Needed.isRequired("python"))
                .as("python3 and its Kafka client (Debian: apt-get install python3-kafka)")
                .isTrue();
        var java = List.of(EXAMPLES.resolve("spending-by-category/run").toString());
        var data = Files.createDirectory(directory.resolve("data"));
        try (var mita = MitaUp.over(data)) {
            var person = Person.onboarded(mita.api());
            var corrected = person.spends("42.00", "food");
            var deleted = person.spends("7.00", "food");
            person.spends("12.50", "food");
            correct(person, corrected);
            assertThat(person.api().delete("/api/transactions/" + deleted).status())
                    .isEqualTo(200);
            var rows = List.of("entertainment 1 100.00", "food 1 12.50");
            awaitAllPublished(mita);
            assertThat(table(java)).isEqualTo(rows);
            if (python.isPresent()) {
                assertThat(table(python.get())).isEqualTo(rows);
            }

            republish(data);
            person.spends("0.50", "food");
            rows = List.of("entertainment 1 100.00", "food 2 13.00");
            awaitAllPublished(mita);
            assertThat(table(java)).isEqualTo(rows);
            if (python.isPresent()) {
                assertThat(table(python.get())).isEqualTo(rows);
            }
        }
        assumeTrue(python.isPresent(), "without a Kafka client for Python the other sample has run alone");
    }

    private static void correct(Person person, String id) {
        var answer =
                person.api().put("/api/transactions/" + id, "{\"amount\": 100.00, \"category\": \"entertainment\"}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    private static void awaitAllPublished(MitaUp mita) {
        await().atMost(DEADLINE).untilAsserted(() -> {
            var health = mita.api().get("/health").json();
            assertThat(health.path("details").path("kafka").path("lag").asInt(-1))
                    .as(health.toString())
                    .isZero();
        });
    }

    /** The rows of the last table that it shows. */
    private List<String> table(List<String> sample) throws Exception {
        var table = directory.resolve("table-" + Path.of(sample.getLast()).getFileName());
        var shown = run(Stream.concat(sample.stream(), Stream.of("--once", "--table", table.toString()))
                .toList());
        return Arrays.stream(
                        shown.substring(shown.lastIndexOf("category")).strip().split("\n"))
                .skip(1)
                .map(row -> row.replaceAll(" +", " "))
                .toList();
    }

    private void republish(Path data) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(java, "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(Mita.class.getName(), "republish", "--topic", "mita.events", "--reason", "a test"));
        command.addAll(List.of("--data", data.toString()));
        run(command);
    }

    private String run(List<String> command) throws Exception {
        var output = directory.resolve("output");
        var errors = directory.resolve("errors");
        var builder =
                new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(errors.toFile());
        builder.environment().put("MITA_DATA", directory.resolve("data").toString());
        var process = builder.start();
        try {
            assertThat(process.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS))
                    .as(() -> command + " did not end: " + read(output) + read(errors))
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue())
                .as(() -> command + ": " + read(output) + read(errors))
                .isZero();
        return read(output);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static Optional<List<String>> python() {
        return Stream.of("python3", "/usr/bin/python3")
                .filter(SamplesIT::hasKafka)
                .findFirst()
                .map(python -> List.of(
                        python,
                        EXAMPLES.resolve("spending-by-category-python/spending.py")
                                .toString()));
    }

    private static boolean hasKafka(String python) {
        try {
            var process = new ProcessBuilder(python, "-c", "import kafka")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.onExit().join().exitValue() == 0;
        } catch (IOException noPython) {
            return false;
        }
    }
}
