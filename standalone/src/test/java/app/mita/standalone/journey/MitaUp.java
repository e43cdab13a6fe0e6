package app.mita.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.mita.embedded.Ports;
import app.mita.standalone.Mita;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** {@code ./mita up} in a process of its own over a data directory. */
final class MitaUp implements AutoCloseable {

    private final Path data;
    private final int port;
    private Process process;

    private MitaUp(Path data, int port) {
        this.data = data;
        this.port = port;
    }

    /** Returns when it answers. */
    static MitaUp over(Path data) throws IOException {
        var mita = new MitaUp(data, Ports.free());
        mita.start();
        return mita;
    }

    Api api() {
        return Api.at(Api.Servers.one("http://127.0.0.1:" + port));
    }

    /** On the same port. */
    void start() throws IOException {
        var builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx400m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Mita.class.getName(),
                        "up",
                        "--port",
                        String.valueOf(port),
                        "--data",
                        data.toString()))
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("log").toFile());
        builder.environment().put("MITA_RATE_LIMITS_ENABLED", "false");
        process = builder.start();
        await().atMost(Duration.ofSeconds(120)).ignoreExceptions().until(() -> {
            assertThat(process.isAlive()).isTrue();
            return api().get("/health").status() == 200;
        });
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Its first process alone, with SIGKILL. */
    void killDatabase() throws IOException {
        var pid = Files.readAllLines(data.resolve("postgresql/data/postmaster.pid"))
                .getFirst();
        ProcessHandle.of(Long.parseLong(pid)).orElseThrow().destroyForcibly();
    }

    String said() throws IOException {
        return Files.readString(data.resolve("log"));
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
