package app.mita.projection.engine;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Events that an operator has left out of a projection for good. */
final class DiscardedEvents {

    private final DatabaseClient database;

    DiscardedEvents(DatabaseClient database) {
        this.database = database;
    }

    /** Their positions. */
    Mono<Set<Long>> of(Projection projection) {
        return database.sql("select position from read_model.discarded where projection = :name")
                .bind("name", projection.name())
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .all()
                .collect(Collectors.toSet());
    }
}
