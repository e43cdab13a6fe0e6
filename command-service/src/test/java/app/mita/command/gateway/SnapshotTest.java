package app.mita.command.gateway;

import static app.mita.command.gateway.FactMemory.EVENTS_BETWEEN_SNAPSHOTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.mita.api.event.EventTag;
import app.mita.command.eventstore.EventStoreNode;
import app.mita.command.eventstore.Snapshots;
import app.mita.command.eventstore.Snapshots.Snapshot;
import app.mita.command.gateway.Renaming.Rename;
import app.mita.embedded.TestBackend;
import app.mita.runtime.tracing.Tracing;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.axonframework.messaging.commandhandling.CommandBus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a process knows that has just started: the snapshot and the events since. */
class SnapshotTest {

    private static final int MANY = EVENTS_BETWEEN_SNAPSHOTS + EVENTS_BETWEEN_SNAPSHOTS / 2;
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private static EventStoreNode node;

    private final UUID user = node.user();

    @BeforeAll
    static void start() {
        node = new EventStoreNode(TestBackend.freshDatabase());
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void decisionsAreThoseOfTheWholeLogHoweverOftenItStarts() {
        var random = new Random(1);
        var commands = started();
        for (int nth = 1; nth <= 3 * MANY; nth++) {
            if (random.nextInt(40) == 0) {
                commands = started();
            }
            assertThat(rename(commands)).isEqualTo(nth);
        }
        assertThat(saved()).isPresent();
    }

    @Test
    void onlyTheEventsSinceAreRead() {
        manyRenamings();
        // Which no log could give: it shows what the answer rests on.
        change("state = '{\"open\": true, \"renamings\": 5000}'");
        assertThat(rename(started())).isEqualTo(5000 + MANY - EVENTS_BETWEEN_SNAPSHOTS + 1);
    }

    @Test
    void oneOfAnotherVersionOrOneThatIsNotReadableIsPassedOver() {
        manyRenamings();
        change("state = '[]'");
        assertThat(rename(started())).isEqualTo(MANY + 1);
        change("version = 99, state = '{\"open\": true, \"renamings\": 5000}'");
        assertThat(rename(started())).isEqualTo(MANY + 2);
    }

    @Test
    void aDeletedUserLeavesNone() {
        manyRenamings();
        node.keys().delete(user).block();
        assertThat(saved()).isEmpty();

        var snapshots = node.bean(Snapshots.class);
        snapshots.save(key(user), new Snapshot(1, "{}"));
        var other = node.user();
        await().atMost(DEADLINE).until(() -> {
            snapshots.save(key(other), new Snapshot(1, "{}"));
            return saved(other).isPresent();
        });
        assertThat(saved()).isEmpty();
    }

    @Test
    void aLaterOneStays() {
        var snapshots = node.bean(Snapshots.class);
        snapshots.save(key(user), new Snapshot(7, "7"));
        await().atMost(DEADLINE).until(() -> saved().isPresent());
        snapshots.save(key(user), new Snapshot(5, "5"));
        snapshots.save(key(user), new Snapshot(9, "9"));
        await().atMost(DEADLINE).until(() -> saved().equals(Optional.of(new Snapshot(9, "9"))));
    }

    private void manyRenamings() {
        var commands = started();
        for (int nth = 1; nth <= MANY; nth++) {
            assertThat(rename(commands)).isEqualTo(nth);
        }
        await().atMost(DEADLINE).until(() -> saved().isPresent());
    }

    private int rename(Commands commands) {
        return commands.send(new Rename(user, "a name")).block().result();
    }

    private void change(String set) {
        var changed = node.sql()
                .sql("update event_store.snapshot set " + set + " where user_id = :user")
                .bind("user", user)
                .fetch()
                .rowsUpdated()
                .block();
        assertThat(changed).isOne();
    }

    private Optional<Snapshot> saved() {
        return saved(user);
    }

    private static Optional<Snapshot> saved(UUID user) {
        return node.bean(Snapshots.class).find(key(user)).join();
    }

    private static Snapshots.Key key(UUID user) {
        return new Snapshots.Key(EventTag.account(user), Renaming.COUNTED.name(), 1);
    }

    private static Commands started() {
        var clock = Clock.systemUTC();
        var axon = AxonWiring.configurer(
                        List.of(new Renaming.Rule(true)), FactMemory.bounded(node.bean(Snapshots.class)), clock)
                .registerEventStorageEngine(configuration -> node.engine())
                .start();
        return new AxonCommands(axon.getComponent(CommandBus.class), clock, 12, Tracing.OFF);
    }
}
