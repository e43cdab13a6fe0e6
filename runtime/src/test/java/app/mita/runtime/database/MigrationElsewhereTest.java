package app.mita.runtime.database;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.mita.runtime.ServiceDatabase;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A service that does not migrate, and does not know the owner's password. */
class MigrationElsewhereTest {

    private final ServiceDatabase database = new ServiceDatabase();

    @Test
    void waitsForTheServiceThatMigrates() throws Exception {
        var waiting = CompletableFuture.supplyAsync(() -> database.start(looksOn("60s")));
        try (var migrating = database.start();
                var looking = waiting.get(60, SECONDS)) {
            assertThat(migrating.isRunning()).isTrue();
            assertThat(looking.isRunning()).isTrue();
        }
    }

    @Test
    void endsAndSaysWhatItNeedsWhenNobodyMigrates() {
        assertThatThrownBy(() -> database.start(looksOn("1s")))
                .rootCause()
                .hasMessageMatching(
                        "database mita_app@.* (is at version none, this service needs \\d+|does not say .*);"
                                + " command-service of this service's version migrates it");
    }

    @Test
    void anOlderSchemaWillNotDoAndANewerOneWill() {
        database.start().close();
        database.execute("""
                insert into flyway_schema_history
                select installed_rank + 1, '999', 'of later', type, 'V999', 0, installed_by, now(), 0, true
                from flyway_schema_history order by installed_rank desc limit 1""");
        database.start(looksOn("1s")).close();
        database.execute("""
                delete from flyway_schema_history
                where installed_rank > (select max(installed_rank) - 2 from flyway_schema_history)""");
        assertThatThrownBy(() -> database.start(looksOn("1s")))
                .rootCause()
                .hasMessageMatching("database .* is at version \\d+, this service needs \\d+; .*");
    }

    private static Map<String, String> looksOn(String startupWait) {
        var settings = new HashMap<String, String>();
        settings.put("mita.database.migrates", "false");
        settings.put("mita.database.owner-username", "");
        settings.put("mita.database.owner-password", "");
        settings.put("mita.database.startup-wait", startupWait);
        return settings;
    }
}
