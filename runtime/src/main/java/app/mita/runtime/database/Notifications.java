package app.mita.runtime.database;

import io.r2dbc.postgresql.api.PostgresqlConnection;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * What others announce with NOTIFY. A notification that is sent while the connection is down is lost, so each
 * (re)connection says {@link Listening}: whoever listens reads the state anew then, and misses nothing.
 */
public final class Notifications {

    private static final Logger log = LoggerFactory.getLogger(Notifications.class);
    private static final Duration FIRST_RETRY = Duration.ofMillis(50);
    private static final Duration MAX_RETRY = Duration.ofSeconds(2);
    /** A peer that vanished without a word is noticed within twice this. */
    private static final Duration PING_EVERY = Duration.ofSeconds(5);

    private final Database database;

    Notifications(Database database) {
        this.database = database;
    }

    /** What a listener learns. */
    public sealed interface Signal {}

    /** From here on nothing is missed; anything before may have been. */
    public record Listening() implements Signal {}

    /** @param payload empty when the sender gave none */
    public record Notified(String channel, String payload) implements Signal {}

    /**
     * Listens on a connection of its own, over again after every failure. Never completes, never fails. Signals come
     * in order, one at a time; who is slow keeps them waiting in memory.
     *
     * @param channels lower-case identifiers
     */
    public Flux<Signal> listen(String... channels) {
        var names = List.of(channels);
        return Flux.usingWhen(
                        database.connect("listen " + String.join(" ", names)),
                        connection -> signals(connection, names),
                        PostgresqlConnection::close,
                        (connection, failure) -> connection.close().onErrorComplete(),
                        PostgresqlConnection::close)
                .retryWhen(Retry.backoff(Long.MAX_VALUE, FIRST_RETRY)
                        .maxBackoff(MAX_RETRY)
                        .transientErrors(true)
                        .doBeforeRetry(retry -> {
                            if (retry.totalRetriesInARow() == 0) {
                                log.warn(
                                        "not listening to {}, trying again: {}",
                                        names,
                                        String.valueOf(retry.failure()));
                            }
                        }));
    }

    private static Flux<Signal> signals(PostgresqlConnection connection, List<String> channels) {
        var listen = channels.stream().map(channel -> "listen " + channel).collect(Collectors.joining("; "));
        Flux<Signal> notified = connection
                .getNotifications()
                .map(notification -> new Notified(
                        notification.getName(), notification.getParameter() == null ? "" : notification.getParameter()))
                .cast(Signal.class)
                .concatWith(Mono.error(() -> new IllegalStateException("the connection was closed")));
        Mono<Signal> listening = connection
                .createStatement(listen)
                .execute()
                .flatMap(result -> result.getRowsUpdated())
                .then(Mono.fromSupplier(Listening::new));
        Mono<Signal> pings = Flux.interval(PING_EVERY)
                .onBackpressureDrop()
                .concatMap(tick -> connection
                        .createStatement("select 1")
                        .execute()
                        .flatMap(result -> result.map((row, metadata) -> 1))
                        .then()
                        .timeout(PING_EVERY))
                .then(Mono.empty());
        return Flux.merge(notified, listening, pings).onBackpressureBuffer();
    }
}
