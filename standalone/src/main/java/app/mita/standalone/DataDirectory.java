package app.mita.standalone;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * Everything that MITA keeps, in one directory that one process at a time may use. The lock ends with the process,
 * however that ends.
 */
final class DataDirectory implements AutoCloseable {

    /** Below this much free space a start is refused: PostgreSQL stops hard when it cannot write its log. */
    private static final long LEAST_FREE_BYTES = 300L << 20;

    private final Path root;
    private final FileLock lock;

    private DataDirectory(Path root, FileLock lock) {
        this.root = root;
        this.lock = lock;
    }

    /**
     * Creates the directory when needed (for its owner alone) and takes it for this process.
     *
     * @throws OperatorError when it cannot be used
     */
    static DataDirectory take(Path directory) {
        var root = directory.toAbsolutePath().normalize();
        try {
            if (!Files.isDirectory(root)) {
                Files.createDirectories(root);
                Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
            }
            checkSpace(root);
            var lock = lock(root);
            if (lock == null) {
                throw new OperatorError("The data directory " + root + " is in use by a running MITA"
                        + RunningProcess.recordedIn(root)
                                .map(p -> " (process " + p.pid() + ")")
                                .orElse("")
                        + "; stop it with ./mita down" + dataOption(root));
            }
            return new DataDirectory(root, lock);
        } catch (IOException e) {
            throw new OperatorError("Cannot write to the data directory " + root + ": " + Causes.words(e));
        }
    }

    /** Whether a live process holds the directory. */
    static boolean isTaken(Path directory) {
        try (var lock = Files.isDirectory(directory) ? lock(directory) : null) {
            return Files.isDirectory(directory) && lock == null;
        } catch (IOException e) {
            throw new OperatorError("Cannot look into the data directory " + directory + ": " + Causes.words(e));
        }
    }

    Path root() {
        return root;
    }

    Path postgres() {
        return root.resolve("postgresql");
    }

    Path kafka() {
        return root.resolve("kafka");
    }

    Path log() {
        return logIn(root);
    }

    static Path logIn(Path root) {
        return root.resolve("mita.log");
    }

    @Override
    public void close() throws IOException {
        lock.channel().close();
    }

    private static @Nullable FileLock lock(Path root) throws IOException {
        var channel = FileChannel.open(root.resolve("mita.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = channel.tryLock();
        if (lock == null) {
            channel.close();
        }
        return lock;
    }

    private static void checkSpace(Path root) throws IOException {
        long free = Files.getFileStore(root).getUsableSpace();
        if (free < LEAST_FREE_BYTES) {
            throw new OperatorError("The disk of the data directory %s is full: %d MB free, %d MB are needed"
                    .formatted(root, free >> 20, LEAST_FREE_BYTES >> 20));
        }
    }

    private static String dataOption(Path root) {
        return root.equals(DataOption.DEFAULT) ? "" : " --data " + root;
    }
}
