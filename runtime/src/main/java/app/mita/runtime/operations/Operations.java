package app.mita.runtime.operations;

import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import app.mita.runtime.json.MitaJson;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The record of what operators did, which is also what makes each deed happen once. */
@Component
public class Operations {

    private static final Logger log = LoggerFactory.getLogger(Operations.class);

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
     * @param action its result is kept; what it refuses is kept as well, and may be asked for again under the same id
     * @return fails with CONFLICT when the id belongs to another deed
     */
    public Mono<Operation> perform(Deed deed, Supplier<Mono<? extends Object>> action) {
        return undertake(deed, "done", () -> action.get().flatMap(result -> finish(deed.id(), "done", result)));
    }

    /**
     * Leaves a deed to whichever node takes it up.
     *
     * @param check fails when it makes no sense; that is kept as of {@link #perform}
     */
    public Mono<Operation> request(Deed deed, Supplier<Mono<Void>> check) {
        return undertake(deed, "requested", check);
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

    private Mono<Operation> undertake(Deed deed, String state, Supplier<Mono<Void>> work) {
        return takeUp(deed, state)
                .flatMap(isOpen -> isOpen ? work.get() : Mono.empty())
                .as(transaction::transactional)
                .onErrorResume(failure -> keepFailure(deed, failure).then(Mono.error(failure)))
                .then(Mono.defer(() -> find(deed.id())));
    }

    /**
     * Puts a deed into the record, or takes up one that failed before: nothing has come of it, and who asks again wants it
     * done. Under the name of another operator it is not: the record would forget that the first one tried.
     *
     * @return whether there is something to do; fails with CONFLICT when the id belongs to another deed
     */
    private Mono<Boolean> takeUp(Deed deed, String state) {
        return insert(deed, state)
                .flatMap(isNew -> isNew
                        ? Mono.just(true)
                        : database.sql("select " + COLUMNS + " from operations.operation where id = :id for update")
                                .bind("id", deed.id())
                                .map(Operations::read)
                                .one()
                                .flatMap(found -> {
                                    boolean failed = found.state().equals("failed");
                                    if (!deed.is(found)
                                            || failed && !found.operator().equals(deed.operator())) {
                                        throw new Refused(
                                                ErrorCode.CONFLICT, "This operation_id belongs to another operation.");
                                    }
                                    return failed ? update(deed, state) : Mono.just(false);
                                }));
    }

    /** Whether it is a new one. */
    private Mono<Boolean> insert(Deed deed, String state) {
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

    private Mono<Boolean> update(Deed deed, String state) {
        return database.sql("update operations.operation set state = :state, reason = :reason, result = null,"
                        + " requested_at = now(), finished_at = null where id = :id")
                .bind("state", state)
                .bind("reason", deed.reason())
                .bind("id", deed.id())
                .fetch()
                .rowsUpdated()
                .thenReturn(true);
    }

    /** In a transaction of its own: the deed's has been taken back. Without it the operator is answered all the same. */
    private Mono<Void> keepFailure(Deed deed, Throwable failure) {
        return failed(deed, failure)
                .onErrorResume(Refused.class, taken -> failed(deed.apart(), failure))
                .onErrorResume(lost -> {
                    log.warn("that {} failed could not be put into the record of operations", deed.verb(), lost);
                    return Mono.empty();
                });
    }

    private Mono<Void> failed(Deed deed, Throwable failure) {
        var result = failure instanceof Refused refused
                ? Map.of(
                        "error",
                        String.valueOf(refused.getMessage()),
                        "code",
                        refused.code().code())
                : Map.of("error", "A fault of ours; the log of the node has it.");
        return takeUp(deed, "failed")
                .flatMap(isOpen -> isOpen ? finish(deed.id(), "failed", result) : Mono.empty())
                .as(transaction::transactional);
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
