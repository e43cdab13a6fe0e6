package app.mita.standalone;

import app.mita.embedded.PostgresServer;
import java.sql.Connection;
import java.sql.SQLException;

/** The role that owns MITA's database and the database itself: what an operator of a PostgreSQL of their own creates. */
final class DatabaseSetup {

    static final String DATABASE = "mita";
    static final String OWNER = "mita";

    private DatabaseSetup() {}

    /** Creates what is not there yet, so a first start that was killed in between is completed by the next. */
    static void ensure(PostgresServer server, String password) {
        try (var connection = server.connect(PostgresServer.SUPERUSER)) {
            if (!exists(connection, "select 1 from pg_roles where rolname = '" + OWNER + "'")) {
                // May create the services' role, and is no superuser.
                execute(connection, "create role %s login createrole password '%s'".formatted(OWNER, password));
            }
            if (!exists(connection, "select 1 from pg_database where datname = '" + DATABASE + "'")) {
                execute(connection, "create database %s owner %s".formatted(DATABASE, OWNER));
            }
        } catch (SQLException e) {
            throw new OperatorError("PostgreSQL refuses to set up the database: " + e.getMessage());
        }
    }

    private static boolean exists(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
