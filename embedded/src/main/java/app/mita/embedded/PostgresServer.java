package app.mita.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server over a data directory, started by this JVM and listening on the loopback interface only.
 *
 * <p>A server that an earlier, killed JVM left over the same directory is stopped first, so there is never a second
 * one; PostgreSQL then recovers from its write-ahead log as after any crash.
 */
public final class PostgresServer implements AutoCloseable {

    /** The role that may do anything; used for setting up only. */
    public static final String SUPERUSER = "postgres";

    private final PostgresPrograms programs;
    private final int port;
    private final String password;
    private @Nullable PostgresSupervision supervision;

    private PostgresServer(PostgresPrograms programs, int port, String password) {
        this.programs = programs;
        this.port = port;
        this.password = password;
    }

    /**
     * Starts the server and returns when it accepts connections. An empty or absent directory is initialised.
     *
     * @param cache     where the server's programs are unpacked, shared by all servers of a machine
     * @param directory the server's data and log; belongs to it alone
     * @param wanted    the port, or 0 for any free one
     * @param password  of {@link #SUPERUSER}; must stay the same for a directory
     * @throws EmbeddedServerException when it cannot start; the message names the cause
     */
    public static PostgresServer start(Path cache, Path directory, int wanted, String password, Durability durability) {
        var programs = new PostgresPrograms(PostgresBinaries.in(cache), directory);
        try {
            initialise(programs, password);
            programs.stopLeftover();
            int port = Ports.choose(wanted, "PostgreSQL");
            Files.writeString(programs.data().resolve("postgresql.conf"), PostgresSettings.text(port, durability));
            programs.start();
            return new PostgresServer(programs, port, password);
        } catch (IOException e) {
            throw new EmbeddedServerException(
                    "Cannot use " + directory + " for PostgreSQL: " + Directories.reason(e), e);
        }
    }

    public String host() {
        return Ports.LOOPBACK;
    }

    public int port() {
        return port;
    }

    /** A connection as {@link #SUPERUSER}; blocking, for setting up. */
    public Connection connect(String database) throws SQLException {
        var credentials = new Properties();
        credentials.setProperty("user", SUPERUSER);
        credentials.setProperty("password", password);
        return DriverManager.getConnection("jdbc:postgresql://%s:%d/%s".formatted(host(), port, database), credentials);
    }

    /**
     * Starts the server again from now on, on the same port, whenever it is gone although {@link #close} was not called.
     *
     * @param lost told once, on another thread, when it is gone for good; the message names the cause
     */
    public synchronized void supervise(Consumer<EmbeddedServerException> lost) {
        if (supervision == null) {
            supervision = PostgresSupervision.begin(programs, lost);
        }
    }

    /** Leaves the server as it is, also when it dies; for before an end, which may reach the server on other ways too. */
    public synchronized void endSupervision() {
        if (supervision != null) {
            supervision.end();
        }
    }

    /** Stops the server; open connections are ended. Does nothing when it is gone already. */
    @Override
    public void close() {
        endSupervision();
        try {
            programs.stopLeftover();
        } catch (IOException e) {
            throw new EmbeddedServerException("Cannot stop PostgreSQL: " + Directories.reason(e), e);
        }
    }

    /** Kept apart until complete, so that a start killed in the middle of it begins anew. */
    private static void initialise(PostgresPrograms programs, String password) throws IOException {
        if (Files.exists(programs.data())) {
            return;
        }
        var directory = programs.data().getParent();
        Files.createDirectories(directory);
        var unfinished = directory.resolve("initialising");
        Directories.delete(unfinished);
        programs.initialise(unfinished, password);
        Files.move(unfinished, programs.data(), StandardCopyOption.ATOMIC_MOVE);
    }
}
