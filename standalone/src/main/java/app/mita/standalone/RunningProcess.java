package app.mita.standalone;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The process that holds a data directory, as it wrote itself down there for the other commands.
 *
 * @param api   where its API answers once it is ready
 * @param kafka the broker's address; null until it runs
 */
record RunningProcess(long pid, URI api, @Nullable String kafka) {

    private static final String FILE = "running.properties";

    /** The live one. */
    static Optional<RunningProcess> over(Path root) {
        return DataDirectory.isTaken(root) ? recordedIn(root) : Optional.empty();
    }

    /**
     * The live one, for a command that cannot do without.
     *
     * @throws OperatorError when none runs
     */
    static RunningProcess required(Path root) {
        return over(root)
                .orElseThrow(() -> new OperatorError(
                        OperatorError.NOT_RUNNING, "No MITA runs over " + root + "; start it with ./mita up"));
    }

    /** The last one that was written down, whether or not it lives. */
    static Optional<RunningProcess> recordedIn(Path root) {
        try {
            var properties = new Properties();
            properties.load(new StringReader(Files.readString(root.resolve(FILE))));
            return Optional.of(new RunningProcess(
                    Long.parseLong(properties.getProperty("pid")),
                    URI.create(properties.getProperty("api")),
                    properties.getProperty("kafka")));
        } catch (IOException | IllegalArgumentException | NullPointerException e) {
            return Optional.empty();
        }
    }

    RunningProcess with(String broker) {
        return new RunningProcess(pid, api, broker);
    }

    void recordIn(DataDirectory data) {
        try {
            var broker = kafka == null ? "" : "kafka=" + kafka + "\n";
            Files.writeString(data.root().resolve(FILE), "pid=" + pid + "\napi=" + api + "\n" + broker);
        } catch (IOException e) {
            throw new OperatorError("Cannot write to the data directory " + data.root() + ": " + Causes.words(e));
        }
    }
}
