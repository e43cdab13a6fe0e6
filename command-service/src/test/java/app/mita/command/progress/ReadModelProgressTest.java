package app.mita.command.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.mita.command.MigratedDatabase;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class ReadModelProgressTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(100);

    private final MigratedDatabase database = new MigratedDatabase();
    private final ReadModelProgress progress = new ReadModelProgress(database.notifications(), database.client());

    @AfterEach
    void end() {
        progress.stop();
        database.close();
    }

    @Test
    void withoutProjectionsNothingIsEverApplied() {
        progress.start();
        assertThat(progress.applied(0, 1, SHORT).block(LONG)).isFalse();
        assertThat(progress.waiting()).isZero();
    }

    @Test
    void beginsWithWhatTheSlowestLiveProjectionForTheAppHasApplied() {
        projection("dashboard", 2, true, "live");
        projection("profile", 1, true, "live");
        projection("export", 1, false, "live");
        projection("goals", 1, true, "catching_up");
        applied("dashboard", 2, 0, 70);
        applied("dashboard", 1, 0, 5);
        applied("profile", 1, 0, 60);
        applied("export", 1, 0, 3);
        applied("goals", 1, 0, 4);
        applied("dashboard", 2, 1, 50);
        progress.start();
        assertThat(progress.applied(0, 60, LONG).block(LONG)).isTrue();
        assertThat(progress.applied(0, 61, SHORT).block(LONG)).isFalse();
        // Profile has not begun partition 1.
        assertThat(progress.applied(1, 1, SHORT).block(LONG)).isFalse();
    }

    @Test
    void learnsWhatProjectionsAnnounce() {
        progress.start();
        var three = progress.applied(3, 10, LONG).toFuture();
        var seven = progress.applied(7, 10, LONG).toFuture();
        await().atMost(LONG).until(() -> {
            announce("3:9,7:11");
            return seven.isDone();
        });
        assertThat(seven.join()).isTrue();
        assertThat(three).isNotDone();
        announce("nonsense");
        announce("3:10");
        assertThat(Mono.fromFuture(three).block(LONG)).isTrue();
    }

    @Test
    void readsAgainWhatItMayHaveMissed() {
        projection("dashboard", 1, true, "live");
        progress.start();
        var waiting = progress.applied(0, 5, LONG).toFuture();
        applied("dashboard", 1, 0, 5);
        database.killConnections();
        assertThat(Mono.fromFuture(waiting).block(LONG)).isTrue();
    }

    @Test
    void manyWaitAtOnce() {
        int waiters = 5_000;
        progress.start();
        var all = Flux.fromStream(IntStream.rangeClosed(1, waiters).boxed())
                .flatMap(position -> progress.applied(position % 12, position, LONG), waiters)
                .all(Boolean::booleanValue)
                .toFuture();
        await().atMost(LONG).until(() -> progress.waiting() == waiters);
        announce(String.join(
                ",",
                IntStream.range(0, 12)
                        .mapToObj(partition -> partition + ":" + waiters)
                        .toList()));
        assertThat(Mono.fromFuture(all).block(LONG)).isTrue();
        assertThat(progress.waiting()).isZero();
    }

    private void projection(String name, int generation, boolean servesApp, String state) {
        database.run("insert into read_model.projection (name, version, live_generation, serves_app, state)"
                + " values ('%s', 1, %d, %s, '%s')".formatted(name, generation, servesApp, state));
    }

    private void applied(String projection, int generation, int partition, long position) {
        database.run("insert into read_model.progress (projection, generation, partition, position)"
                + " values ('%s', %d, %d, %d)".formatted(projection, generation, partition, position));
    }

    private void announce(String payload) {
        database.run("select pg_notify('mita_progress', '" + payload + "')");
    }
}
