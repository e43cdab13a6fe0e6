package app.mita.runtime.operations;

import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import app.mita.runtime.json.MitaJson;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The record of what operators did, which is also what makes each deed happen once. */
@Component
public class Operations {

    /** Of {@code operations.operation}, as {@link #read} takes them. */
    public static final String COLUMNS =
            "id, verb, projection, arguments::text, operator, reason, state, result::text, requested_at, finished_at";

    private final DatabaseClient database;
    private final TransactionalOperator transaction;

    Operations(DatabaseClient database, TransactionalOperator transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    /**
     * Does a deed, unless it has been done, in one transaction with its record.
     *
     * @param action its result is kept; one that fails leaves no trace
     * @return fails with CONFLICT when the id belongs to another deed
     */
    public Mono<Operation> perform(Deed deed, Supplier<Mono<? extends Object>> action) {
        return record(deed, "done")
                .flatMap(isNew ->
                        isNew ? action.get().flatMap(result -> finish(deed.id(), "done", result)) : Mono.empty())
                .as(transaction::transactional)
                .then(Mono.defer(() -> same(deed)));
    }

    /**
     * Leaves a deed to whichever node takes it up.
     *
     * @param check fails when it makes no sense
     * @return fails with CONFLICT when the id belongs to another deed
     */
    public Mono<Operation> request(Deed deed, Supplier<Mono<Void>> check) {
        return record(deed, "requested")
                .flatMap(isNew -> isNew ? check.get() : Mono.empty())
                .as(transaction::transactional)
                .then(Mono.defer(() -> same(deed)));
    }

    /** Deeds that nobody has taken up since they were asked for so long ago. */
    public Flux<Operation> requested(String verb, Duration ago) {
        return database.sql("select " + COLUMNS + " from operations.operation where verb = :verb"
                        + " and state = 'requested' and requested_at < now() - make_interval(secs => :seconds)")
                .bind("verb", verb)
                .bind("seconds", ago.toSeconds())
                .map(Operations::read)
                .all();
    }

    /** @return empty when there is none */
    public Mono<Operation> find(UUID id) {
        return database.sql("select " + COLUMNS + " from operations.operation where id = :id")
                .bind("id", id)
                .map(Operations::read)
                .one();
    }

    /**
     * Ends a deed that was left to a node; one that has ended stays as it is.
     *
     * @param state {@code done} or {@code failed}
     */
    public Mono<Void> finish(UUID id, String state, Object result) {
        return database.sql("update operations.operation set state = :state, result = :result::json,"
                        + " finished_at = now(), worker = null, worker_until = null"
                        + " where id = :id and finished_at is null")
                .bind("id", id)
                .bind("state", state)
                .bind("result", MitaJson.mapper().writeValueAsString(result))
                .then();
    }

    /** What came of it so far. */
    public Mono<Void> tell(UUID id, Object soFar) {
        return database.sql("update operations.operation set result = :result::json where id = :id")
                .bind("id", id)
                .bind("result", MitaJson.mapper().writeValueAsString(soFar))
                .then();
    }

    /** Whether it is a new one. */
    private Mono<Boolean> record(Deed deed, String state) {
        var statement = database.sql("""
                insert into operations.operation (id, verb, projection, arguments, operator, reason, state)
                values (:id, :verb, :projection, :arguments::json, :operator, :reason, :state)
                on conflict (id) do nothing
                """)
                .bind("id", deed.id())
                .bind("verb", deed.verb())
                .bind("arguments", MitaJson.mapper().writeValueAsString(deed.arguments()))
                .bind("operator", deed.operator())
                .bind("reason", deed.reason())
                .bind("state", state);
        statement = deed.projection() == null
                ? statement.bindNull("projection", String.class)
                : statement.bind("projection", deed.projection());
        return statement.fetch().rowsUpdated().map(rows -> rows > 0);
    }

    private Mono<Operation> same(Deed deed) {
        return find(deed.id()).map(found -> {
            if (!deed.isMeantBy(found)) {
                throw new Refused(ErrorCode.CONFLICT, "This operation_id belongs to another operation.");
            }
            return found;
        });
    }

    /** @param row of {@link #COLUMNS} */
    public static Operation read(Readable row) {
        var result = row.get(7, String.class);
        return new Operation(
                required(row.get(0, UUID.class)),
                required(row.get(1, String.class)),
                row.get(2, String.class),
                MitaJson.mapper().readValue(required(row.get(3, String.class)), Object.class),
                required(row.get(4, String.class)),
                required(row.get(5, String.class)),
                required(row.get(6, String.class)),
                result == null ? null : MitaJson.mapper().readValue(result, Object.class),
                required(row.get(8, Instant.class)),
                row.get(9, Instant.class));
    }

    private static <T> T required(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
