package app.mita.runtime.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.mita.runtime.ServiceDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Two services on one database. */
class StoredPersonalKeysTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static ServiceDatabase database;
    private static ConfigurableApplicationContext first;
    private static ConfigurableApplicationContext second;

    @BeforeAll
    static void start() {
        database = new ServiceDatabase();
        first = database.start();
        second = database.start();
    }

    @AfterAll
    static void stop() {
        second.close();
        first.close();
    }

    @Test
    void aKeyIsMadeOnceAndFoundByEveryService() {
        var user = UUID.randomUUID();
        var key = keys(first).create(user).block(PATIENCE);
        assertThat(keys(second).create(user).block(PATIENCE)).isEqualTo(key);
        var stranger = UUID.randomUUID();
        assertThat(keys(second).find(List.of(user, stranger)).block(PATIENCE))
                .containsOnlyKeys(user)
                .containsValue(key);
    }

    @Test
    void aDeletedKeyIsGoneEverywhereAndForEver() {
        var user = UUID.randomUUID();
        var kept = UUID.randomUUID();
        keys(first).create(user).block(PATIENCE);
        keys(first).create(kept).block(PATIENCE);
        assertThat(keys(second).find(List.of(user, kept)).block(PATIENCE)).containsOnlyKeys(user, kept);

        keys(first).delete(user).block(PATIENCE);

        assertThat(keys(first).find(List.of(user)).block(PATIENCE)).isEmpty();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        keys(second).find(List.of(user, kept)).block(PATIENCE))
                .containsOnlyKeys(kept));
        assertThatThrownBy(() -> keys(second).create(user).block(PATIENCE)).hasMessageContaining("deleted for ever");
        assertThat(wrapped(user)).isNull();
    }

    @Test
    void aUserWhoNeverHadAKeyCannotGetOneAfterDeletion() {
        var user = UUID.randomUUID();
        keys(first).delete(user).block(PATIENCE);
        keys(first).delete(user).block(PATIENCE);
        assertThatThrownBy(() -> keys(first).create(user).block(PATIENCE)).hasMessageContaining("deleted for ever");
    }

    @Test
    void theDatabaseHoldsKeysOnlyWrapped() {
        var user = UUID.randomUUID();
        var key = keys(first).create(user).block(PATIENCE);
        assertThat(wrapped(user))
                .isNotBlank()
                .doesNotContain(HexFormat.of().formatHex(key.key().getEncoded()));
        assertThat(key.toString()).isEqualTo("personal key of " + user);
    }

    private static PersonalKeys keys(ConfigurableApplicationContext service) {
        return service.getBean(PersonalKeys.class);
    }

    private static String wrapped(UUID user) {
        try (var connection = database.connect();
                var found = connection
                        .createStatement()
                        .executeQuery("select encode(wrapped, 'hex') from personal_data.user_key where user_id = '"
                                + user + "'")) {
            found.next();
            return found.getString(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
