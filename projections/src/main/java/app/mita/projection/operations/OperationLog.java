package app.mita.projection.operations;

import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import app.mita.runtime.operations.Operation;
import app.mita.runtime.operations.Operations;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The record of what operators did, read from the latest back. */
@Component
public class OperationLog {

    /** Times that PostgreSQL can compare with. */
    private static final Instant EARLIEST = Instant.EPOCH;

    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private final DatabaseClient database;
    private final Operations operations;

    OperationLog(DatabaseClient database, Operations operations) {
        this.database = database;
        this.operations = operations;
    }

    /**
     * What is looked for. Null leaves it open.
     *
     * @param operator   a part of who did it, in any case: {@code ada} finds {@code token:ada}
     * @param verb       as it is recorded
     * @param projection also leaves out what concerns none
     * @param from       inclusive
     * @param until      exclusive
     * @param before     id of an operation: that one, and those that were asked for after it, are left out
     */
    public record Search(
            @Nullable String operator,
            @Nullable String verb,
            @Nullable String projection,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable UUID before) {

        /** All that concerns a projection. */
        public static Search of(String projection) {
            return new Search(null, null, projection, null, null, null);
        }
    }

    /**
     * What was found.
     *
     * @param operations the latest first
     * @param next       to search on before; null when these were the oldest
     */
    public record Found(
            List<Operation> operations, @Nullable UUID next) {}

    /** @return fails with NOT_FOUND when there is no operation to search on before */
    public Mono<Found> search(Search search, int limit) {
        if (search.before == null) {
            return search(search, null, limit);
        }
        return operations
                .find(search.before)
                .switchIfEmpty(
                        Mono.error(() -> new Refused(ErrorCode.NOT_FOUND, "There is no operation to go on from.")))
                .flatMap(before -> search(search, before, limit));
    }

    /** What has been done so far, each verb once. */
    public Mono<List<String>> verbs() {
        return database.sql("select distinct verb from operations.operation order by verb")
                .map(row -> Objects.requireNonNull(row.get(0, String.class)))
                .all()
                .collectList();
    }

    private Mono<Found> search(Search search, @Nullable Operation before, int limit) {
        var statement = database.sql("select " + Operations.COLUMNS + " from operations.operation where true"
                        + (search.operator == null ? "" : " and strpos(lower(operator), lower(:operator)) > 0")
                        + (search.verb == null ? "" : " and verb = :verb")
                        + (search.projection == null ? "" : " and projection = :projection")
                        + (search.from == null ? "" : " and requested_at >= :from")
                        + (search.until == null ? "" : " and requested_at < :until")
                        + (before == null ? "" : " and (requested_at, id) < (:at, :before)")
                        + " order by requested_at desc, id desc limit :limit")
                .bind("limit", limit + 1);
        statement = search.operator == null ? statement : statement.bind("operator", search.operator);
        statement = search.verb == null ? statement : statement.bind("verb", search.verb);
        statement = search.projection == null ? statement : statement.bind("projection", search.projection);
        statement = search.from == null ? statement : statement.bind("from", within(search.from));
        statement = search.until == null ? statement : statement.bind("until", within(search.until));
        statement = before == null
                ? statement
                : statement.bind("at", before.requestedAt()).bind("before", before.id());
        return statement
                .map((Readable row) -> Operations.read(row))
                .all()
                .collectList()
                .map(rows -> {
                    if (rows.size() <= limit) {
                        return new Found(rows, null);
                    }
                    var shown = rows.subList(0, limit);
                    return new Found(shown, shown.getLast().id());
                });
    }

    private static Instant within(Instant time) {
        return time.isBefore(EARLIEST) ? EARLIEST : time.isAfter(LATEST) ? LATEST : time;
    }
}
