package app.mita.runtime.database;

import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the schema up to date as its owner, over JDBC, before anything else uses the database. */
final class Migration {

    private static final Logger log = LoggerFactory.getLogger(Migration.class);
    /** Flyway doubles its waits up to this. */
    private static final int MAX_RETRY_SECONDS = 2;

    private final DatabaseProperties properties;

    Migration(DatabaseProperties properties) {
        this.properties = properties;
    }

    /** Waits for a database that is not up yet, at most {@link DatabaseProperties#startupWait()}; then throws. */
    void run() {
        var result = flyway(properties, properties.ownerUsername(), properties.ownerPassword())
                .connectRetries((int) (properties.startupWait().toSeconds() / MAX_RETRY_SECONDS) + 1)
                .connectRetriesInterval(MAX_RETRY_SECONDS)
                .placeholders(Map.of(
                        "app_role", properties.username(),
                        "app_password", properties.password().replace("'", "''")))
                .load()
                .migrate();
        var version = result.targetSchemaVersion == null ? result.initialSchemaVersion : result.targetSchemaVersion;
        log.info("database {} is at version {}", properties, version);
    }

    static FluentConfiguration flyway(DatabaseProperties properties, String username, String password) {
        var url = "jdbc:postgresql://%s:%d/%s".formatted(properties.host(), properties.port(), properties.name());
        return Flyway.configure().dataSource(url, username, password).locations("classpath:db/migration");
    }
}
