package app.mita.projection.engine;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Mono;

/** The dead letters of one user in one projection, as the arrivals they were. */
final class Letters {

    /** So many are taken up at once; the rest waits on behind them. */
    private static final int MOST = 20_000;

    private static final String THEIRS = " where projection = :name and generation = :generation and user_id = :user";

    private final DatabaseClient database;

    Letters(DatabaseClient database) {
        this.database = database;
    }

    /** Empty when there are none. */
    Mono<Integer> partition(Projection projection, UUID user) {
        return statement("select partition from read_model.dead_letter" + THEIRS + " limit 1", projection, user)
                .map(row -> Objects.requireNonNull(row.get(0, Integer.class)))
                .one();
    }

    /** In the order of positions. */
    Mono<List<Arrival>> of(Projection projection, UUID user) {
        return statement(
                        "select partition, kafka_offset, position, type, event_id, occurred_at, command_id, traceparent,"
                                + " payload from read_model.dead_letter" + THEIRS + " order by position limit " + MOST,
                        projection,
                        user)
                .map(row -> new Arrival(
                        Objects.requireNonNull(row.get(0, Integer.class)),
                        Objects.requireNonNull(row.get(1, Long.class)),
                        Objects.requireNonNull(row.get(2, Long.class)),
                        user,
                        Objects.requireNonNull(row.get(3, String.class)),
                        text(row.get(4, UUID.class)),
                        time(row.get(5, Instant.class)),
                        row.get(6, String.class),
                        row.get(7, String.class),
                        Objects.requireNonNull(row.get(8, byte[].class))))
                .all()
                .collectList();
    }

    Mono<Integer> count(Projection projection, UUID user) {
        return statement("select count(*)::int from read_model.dead_letter" + THEIRS, projection, user)
                .map(row -> Objects.requireNonNull(row.get(0, Integer.class)))
                .one();
    }

    Mono<Void> delete(Projection projection, UUID user, List<Arrival> taken) {
        return statement("delete from read_model.dead_letter" + THEIRS + " and position <= :last", projection, user)
                .bind("last", taken.getLast().position())
                .then();
    }

    Mono<Void> deleteAll(Projection projection, UUID user) {
        return statement("delete from read_model.dead_letter" + THEIRS, projection, user)
                .then();
    }

    private GenericExecuteSpec statement(String sql, Projection projection, UUID user) {
        return database.sql(sql)
                .bind("name", projection.name())
                .bind("generation", projection.generation())
                .bind("user", user);
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    private static @Nullable String time(@Nullable Instant instant) {
        return instant == null ? null : DateTimeFormatter.ISO_INSTANT.format(instant);
    }
}
