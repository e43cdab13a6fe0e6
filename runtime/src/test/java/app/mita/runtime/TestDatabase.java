package app.mita.runtime;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.util.UUID;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** A real PostgreSQL for the whole test run, with a fresh database for whoever asks. */
public final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder().start();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public static int port() {
        return SERVER.getPort();
    }

    /** The name of a new, empty database. */
    public static String create() {
        var name = "test_" + UUID.randomUUID().toString().replace('-', '_');
        execute("create database " + name);
        return name;
    }

    /** As the owner, in the server's own database. */
    public static void execute(String sql) {
        try (var connection = SERVER.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Points a service's configuration to a new database. */
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        NoBlocking.install();
        TestPropertyValues.of(
                        "mita.database.port=" + port(),
                        "mita.database.name=" + create(),
                        "mita.database.password=it's secret",
                        "mita.database.owner-username=postgres",
                        "mita.personal-data.master-key=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
                        "mita.metrics.token=for-prometheus",
                        "mita.cors.allowed-origins=https://app.example")
                .applyTo(context);
    }
}
