package app.mita.projection.console;

import app.mita.projection.operations.DeadLetters;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The event store, searched from the newest event back. A search looks through a bounded stretch of the log at a time, so
 * that none holds up the database: where an index leads to the events (a user's), the whole log is one stretch.
 */
@Component
final class EventLog {

    static final int PAGE = 50;
    private static final long STRETCH = 100_000;
    /** Events are written a little later than they happened, and not in the order in which they did. */
    private static final Duration SLACK = Duration.ofMinutes(5);

    private final DatabaseClient database;

    EventLog(DatabaseClient database) {
        this.database = database;
    }

    /**
     * What is looked for.
     *
     * @param user   null for all
     * @param type   an event's name; null for all
     * @param from   inclusive; null for the beginning
     * @param until  exclusive; null for the end
     * @param before positions from this on are left out; null for none
     */
    record Search(
            @Nullable UUID user,
            @Nullable String type,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable Long before) {}

    /**
     * What was found.
     *
     * @param events the newest first
     * @param next   to search on before; null at the beginning of the log
     * @param looked the oldest position that was looked at
     */
    record Found(List<EventRow> events, @Nullable Long next, long looked) {}

    Mono<Found> search(Search search) {
        return head().flatMap(head -> {
            var end = search.before == null ? head + 1 : Math.min(search.before, head + 1);
            var upper = search.until == null
                    ? Mono.just(end)
                    : firstFrom(search.until.plus(SLACK), 1, head + 1).map(at -> Math.min(at, end));
            var lower = search.from == null ? Mono.just(1L) : firstFrom(search.from.minus(SLACK), 1, head + 1);
            return Mono.zip(upper, lower).flatMap(bounds -> search(search, bounds.getT1(), bounds.getT2()));
        });
    }

    private Mono<Found> search(Search search, long end, long begin) {
        long floor = search.user == null ? Math.max(begin, end - STRETCH) : begin;
        return rows(search, floor, end).map(rows -> {
            if (rows.size() > PAGE) {
                var shown = rows.subList(0, PAGE);
                return new Found(shown, shown.getLast().at(), shown.getLast().at());
            }
            return new Found(rows, floor > begin ? floor : null, Math.min(floor, end));
        });
    }

    private Mono<List<EventRow>> rows(Search search, long floor, long end) {
        var statement = database.sql("""
                select position, name, version, user_id, occurred_at, payload from event_store.event
                where position >= :floor and position < :end
                """ + (search.user == null ? "" : " and user_id = :user")
                        + (search.type == null ? "" : " and name = :type")
                        + (search.from == null ? "" : " and occurred_at >= :from")
                        + (search.until == null ? "" : " and occurred_at < :until")
                        + " order by position desc limit " + (PAGE + 1))
                .bind("floor", floor)
                .bind("end", end);
        statement = search.user == null ? statement : statement.bind("user", search.user);
        statement = search.type == null ? statement : statement.bind("type", search.type);
        statement = search.from == null ? statement : statement.bind("from", search.from);
        statement = search.until == null ? statement : statement.bind("until", search.until);
        return statement.map(EventLog::row).all().collectList();
    }

    /** The first position whose event happened at this time or later, by halving: the log has no gaps. */
    private Mono<Long> firstFrom(Instant time, long low, long high) {
        if (low >= high) {
            return Mono.just(low);
        }
        long middle = low + (high - low) / 2;
        return database.sql("select occurred_at from event_store.event where position = :position")
                .bind("position", middle)
                .map(row -> Objects.requireNonNull(row.get(0, Instant.class)))
                .one()
                .flatMap(at -> at.isBefore(time) ? firstFrom(time, middle + 1, high) : firstFrom(time, low, middle))
                .switchIfEmpty(Mono.just(low));
    }

    private Mono<Long> head() {
        return database.sql("select coalesce(max(position), 0) from event_store.event")
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .one();
    }

    private static EventRow row(Readable row) {
        long position = Objects.requireNonNull(row.get(0, Long.class));
        var user = Objects.requireNonNull(row.get(3, UUID.class));
        return new EventRow(
                position,
                Words.number(position),
                Objects.requireNonNull(row.get(1, String.class)),
                Objects.requireNonNull(row.get(2, Integer.class)),
                user,
                Places.USERS + "/" + user + "?at=" + position,
                Words.time(row.get(4, Instant.class)),
                EventRow.indented(DeadLetters.masked(Objects.requireNonNull(row.get(5, byte[].class)))));
    }
}
