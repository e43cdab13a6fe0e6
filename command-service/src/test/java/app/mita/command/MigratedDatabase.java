package app.mita.command;

import app.mita.command.eventstore.EventLog;
import app.mita.command.eventstore.EventStoreNode;
import app.mita.embedded.TestBackend;
import app.mita.embedded.TestDatabase;
import app.mita.runtime.database.Database;
import app.mita.runtime.database.Notifications;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.r2dbc.core.DatabaseClient;

/** A database of a test's own with our schema, one node's ways to it, and a test's ways around them. */
public final class MigratedDatabase implements AutoCloseable {

    private static final String SERVICES_ROLE = "mita_app";
    private static final String SERVICES_PASSWORD = "test-only";

    private final TestDatabase place = TestBackend.freshDatabase();
    private final EventStoreNode node = new EventStoreNode(place);

    public EventStoreNode node() {
        return node;
    }

    public EventLog log() {
        return node.log();
    }

    public Database database() {
        return node.bean(Database.class);
    }

    public DatabaseClient client() {
        return node.sql();
    }

    public Notifications notifications() {
        return node.bean(Notifications.class);
    }

    /** As the owner, beside the services. */
    public Connection connect() throws SQLException {
        return connect(place.owner(), place.password());
    }

    /** As the owner, beside the services. */
    public void run(String sql) {
        try (Connection connection = connect()) {
            run(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends every connection that the services have to this database. */
    public void killConnections() {
        try (Connection connection = connect(SERVICES_ROLE, SERVICES_PASSWORD)) {
            run(
                    connection,
                    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()"
                            + " and usename = current_user and pid <> pg_backend_pid()");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect(String role, String password) throws SQLException {
        return DriverManager.getConnection(place.jdbcUrl(), role, password);
    }

    @Override
    public void close() {
        node.close();
    }
}
