package app.mita.runtime.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.mita.runtime.ServiceDatabase;
import app.mita.runtime.database.Notifications.Listening;
import app.mita.runtime.database.Notifications.Notified;
import app.mita.runtime.database.Notifications.Signal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

class NotificationsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void hearsWhatIsAnnouncedAlsoAfterALostConnection() {
        var database = new ServiceDatabase();
        try (var service = database.start()) {
            var heard = new CopyOnWriteArrayList<Signal>();
            var listening = service.getBean(Notifications.class)
                    .listen("mita_test", "mita_other")
                    .subscribe(heard::add);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(heard).containsExactly(new Listening()));

            database.execute("notify mita_test, 'one'");
            database.execute("notify mita_other");
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(heard)
                    .containsExactly(
                            new Listening(), new Notified("mita_test", "one"), new Notified("mita_other", "")));

            service.getBean(DatabaseClient.class)
                    .sql("select pg_terminate_backend(pid) from pg_stat_activity"
                            + " where datname = current_database() and application_name like 'mita listen mita_test%'")
                    .then()
                    .block(PATIENCE);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(heard).hasSize(4).endsWith(new Listening()));
            database.execute("notify mita_test, 'two'");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(heard).hasSize(5).endsWith(new Notified("mita_test", "two")));

            listening.dispose();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(connections(database)).isEqualTo(0));
        }
    }

    private static int connections(ServiceDatabase database) throws SQLException {
        try (var connection = database.connect();
                var found = connection
                        .createStatement()
                        .executeQuery("select count(*) from pg_stat_activity where datname = current_database()"
                                + " and application_name like 'mita listen mita_test%'")) {
            found.next();
            return found.getInt(1);
        }
    }
}
