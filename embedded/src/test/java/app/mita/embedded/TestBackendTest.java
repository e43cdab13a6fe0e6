package app.mita.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class TestBackendTest {

    @Test
    void eachTestGetsAnEmptyDatabaseOfItsOwn() throws Exception {
        var one = TestBackend.freshDatabase();
        var other = TestBackend.freshDatabase();
        assertThat(one.name()).isNotEqualTo(other.name());
        try (var connection = DriverManager.getConnection(one.jdbcUrl(), one.owner(), one.password());
                var statement = connection.createStatement()) {
            statement.execute("create role mita_app_of_" + one.name() + " login");
            statement.execute("create schema event_store");
        }
    }

    @Test
    void theBrokerServesTopics() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", TestBackend.bootstrapServers()))) {
            var topic = TestBackend.freshName("events");
            admin.createTopics(List.of(new NewTopic(topic, Optional.of(12), Optional.empty())))
                    .all()
                    .get();
            // The controller has made it; the broker hears of it a moment later.
            await().untilAsserted(
                            () -> assertThat(admin.listTopics().names().get()).contains(topic));
        }
    }
}
