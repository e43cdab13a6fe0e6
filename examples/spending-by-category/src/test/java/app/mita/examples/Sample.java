package app.mita.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A sample as a process. */
enum Sample {
    JAVA {
        @Override
        Optional<List<String>> command() {
            return Optional.of(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-Dslf4j.internal.verbosity=ERROR",
                    "-cp",
                    libraries(),
                    SpendingByCategory.class.getName()));
        }
    },
    PYTHON {
        @Override
        Optional<List<String>> command() {
            return Stream.of("python3", "/usr/bin/python3")
                    .filter(Sample::hasKafka)
                    .findFirst()
                    .map(python -> List.of(python, "../spending-by-category-python/spending.py"));
        }
    };

    private static final int END_SECONDS = 60;

    /** As the script takes them: without the libraries of MITA, whose logging would talk into the table. */
    private static String libraries() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path ->
                        path.matches(".*(kafka-clients|jackson|slf4j-api|spending-by-category.target.classes).*"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Empty where it cannot run. */
    abstract Optional<List<String>> command();

    Process start(Path directory, String broker, String topic, String... more) throws IOException {
        var command = new ArrayList<>(command().orElseThrow());
        command.addAll(List.of("--bootstrap", broker, "--topic", topic));
        command.addAll(List.of("--table", directory.resolve("table").toString()));
        command.addAll(List.of(more));
        return new ProcessBuilder(command)
                .redirectError(directory.resolve("errors").toFile())
                .redirectOutput(directory.resolve("output").toFile())
                .start();
    }

    /** The rows that it shows of everything there is now: count and total by category. */
    TreeMap<String, String> table(Path directory, String broker, String topic) throws Exception {
        int exitCode = runOnce(directory, broker, topic);
        if (exitCode != 0) {
            throw new AssertionError(this + " did not end well: " + Files.readString(directory.resolve("errors")));
        }
        return lastTable(directory.resolve("output"));
    }

    /** What it says when it cannot go on. */
    String refusal(Path directory, String broker, String topic) throws Exception {
        int exitCode = runOnce(directory, broker, topic);
        if (exitCode == 0) {
            throw new AssertionError(this + " went on: " + Files.readString(directory.resolve("output")));
        }
        return Files.readString(directory.resolve("errors"));
    }

    private int runOnce(Path directory, String broker, String topic) throws Exception {
        var process = start(directory, broker, topic, "--once");
        if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(this + " did not end: " + Files.readString(directory.resolve("errors")));
        }
        return process.exitValue();
    }

    /** Fails where every sample must run, skips the test elsewhere. */
    void assumeItRuns() {
        boolean runs = command().isPresent();
        var needs = "needs python3 and its Kafka client (Debian: apt-get install python3-kafka)";
        if (List.of(System.getenv().getOrDefault("MITA_CI_REQUIRE", "").split(" "))
                .contains("python")) {
            assertThat(runs).as(needs).isTrue();
        }
        assumeTrue(runs, needs);
    }

    /** Empty when none has been shown yet. */
    static TreeMap<String, String> lastTable(Path output) throws IOException {
        var rows = new TreeMap<String, String>();
        for (var line : Files.readAllLines(output)) {
            if (line.startsWith("category")) {
                rows.clear();
            } else if (!line.isBlank()) {
                var columns = line.split(" +");
                rows.put(columns[0], columns[1] + " " + columns[2]);
            }
        }
        return rows;
    }

    private static boolean hasKafka(String python) {
        try {
            return new ProcessBuilder(python, "-c", "import kafka")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noPython) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
