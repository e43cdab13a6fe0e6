package app.mita.command.eventstore;

import static app.mita.command.gateway.Renaming.renamed;
import static org.assertj.core.api.Assertions.assertThat;

import app.mita.embedded.TestBackend;
import app.mita.embedded.TestDatabase;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Connections that break while appends are under way, before, during or after their commit. */
class BrokenConnectionTest {

    private static final int WRITERS = 16;
    private static final int APPENDS = 60;
    private static final int BREAKS = 25;

    @Test
    void everyAppendIsInTheLogExactlyOnceAndToldSo() throws Exception {
        var database = TestBackend.freshDatabase();
        try (var node = new EventStoreNode(database)) {
            var user = node.user();
            var acknowledged = new ConcurrentLinkedQueue<Long>();
            var writing = new AtomicBoolean(true);
            var breaks = new AtomicInteger();
            var breaker = Thread.startVirtualThread(() -> {
                while (writing.get() && breaks.get() < BREAKS) {
                    breaks.addAndGet(terminate(database));
                    Thread.onSpinWait();
                }
            });

            Flux.range(0, WRITERS)
                    .flatMap(
                            writer -> Flux.range(0, APPENDS).concatMap(nth -> Mono.fromFuture(() -> node.append(
                                            AppendCondition.none(), renamed(user, writer + "/" + nth, Instant.EPOCH)))
                                    // Refused before it was sent: the writer may send it again.
                                    .retryWhen(Retry.fixedDelay(400, Duration.ofMillis(25))
                                            .filter(EventStoreUnavailable.class::isInstance))
                                    .doOnNext(acknowledged::add)),
                            WRITERS)
                    .blockLast(Duration.ofMinutes(2));
            writing.set(false);
            breaker.join();

            assertThat(breaks.get()).as("connections broken").isPositive();
            assertThat(acknowledged).hasSize(WRITERS * APPENDS).doesNotHaveDuplicates();
            assertThat(node.log().head().block()).isEqualTo(WRITERS * APPENDS);
        }
    }

    private static int terminate(TestDatabase database) {
        try (var owner = DriverManager.getConnection(database.jdbcUrl(), "mita_app", "test-only");
                var statement = owner.createStatement();
                var rows = statement.executeQuery("select count(pg_terminate_backend(pid)) from pg_stat_activity"
                        + " where application_name = 'mita appender' and datname = current_database()")) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
