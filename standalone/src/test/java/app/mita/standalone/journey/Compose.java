package app.mita.standalone.journey;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import app.mita.embedded.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A deployment by docker-compose.yml, under a name, on ports and with secrets of its own, and gone when it is closed. */
final class Compose implements AutoCloseable {

    private static final Path ROOT = Path.of(System.getProperty("mita.root", ".."));
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final String NGINX = "nginx:1.30";
    private static final String OWN_NGINX = "mita-test/nginx";
    /** What our own nginx can be made from. */
    private static final List<String> DEBIANS = List.of("debian:trixie-slim", "local/debian:trixie");

    private final String project = "mita-test-" + ProcessHandle.current().pid();
    private final Path secrets = TARGET.resolve("compose.env");
    private final Path next = TARGET.resolve("compose.env.next");
    private final int port = Ports.free();
    private final int operatorsPort = Ports.free();
    private final int kafkaPort = Ports.free();
    private final String nginx;

    private Compose(String nginx) {
        this.nginx = nginx;
    }

    record Outcome(int exitCode, String output) {}

    static boolean answers() {
        return run(Map.of(), 20, "docker", "info").exitCode == 0
                && run(Map.of(), 20, "docker", "compose", "version").exitCode == 0;
    }

    static boolean has(String image) {
        return run(Map.of(), 20, "docker", "image", "inspect", image).exitCode == 0;
    }

    /** The official image, or else one made from a Debian; empty when neither can be had. */
    static Optional<String> nginx() {
        if (has(NGINX)) {
            return Optional.of(NGINX);
        }
        if (has(OWN_NGINX)) {
            return Optional.of(OWN_NGINX);
        }
        return DEBIANS.stream()
                .filter(Compose::has)
                .findFirst()
                .filter(Compose::makesNginx)
                .map(debian -> OWN_NGINX);
    }

    private static boolean makesNginx(String debian) {
        return run(
                                Map.of("DOCKER_BUILDKIT", "0"),
                                180,
                                "docker",
                                "build",
                                "--network",
                                "host",
                                "--tag",
                                OWN_NGINX,
                                "--build-arg",
                                "BASE=" + debian,
                                "standalone/src/test/docker/gateway")
                        .exitCode
                == 0;
    }

    /** Returns when everything is healthy. */
    static Compose up(String nginx) {
        var compose = new Compose(nginx);
        try {
            Files.deleteIfExists(compose.secrets);
            Files.deleteIfExists(compose.next);
            var made = run(Map.of(), 20, "deployment/make-secrets", compose.secrets.toString());
            assertThat(made.exitCode).as(made.output).isZero();
            var up = compose.docker(360, "up", "--detach", "--wait", "--wait-timeout", "300");
            assertThat(up.exitCode)
                    .as(() -> up.output + compose.docker(60, "logs", "--tail", "40").output)
                    .isZero();
            return compose;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Throwable failed) {
            compose.close();
            throw failed;
        }
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    String operatorsAddress() {
        return "http://127.0.0.1:" + operatorsPort;
    }

    /** For consumers outside the deployment. */
    String kafka() {
        return "localhost:" + kafkaPort;
    }

    String secret(String name) {
        try (var lines = Files.lines(secrets)) {
            return lines.filter(line -> line.startsWith(name + "="))
                    .map(line -> line.substring(name.length() + 1))
                    .collect(Collectors.joining());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Outcome configWithoutSecrets() {
        return run(settings(Path.of("/dev/null")), 20, "docker", "compose", "config", "--quiet");
    }

    /** What docker compose does with these arguments. */
    Outcome docker(int seconds, String... arguments) {
        return run(
                settings(secrets),
                seconds,
                Stream.concat(Stream.of("docker", "compose"), Stream.of(arguments))
                        .toArray(String[]::new));
    }

    /** One of the scripts in {@code deployment}, as an operator calls it. */
    Outcome script(int seconds, String name, String... arguments) {
        return run(
                settings(secrets),
                seconds,
                Stream.concat(Stream.of("deployment/" + name), Stream.of(arguments))
                        .toArray(String[]::new));
    }

    /** Settings of the newer query-service, before it is started. */
    void next(String settings) throws IOException {
        Files.writeString(next, settings);
    }

    @Override
    public void close() {
        docker(120, "--profile", "canary", "down", "--volumes", "--timeout", "5");
    }

    private Map<String, String> settings(Path environment) {
        return Map.ofEntries(
                entry("COMPOSE_PROJECT_NAME", project),
                entry("COMPOSE_ENV_FILES", environment.toString()),
                entry("COMPOSE_FILE", "docker-compose.yml:deployment/kafka-outside.yml"),
                entry("MITA_NEXT_ENV", next.toString()),
                entry("MITA_PORT", String.valueOf(port)),
                entry("MITA_OPS_PORT", String.valueOf(operatorsPort)),
                entry("MITA_KAFKA_PORT", String.valueOf(kafkaPort)),
                entry("MITA_NGINX_IMAGE", nginx),
                entry("MITA_QUERY_SCALE", "2"),
                // Quick to start on a machine that is busy with tests.
                entry("MITA_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1"),
                // As in the other tests: a busy machine is not what is examined here.
                entry("MITA_READ_YOUR_WRITES_AT_MOST", "20s"),
                entry("MITA_RATE_LIMITS_ENABLED", "false"));
    }

    private static Outcome run(Map<String, String> settings, int seconds, String... command) {
        try {
            var output = Files.createTempFile(Files.createDirectories(TARGET), "compose", ".out");
            var builder = new ProcessBuilder(command)
                    .directory(ROOT.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().putAll(settings);
            var process = builder.start();
            process.getOutputStream().close();
            boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly().waitFor();
            }
            var text = Files.readString(output);
            Files.delete(output);
            return new Outcome(ended ? process.exitValue() : -1, text);
        } catch (IOException notThere) {
            return new Outcome(-1, notThere.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
