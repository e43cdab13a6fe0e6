package app.mita.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** The process that a data directory's postmaster.pid names; may be another program's, or dead and not yet collected. */
record Postmaster(ProcessHandle process) {

    /** Empty when no process has the number, or no number is there. */
    static Optional<Postmaster> recordedIn(Path pidFile) throws IOException {
        try (var lines = Files.lines(pidFile)) {
            return lines.findFirst()
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())))
                    .map(Postmaster::new);
        } catch (NoSuchFileException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Whether any process works in the data directory: a dead server's children end their statement first. */
    static boolean isWorkedIn(Path data) {
        return ProcessHandle.allProcesses().anyMatch(process -> worksIn(process, data));
    }

    boolean isServer() {
        return isAlive()
                && process.info().command().map(c -> c.endsWith("postgres")).orElse(true);
    }

    /** A killed server whose parent is a container's first process can stay in the table of processes for ever. */
    boolean isAlive() {
        return process.isAlive() && !isZombie();
    }

    private boolean isZombie() {
        try {
            var status = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "stat"));
            return status.startsWith("Z", status.lastIndexOf(')') + 2);
        } catch (IOException e) {
            return false; // a system without /proc, or it has just ended
        }
    }

    private static boolean worksIn(ProcessHandle process, Path data) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", String.valueOf(process.pid()), "cwd"))
                    .equals(data.toRealPath());
        } catch (IOException e) {
            return false; // ended, another user's, or a system without /proc
        }
    }
}
