package app.mita.command;

import app.mita.embedded.TestBackend;
import app.mita.embedded.TestDatabase;
import app.mita.runtime.database.Database;
import app.mita.runtime.database.DatabaseProperties;
import app.mita.runtime.database.Notifications;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.blockhound.BlockHound;

/** A database of a test's own with our schema, and the services' ways to it; event loops in it must not block. */
public final class MigratedDatabase implements AutoCloseable {

    static {
        // Logging in to PostgreSQL needs a nonce, and the system's random numbers come from a file.
        BlockHound.install(
                builder -> builder.allowBlockingCallsInside("com.ongres.scram.client.ScramClient$Builder", "build"));
    }

    private final TestDatabase place = TestBackend.freshDatabase();
    private final ConfigurableApplicationContext context;

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(DatabaseProperties.class)
    @ComponentScan("app.mita.runtime.database")
    static class Wiring {}

    public MigratedDatabase() {
        context = new SpringApplicationBuilder(Wiring.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .properties(
                        "mita.database.host=" + place.host(),
                        "mita.database.port=" + place.port(),
                        "mita.database.name=" + place.name(),
                        "mita.database.username=" + appRole(),
                        "mita.database.password=" + place.password(),
                        "mita.database.owner-username=" + place.owner(),
                        "mita.database.owner-password=" + place.password())
                .run();
    }

    public Database database() {
        return context.getBean(Database.class);
    }

    public DatabaseClient client() {
        return context.getBean(DatabaseClient.class);
    }

    public Notifications notifications() {
        return context.getBean(Notifications.class);
    }

    /** As the owner, beside the services. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(place.jdbcUrl(), place.owner(), place.password());
    }

    /** As the owner, beside the services. */
    public void run(String sql) {
        run(sql, place.owner());
    }

    /** Ends every connection that the services have. */
    public void killConnections() {
        run(
                "select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where usename = current_user and pid <> pg_backend_pid()",
                appRole());
    }

    private void run(String sql, String role) {
        try (Connection connection = DriverManager.getConnection(place.jdbcUrl(), role, place.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String appRole() {
        return place.name() + "_app";
    }

    @Override
    public void close() {
        context.close();
    }
}
