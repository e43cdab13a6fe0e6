package app.mita.projection.engine;

import app.mita.runtime.database.Database;
import app.mita.runtime.database.DatabaseProperties;
import app.mita.runtime.personal.EventCodec;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Mono;

/** The engine in a process of its own, which a test can kill. */
final class EngineProcess {

    private EngineProcess() {}

    /** @param settings of the database, as {@link TestReadModels#properties()} has them */
    static Process start(Map<String, Object> settings, String bootstrapServers, String topic, Path log)
            throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                EngineProcess.class.getName(),
                bootstrapServers,
                topic));
        for (var name : List.of("host", "port", "name", "username", "password", "owner-username", "owner-password")) {
            command.add(String.valueOf(settings.get("mita.database." + name)));
        }
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    public static void main(String[] arguments) throws InterruptedException {
        var database = new Database(new DatabaseProperties(
                arguments[2],
                Integer.parseInt(arguments[3]),
                arguments[4],
                arguments[5],
                arguments[6],
                arguments[7],
                arguments[8],
                4,
                true,
                Duration.ofSeconds(30),
                Duration.ofSeconds(5),
                Duration.ofSeconds(3),
                Duration.ofSeconds(10)));
        var settings = new EngineSettings(
                arguments[1], null, 50, DataSize.ofMegabytes(1), 200, true, true, new EngineSettings.Replay(1, 200));
        var engine = new ProjectionEngine(
                new Machinery(
                        new TopicSettings(arguments[0], arguments[1]),
                        settings,
                        database.pool("engine", 4),
                        database.pool("beside", 3),
                        "process " + ProcessHandle.current().pid(),
                        new TestKeys(),
                        new EventReader(new EventCodec()),
                        new ProjectionStatus(Clock.systemUTC()),
                        Step.Watcher.NONE,
                        ApplyObserver.SILENT,
                        Mono.just(false)),
                TestEngine.MODELS);
        engine.start();
        Thread.currentThread().join();
    }
}
