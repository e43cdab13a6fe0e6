package app.mita.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A PostgreSQL and a Kafka broker for all tests of a JVM: each starts when first asked for, and both end with the JVM
 * and take their data with them.
 *
 * <pre>{@code
 * var database = TestBackend.freshDatabase();         // empty, of this test alone; the caller migrates it
 * var kafka = TestBackend.bootstrapServers();         // shared: use a topic of your own, e.g. with freshName("events")
 * }</pre>
 *
 * In a Spring test hand them over by a {@code @DynamicPropertySource} method: {@code mita.database.host}, {@code .port},
 * {@code .name}, {@code .owner-username}, {@code .owner-password} from the database, {@code
 * mita.kafka.bootstrap-servers} from {@link #bootstrapServers()}. The data forgets power cuts (fsync off); a test of
 * durability starts a {@link PostgresServer} of its own.
 */
public final class TestBackend {

    private static final String OWNER = "mita_owner";
    private static final String PASSWORD = "test-only";
    private static final AtomicInteger NAMES = new AtomicInteger();

    private TestBackend() {}

    /** A new, empty database on the shared server. */
    public static TestDatabase freshDatabase() {
        var name = freshName("mita");
        var server = Postgres.SERVER;
        try (var connection = server.connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute("create database %s owner %s".formatted(name, OWNER));
            return new TestDatabase(server.host(), server.port(), name, OWNER, PASSWORD);
        } catch (SQLException e) {
            throw new EmbeddedServerException("No database for the test: " + e.getMessage(), e);
        }
    }

    /** For a client's bootstrap.servers. */
    public static String bootstrapServers() {
        return Kafka.SERVER.bootstrapServers();
    }

    /** A name that no other test of this JVM gets: for topics, consumer groups and roles. */
    public static String freshName(String prefix) {
        return prefix + "_" + NAMES.incrementAndGet();
    }

    /** Started by the first use of the class. */
    private static final class Postgres {
        static final PostgresServer SERVER = start();

        private static PostgresServer start() {
            var server = PostgresServer.start(
                    Cache.directory(), Scratch.DIRECTORY.resolve("postgresql"), 0, PASSWORD, Durability.FORGETFUL);
            Scratch.closeAtExit(server);
            try (var connection = server.connect("postgres");
                    var statement = connection.createStatement()) {
                statement.execute("create role %s login createrole password '%s'".formatted(OWNER, PASSWORD));
            } catch (SQLException e) {
                throw new EmbeddedServerException("The test server refuses its owner: " + e.getMessage(), e);
            }
            return server;
        }
    }

    /** Started by the first use of the class. */
    private static final class Kafka {
        static final KafkaServer SERVER = start();

        private static KafkaServer start() {
            var server = KafkaServer.start(Scratch.DIRECTORY.resolve("kafka"), 0);
            Scratch.closeAtExit(server);
            return server;
        }
    }

    /** The directory of this JVM's servers. */
    private static final class Scratch {
        static final Path DIRECTORY = create();
        private static final List<AutoCloseable> SERVERS = new CopyOnWriteArrayList<>();

        static void closeAtExit(AutoCloseable server) {
            SERVERS.add(server);
        }

        private static Path create() {
            try {
                var directory = Files.createTempDirectory("mita-test");
                Runtime.getRuntime().addShutdownHook(new Thread(Scratch::clean, "test-backend-end"));
                return directory;
            } catch (IOException e) {
                throw new EmbeddedServerException("No temporary directory: " + e.getMessage(), e);
            }
        }

        private static void clean() {
            try {
                for (var server : SERVERS) {
                    server.close();
                }
                Directories.delete(DIRECTORY);
            } catch (Exception e) {
                Logger.getLogger(TestBackend.class.getName()).log(Level.WARNING, "Left behind: " + DIRECTORY, e);
            }
        }
    }
}
