package app.mita.command.eventstore;

import app.mita.runtime.database.HeldConnection;
import app.mita.runtime.database.HeldConnection.NotConnected;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.R2dbcException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Appends to the log, by one connection and one batch at a time. Appends that arrive while a batch is on its way to
 * the disk share the next one, and so its commit.
 *
 * <p>When a connection breaks, nobody knows whether its batch was committed. The same batch is then submitted again,
 * with the same event ids, until the database tells: nothing that is in the log is reported as failed while the
 * database can be asked, and nothing is in it twice.
 */
final class Appender {

    private static final Logger LOG = LoggerFactory.getLogger(Appender.class);

    /** Bounds a batch's transaction to some tens of milliseconds. */
    private static final int EVENTS_IN_BATCH = 500;

    /** A healthy database takes milliseconds; a connection that is silent for so long counts as broken. */
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(6);

    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
    private static final int RESUBMISSIONS = 12;

    private final HeldConnection connection;
    private final LongConsumer appended;
    private final AppendMetrics metrics;
    private final Gatherer<Append, @Nullable Long> gatherer;

    /** @param appended told the last position of each batch that is durable */
    Appender(Mono<PostgresqlConnection> connect, LongConsumer appended, AppendMetrics metrics) {
        this.metrics = metrics;
        this.connection = new HeldConnection(connect);
        this.appended = appended;
        this.gatherer = new Gatherer<>(1, EVENTS_IN_BATCH, append -> append.weight(EVENTS_IN_BATCH), this::write);
    }

    /**
     * @return completes when the events are durable, with the position of the last; with null when a condition was
     *     not met; fails with {@link EventStoreUnavailable}
     */
    CompletableFuture<@Nullable Long> append(Append append) {
        return gatherer.ask(append);
    }

    void close() {
        connection.discard();
    }

    private Mono<List<@Nullable Long>> write(List<Append> batch) {
        var statement = new AppendStatement(batch);
        return metrics.time(
                batch,
                submit(statement, false)
                        .onErrorResume(Appender::outcomeUnknown, broken -> {
                            LOG.warn(
                                    "{} appends may or may not be in the log, asking: {}",
                                    batch.size(),
                                    broken.toString());
                            return submit(statement, true)
                                    .retryWhen(Retry.backoff(RESUBMISSIONS, PAUSE)
                                            .maxBackoff(LONGEST_PAUSE)
                                            .filter(failure ->
                                                    failure instanceof NotConnected || outcomeUnknown(failure)));
                        })
                        .onErrorMap(failure -> unavailable(failure) ? new EventStoreUnavailable(failure) : failure)
                        .doOnNext(positions -> positions.stream()
                                .filter(Objects::nonNull)
                                .mapToLong(Long::longValue)
                                .max()
                                .ifPresent(appended)));
    }

    private Mono<List<@Nullable Long>> submit(AppendStatement statement, boolean resubmitted) {
        return connection.use(open -> statement.execute(open, resubmitted).timeout(ANSWER_WITHIN));
    }

    /** Whether the batch was sent and the database did not say that it failed. */
    private static boolean outcomeUnknown(Throwable failure) {
        return !(failure instanceof NotConnected) && !failedInDatabase(failure);
    }

    /** An error that the server reports about a statement has rolled it back; class 08 and 57P0x mean that it is gone. */
    private static boolean failedInDatabase(Throwable failure) {
        return failure instanceof R2dbcException reported
                && reported.getSqlState() != null
                && !reported.getSqlState().startsWith("08")
                && !reported.getSqlState().startsWith("57P0");
    }

    /** Everything but an error in what was sent. */
    private static boolean unavailable(Throwable failure) {
        return !failedInDatabase(failure) || isTransient(((R2dbcException) failure).getSqlState());
    }

    /** Rolled back by conflict or timeout, or for want of resources. */
    private static boolean isTransient(String sqlState) {
        return List.of("40", "53", "55", "57", "58").contains(sqlState.substring(0, 2));
    }
}
