package app.mita.runtime;

import app.mita.embedded.TestBackend;
import app.mita.embedded.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Points a service's configuration to a new database, and starts further services on the same one. */
public final class ServiceDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private final TestDatabase database = TestBackend.freshDatabase();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(settings()).applyTo(context);
    }

    /** A service as another process would run it; the caller closes it. */
    public ConfigurableApplicationContext start() {
        return start(Map.of());
    }

    /** @param further settings, or others in the place of the usual ones */
    public ConfigurableApplicationContext start(Map<String, String> further) {
        return new SpringApplicationBuilder(TestApplication.class)
                .web(WebApplicationType.REACTIVE)
                .initializers(this, context -> TestPropertyValues.of(further).applyTo(context))
                .properties("server.port=0")
                .run();
    }

    /** As the owner. */
    public void execute(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** As the owner. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.owner(), database.password());
    }

    private Map<String, String> settings() {
        return Map.of(
                "mita.database.host", database.host(),
                "mita.database.port", String.valueOf(database.port()),
                "mita.database.name", database.name(),
                "mita.database.password", "it's secret",
                "mita.database.owner-username", database.owner(),
                "mita.database.owner-password", database.password(),
                "mita.personal-data.master-key", "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
                "mita.metrics.token", "for-prometheus",
                "mita.cors.allowed-origins", "https://app.example");
    }
}
