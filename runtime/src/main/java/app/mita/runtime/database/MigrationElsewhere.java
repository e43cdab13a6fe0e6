package app.mita.runtime.database;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfoService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

/** Another service migrates the schema; this one looks on, with the rights that it has anyway. */
final class MigrationElsewhere {

    private static final Logger log = LoggerFactory.getLogger(MigrationElsewhere.class);
    private static final Duration LOOKS_EVERY = Duration.ofMillis(500);

    private final DatabaseProperties properties;

    MigrationElsewhere(DatabaseProperties properties) {
        this.properties = properties;
    }

    /**
     * Until the schema is as far as this service needs, at most {@link DatabaseProperties#startupWait()}; then throws.
     * Further is as good: a migration only ever adds.
     */
    void await() {
        var flyway = Migration.flyway(properties, properties.username(), properties.password())
                .load();
        long deadline = System.nanoTime() + properties.startupWait().toNanos();
        while (true) {
            String lacking;
            try {
                var schema = flyway.info();
                if (schema.pending().length == 0) {
                    log.info("database {} is at version {}", properties, version(schema));
                    return;
                }
                lacking = "is at version %s, this service needs %s".formatted(version(schema), needed(schema));
            } catch (FlywayException unanswered) {
                lacking = "does not say its version: "
                        + NestedExceptionUtils.getMostSpecificCause(unanswered).getMessage();
            }
            if (System.nanoTime() - deadline > 0) {
                throw new IllegalStateException("database %s %s; command-service of this service's version migrates it"
                        .formatted(properties, lacking));
            }
            LockSupport.parkNanos(LOOKS_EVERY.toNanos());
        }
    }

    private static String version(MigrationInfoService schema) {
        var current = schema.current();
        return current == null ? "none" : String.valueOf(current.getVersion());
    }

    private static String needed(MigrationInfoService schema) {
        var pending = schema.pending();
        return String.valueOf(pending[pending.length - 1].getVersion());
    }
}
