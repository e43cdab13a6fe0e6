package app.mita.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Runs PostgreSQL's own programs (initdb, pg_ctl) over one data directory. */
final class PostgresPrograms {

    /** For recovery after a crash, and for ending what runs: both take seconds at most with our sizes. */
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private static final Pattern ERROR = Pattern.compile("(?m)(?<=FATAL: |PANIC: |error: ).*$");

    private final PostgresBinaries binaries;
    private final Path data;
    private final Path log;

    PostgresPrograms(PostgresBinaries binaries, Path directory) {
        this.binaries = binaries;
        this.data = directory.resolve("data").toAbsolutePath();
        this.log = directory.resolve("postgresql.log").toAbsolutePath();
    }

    Path data() {
        return data;
    }

    void initialise(Path target, String password) throws IOException {
        var file = Files.createTempFile(
                target.toAbsolutePath().getParent(),
                "superuser",
                ".tmp", // unreadable for others from its creation on
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(file, password);
            run(
                    "initdb",
                    "--pgdata=" + target.toAbsolutePath(),
                    "--username=" + PostgresServer.SUPERUSER,
                    "--pwfile=" + file,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    // Same order and case folding on every platform, and no index that an upgrade of libc breaks.
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C",
                    "--no-instructions");
        } finally {
            Files.delete(file);
        }
    }

    /**
     * Starts the server in a session of its own (pg_ctl does that), so that a Ctrl-C in the terminal reaches this JVM
     * alone, which stops what uses the server before the server.
     */
    void start() {
        run(
                "pg_ctl",
                "start",
                "--wait",
                "--silent",
                "--timeout=" + LIMIT.toSeconds(),
                "--pgdata=" + data,
                "--log=" + log);
    }

    /** The server that runs over the data directory, whoever started it; may still be recovering. */
    Optional<Postmaster> running() throws IOException {
        return Postmaster.recordedIn(pidFile()).filter(Postmaster::isServer);
    }

    /** Stops the server that runs over the data directory, if there is one, whoever started it. */
    void stopLeftover() throws IOException {
        if (running().isPresent()) {
            run("pg_ctl", "stop", "--mode=fast", "--silent", "--timeout=" + LIMIT.toSeconds(), "--pgdata=" + data);
        } else if (Postmaster.recordedIn(pidFile()).isPresent()) {
            discardPidFile();
        }
    }

    /** The number is another program's by now, or a dead one's; PostgreSQL would take that for a server of its own. */
    private void discardPidFile() throws IOException {
        if (Postmaster.isWorkedIn(data)) {
            // Without the file PostgreSQL could not know that they use its memory.
            throw new EmbeddedServerException("Processes of the dead PostgreSQL are still at work in " + data);
        }
        Files.deleteIfExists(pidFile());
    }

    private Path pidFile() {
        return data.resolve("postmaster.pid");
    }

    private void run(String program, String... arguments) {
        var command = new ArrayList<>(identity());
        command.add(binaries.program(program).toString());
        command.addAll(List.of(arguments));
        try {
            long logged = Files.exists(log) ? Files.size(log) : 0;
            // Not through a pipe: the server inherits it and would keep it open for ever.
            var output = Files.createTempFile("mita-" + program, ".log");
            try {
                var process = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
                if (!process.waitFor(LIMIT.plusSeconds(10))) {
                    process.destroyForcibly();
                    throw new EmbeddedServerException("PostgreSQL's " + program + " does not end");
                }
                if (process.exitValue() != 0) {
                    throw new EmbeddedServerException(
                            "PostgreSQL's " + program + " failed: " + reason(logged, Files.readString(output)));
                }
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new EmbeddedServerException("Cannot run PostgreSQL's " + program + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedServerException("Interrupted while PostgreSQL's " + program + " ran", e);
        }
    }

    /**
     * PostgreSQL refuses to run as root. In a user namespace without a mapping the process is nobody to itself, and
     * still the owner of its files.
     */
    private static List<String> identity() {
        return "root".equals(System.getProperty("user.name")) ? List.of("unshare", "--user", "--") : List.of();
    }

    /**
     * The line that says why: the server's own log knows better than the program that started it.
     *
     * @param logged bytes that were in the log before
     */
    private String reason(long logged, String output) {
        try (var file = Files.newInputStream(log)) {
            file.skipNBytes(logged);
            var words = ERROR.matcher(new String(file.readAllBytes(), StandardCharsets.UTF_8))
                    .results()
                    .reduce((_, later) -> later);
            if (words.isPresent()) {
                return words.get().group().strip() + " (see " + log + ")";
            }
        } catch (IOException e) {
            // No log yet: initdb writes none.
        }
        return ERROR.matcher(output)
                .results()
                .findFirst()
                .map(MatchResult::group)
                .orElse(output)
                .strip();
    }
}
