package app.mita.projection.operations;

import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Places in the log. */
@Component
class Positions {

    private final DatabaseClient database;

    Positions(DatabaseClient database) {
        this.database = database;
    }

    /**
     * The first of the events that are meant by a position or by a time.
     *
     * @return empty for neither; fails with INVALID_VALUE for both, for a position below 1, and for a time out of {@link Years}
     */
    Mono<Optional<Long>> from(@Nullable Long position, @Nullable Instant time) {
        if (position != null && time != null) {
            return Mono.error(
                    new Refused(ErrorCode.INVALID_VALUE, "Either from_position or from_time can be given, not both."));
        }
        if (position != null) {
            return position < 1
                    ? Mono.error(new Refused(ErrorCode.INVALID_VALUE, "Positions begin at 1."))
                    : Mono.just(Optional.of(position));
        }
        return time == null
                ? Mono.just(Optional.empty())
                : database.sql(
                                "select coalesce((select min(position) from event_store.event where occurred_at >= :time),"
                                        + " (select max(position) + 1 from event_store.event), 1)")
                        .bind("time", Years.within(time))
                        .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                        .one()
                        .map(Optional::of);
    }
}
