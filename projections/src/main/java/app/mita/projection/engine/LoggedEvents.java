package app.mita.projection.engine;

import app.mita.api.event.CloudEventHeaders;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** One user's events as the event store has them, for who must not depend on what Kafka still holds. */
final class LoggedEvents {

    private static final String PAGE = """
            select position, id, partition, name, version, occurred_at, command_id, traceparent, payload
            from event_store.event where user_id = :user and position > :after and position <= :until
            order by position limit :limit
            """;

    private final DatabaseClient database;

    LoggedEvents(DatabaseClient database) {
        this.database = database;
    }

    /**
     * In order; as if they had come from Kafka, from offset 0.
     *
     * @param after exclusive
     * @param until inclusive
     */
    Mono<List<Arrival>> page(UUID user, long after, long until, int limit) {
        return database.sql(PAGE)
                .bind("user", user)
                .bind("after", after)
                .bind("until", until)
                .bind("limit", limit)
                .map(row -> new Arrival(
                        Objects.requireNonNull(row.get(2, Integer.class)),
                        0,
                        Objects.requireNonNull(row.get(0, Long.class)),
                        user,
                        CloudEventHeaders.typeOf(
                                Objects.requireNonNull(row.get(3, String.class)),
                                Objects.requireNonNull(row.get(4, Integer.class))),
                        Objects.requireNonNull(row.get(1, UUID.class)).toString(),
                        DateTimeFormatter.ISO_INSTANT.format(Objects.requireNonNull(row.get(5, Instant.class))),
                        row.get(6, String.class),
                        row.get(7, String.class),
                        Objects.requireNonNull(row.get(8, byte[].class))))
                .all()
                .collectList();
    }
}
