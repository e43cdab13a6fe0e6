package app.mita.runtime.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.mita.runtime.ServiceDatabase;
import app.mita.runtime.personal.Rewrapping.Rewrapped;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One master key after another over the same database, each test over its own. */
class RewrappingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String OLD = key(1);
    private static final String NEW = key(2);
    private static final String STRANGE = key(3);
    /** More than one batch. */
    private static final int USERS = 1200;

    private final ServiceDatabase database = new ServiceDatabase();
    private ConfigurableApplicationContext old;
    private Map<UUID, PersonalKey> made;

    @BeforeEach
    void live() {
        old = start(OLD);
        made = create(old, USERS);
    }

    @AfterEach
    void end() {
        old.close();
    }

    @Test
    void everythingIsReadableBeforeMeanwhileAndAfterwards() {
        var deleted = deleteOne(old);
        try (var both = start(NEW, OLD)) {
            assertThat(found(both)).isEqualTo(made);
            made.putAll(create(both, 1));
            assertThat(found(old)).as("a node that has not been restarted yet").isEqualTo(made);

            var rewrapped = rewrap(both);
            assertThat(rewrapped.masterKey()).isEqualTo(id(NEW));
            assertThat(userKeys(rewrapped)).isEqualTo(new Rewrapping.Part("user_keys", USERS + 1, 0, 0));
            assertThat(userKeys(rewrap(both)).rewrapped()).as("again").isZero();
            made.putAll(create(both, 1));
            assertThat(standing(both).use()).containsExactly(new Rewrapping.Use(id(NEW), "user_keys", USERS + 2));
            assertThatThrownBy(() -> keys(old).create(UUID.randomUUID()).block(PATIENCE))
                    .hasMessageContaining("master key " + id(NEW) + " was taken up");
        }
        try (var alone = start(NEW)) {
            assertThat(found(alone)).isEqualTo(made);
            assertThatThrownBy(() -> keys(alone).create(deleted).block(PATIENCE))
                    .hasMessageContaining("deleted for ever");
        }
    }

    @Test
    void aKeyThatIsDeletedMeanwhileStaysDeleted() {
        try (var both = start(NEW, OLD)) {
            var rows = both.getBean(MasterKeyRows.class);
            var read = rows.others(SealedKind.USER_KEY, id(NEW), null, 10).block(PATIENCE);
            var deleted = UUID.fromString(read.getFirst().id());
            keys(both).delete(deleted).block(PATIENCE);
            var anew = read.stream().map(RewrappingTest::rewrapped).toList();
            assertThat(rows.replace(SealedKind.USER_KEY, id(NEW), read, anew).block(PATIENCE))
                    .isEqualTo(9);
            assertThat(wrapped(both, deleted)).isZero();

            var gone = List.copyOf(made.keySet()).subList(0, 300);
            var deletions =
                    Flux.fromIterable(gone).flatMap(keys(both)::delete, 4).then();
            Mono.when(deletions, both.getBean(Rewrapping.class).rewrap(soFar -> Mono.empty()))
                    .block(PATIENCE);
            made.keySet().removeAll(gone);
            made.remove(deleted);
        }
        try (var alone = start(NEW)) {
            assertThat(found(alone)).isEqualTo(made);
            assertThat(standing(alone).use()).containsExactly(new Rewrapping.Use(id(NEW), "user_keys", made.size()));
        }
    }

    @Test
    void whatIsBrokenOffIsBegunAgain() {
        try (var both = start(NEW, OLD)) {
            var rewrapping = both.getBean(Rewrapping.class);
            assertThatThrownBy(() -> rewrapping
                            .rewrap(soFar -> Mono.error(new IllegalStateException("the node dies")))
                            .block(PATIENCE))
                    .hasMessage("the node dies");
            assertThat(standing(both).use()).hasSize(2);
            assertThat(found(both)).isEqualTo(made);
            var rest = userKeys(rewrap(both));
            assertThat(rest.rewrapped()).isBetween(1L, USERS - 1L);
            assertThat(rest.left()).isZero();
        }
    }

    @Test
    void whatNobodyCanReadIsLeftAsItIsAndCounted() {
        var damaged = made.keySet().iterator().next();
        database.execute(
                "update personal_data.user_key set wrapped = wrapped || '\\x00' where user_id = '" + damaged + "'");
        try (var both = start(NEW, OLD)) {
            assertThat(userKeys(rewrap(both))).isEqualTo(new Rewrapping.Part("user_keys", USERS - 1, 1, 1));
            made.remove(damaged);
            assertThat(keys(both).find(made.keySet()).block(PATIENCE)).isEqualTo(made);
        }
    }

    @Test
    void aMissingKeyIsSaidAtTheStart() {
        assertThatThrownBy(() -> start(NEW))
                .rootCause()
                .hasMessage("personal data rests on master key " + id(OLD) + ", and configured is " + id(NEW)
                        + ": add that key to MITA_PERSONAL_DATA_PREVIOUS_MASTER_KEYS");
        try (var both = start(NEW, STRANGE, OLD)) {
            rewrap(both);
        }
        assertThatThrownBy(() -> start(OLD)).rootCause().hasMessageContaining("rests on master key " + id(NEW));
        assertThatThrownBy(() -> start("c2hvcnQ="))
                .rootCause()
                .hasMessage("a master key is 32 bytes in base64; these are 5");
    }

    /** As it is when a version without ids of keys ran before. */
    @Test
    void whatWasStoredBeforeKeysHadIdsRestsOnTheOnlyKeyOfThen() {
        database.execute("update personal_data.user_key set master_key = null; delete from personal_data.master_key");
        assertThatThrownBy(() -> start(NEW))
                .rootCause()
                .hasMessageContaining("rests on another master key, and configured is " + id(NEW));
        try (var both = start(NEW, OLD)) {
            assertThat(standing(both))
                    .isEqualTo(new Rewrapping.Standing(
                            id(NEW),
                            List.of(id(NEW), id(OLD)),
                            id(OLD),
                            List.of(new Rewrapping.Use(id(OLD), "user_keys", USERS))));
            assertThatThrownBy(() -> start(NEW)).rootCause().hasMessageContaining("rests on master key " + id(OLD));
            rewrap(both);
        }
        try (var alone = start(NEW)) {
            assertThat(found(alone)).isEqualTo(made);
        }
    }

    private ConfigurableApplicationContext start(String current, String... previous) {
        return database.start(Map.of(
                "mita.personal-data.master-key",
                current,
                "mita.personal-data.previous-master-keys",
                String.join(",", previous)));
    }

    private static Map<UUID, PersonalKey> create(ConfigurableApplicationContext service, int users) {
        return Flux.fromStream(Stream.generate(UUID::randomUUID).limit(users))
                .flatMap(keys(service)::create, 8)
                .collectMap(PersonalKey::user)
                .map(HashMap::new)
                .block(PATIENCE);
    }

    private UUID deleteOne(ConfigurableApplicationContext service) {
        var user = create(service, 1).keySet().iterator().next();
        keys(service).delete(user).block(PATIENCE);
        return user;
    }

    /** Of all users, deleted ones too. */
    private Map<UUID, PersonalKey> found(ConfigurableApplicationContext service) {
        return service.getBean(DatabaseClient.class)
                .sql("select user_id from personal_data.user_key")
                .map(row -> row.get(0, UUID.class))
                .all()
                .collectList()
                .flatMap(keys(service)::find)
                .block(PATIENCE);
    }

    private static long wrapped(ConfigurableApplicationContext service, UUID user) {
        return service.getBean(DatabaseClient.class)
                .sql("select count(wrapped) from personal_data.user_key where user_id = :user")
                .bind("user", user)
                .map(row -> row.get(0, Long.class))
                .one()
                .block(PATIENCE);
    }

    private static Rewrapped rewrap(ConfigurableApplicationContext service) {
        return service.getBean(Rewrapping.class).rewrap(soFar -> Mono.empty()).block(PATIENCE);
    }

    private static MasterKeyRows.Value rewrapped(MasterKeyRows.Value before) {
        var plain = SealedKind.USER_KEY.open(MasterKey.of(OLD), before.id(), before.sealed());
        return new MasterKeyRows.Value(before.id(), SealedKind.USER_KEY.seal(MasterKey.of(NEW), before.id(), plain));
    }

    private static Rewrapping.Part userKeys(Rewrapped rewrapped) {
        return rewrapped.parts().getFirst();
    }

    private static Rewrapping.Standing standing(ConfigurableApplicationContext service) {
        return service.getBean(Rewrapping.class).standing().block(PATIENCE);
    }

    private static PersonalKeys keys(ConfigurableApplicationContext service) {
        return service.getBean(PersonalKeys.class);
    }

    private static String id(String key) {
        return MasterKey.of(key).id();
    }

    private static String key(int seed) {
        var bytes = new byte[32];
        Arrays.fill(bytes, (byte) seed);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
