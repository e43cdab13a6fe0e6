package app.mita.runtime.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.mita.runtime.ServiceDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;

/** Two services on one database: what one has revoked, the other refuses before the first has answered. */
class StoredRevocationsTest {

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

    @RepeatedTest(5)
    void isRefusedEverywhereOnceRevoked() {
        var session = UUID.randomUUID();
        var token = UUID.randomUUID();
        assertThat(refused(second, session, token)).isFalse();

        var start = System.nanoTime();
        revocations(first).revokeSessions(List.of(session), soon()).block(PATIENCE);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(StoredRevocations.LEASE);
        assertThat(refused(first, session, UUID.randomUUID())).isTrue();
        assertThat(refused(second, session, UUID.randomUUID())).isTrue();

        revocations(second).revokeToken(token, soon()).block(PATIENCE);
        assertThat(refused(first, UUID.randomUUID(), token)).isTrue();
        assertThat(refused(first, UUID.randomUUID(), UUID.randomUUID())).isFalse();
    }

    @Test
    void manyAtOnceAreAllRefused() {
        var sessions = new ArrayList<UUID>();
        for (int i = 0; i < 200; i++) {
            sessions.add(UUID.randomUUID());
        }
        Flux.fromIterable(sessions)
                .flatMap(
                        session -> revocations(first)
                                .revokeSessions(List.of(session), soon())
                                .thenReturn(session),
                        8)
                .doOnNext(session -> assertThat(
                                revocations(second).revoked(session, session).toFuture())
                        .isCompletedWithValue(true))
                .blockLast(PATIENCE);
    }

    @Test
    void aServiceThatStartsLaterKnowsThem() {
        var session = UUID.randomUUID();
        revocations(first).revokeSessions(List.of(session), soon()).block(PATIENCE);
        try (var third = database.start()) {
            assertThat(refused(third, session, UUID.randomUUID())).isTrue();
        }
    }

    @Test
    void aDeadServiceIsNotWaitedForLongerThanItsLease() {
        database.execute("insert into identity.revocation_listener (instance, applied, lease_until)"
                + " values (gen_random_uuid(), 0, now() + interval '1 hour')");
        var start = System.nanoTime();
        revocations(first).revokeToken(UUID.randomUUID(), soon()).block(PATIENCE);
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(StoredRevocations.LEASE.minusMillis(500), StoredRevocations.LEASE.plusSeconds(5));
        database.execute("delete from identity.revocation_listener where lease_until > now() + interval '1 minute'");
    }

    @Test
    void aStalledServiceAsksTheDatabase() throws SQLException {
        var session = UUID.randomUUID();
        try (var connection = database.connect()) {
            connection.setAutoCommit(false);
            // No service can renew its lease or say what it applied while this lock is held.
            connection.createStatement().execute("lock table identity.revocation_listener in exclusive mode");
            revocations(first).revokeSessions(List.of(session), soon()).block(PATIENCE);
            assertThat(refused(second, session, UUID.randomUUID())).isTrue();
            connection.rollback();
        }
        var later = UUID.randomUUID();
        await().atMost(PATIENCE).untilAsserted(() -> {
            var start = System.nanoTime();
            revocations(second).revokeSessions(List.of(later), soon()).block(PATIENCE);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        });
        assertThat(refused(first, later, UUID.randomUUID())).isTrue();
    }

    @Test
    void losingItsConnectionsDoesNotMakeAServiceForget() {
        first.getBean(DatabaseClient.class)
                .sql("select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where datname = current_database() and pid <> pg_backend_pid()")
                .then()
                .block(PATIENCE);
        var session = UUID.randomUUID();
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> revocations(first)
                .revokeSessions(List.of(session), soon())
                .block(PATIENCE));
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> assertThat(
                        refused(second, session, UUID.randomUUID()))
                .isTrue());
    }

    private static Instant soon() {
        return Instant.now().plusSeconds(3600);
    }

    private static Revocations revocations(ConfigurableApplicationContext service) {
        return service.getBean(Revocations.class);
    }

    private static boolean refused(ConfigurableApplicationContext service, UUID session, UUID token) {
        return revocations(service).revoked(session, token).block(PATIENCE);
    }
}
