package app.mita.runtime.database;

import static org.assertj.core.api.Assertions.assertThat;

import app.mita.runtime.ServiceDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.PermissionDeniedDataAccessException;
import org.springframework.r2dbc.core.DatabaseClient;

class RightsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void eventsAreAppendOnlyForTheServices() {
        var database = new ServiceDatabase();
        try (var service = database.start()) {
            database.execute("create table event_store.probe (id int)");
            var client = service.getBean(DatabaseClient.class);
            client.sql("insert into event_store.probe values (1)").then().block(PATIENCE);
            for (var forbidden : List.of(
                    "update event_store.probe set id = 2",
                    "delete from event_store.probe",
                    "truncate event_store.probe",
                    "drop table event_store.probe",
                    "create table event_store.mine (id int)")) {
                assertThat(client.sql(forbidden)
                                .then()
                                .materialize()
                                .block(PATIENCE)
                                .getThrowable())
                        .as(forbidden)
                        .isInstanceOf(PermissionDeniedDataAccessException.class);
            }
        }
    }
}
