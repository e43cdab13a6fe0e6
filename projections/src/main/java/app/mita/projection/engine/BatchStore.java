package app.mita.projection.engine;

import app.mita.projection.engine.Applied.Erased;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.postgresql.api.PostgresqlException;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Wrapped;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Stores what a batch came to, in one transaction: documents, removals, dead letters and progress, and tells everybody
 * how far the answers may go. One statement does it, hence one round trip; many new documents are copied before it.
 */
final class BatchStore {

    private static final String FENCED = "MT001";
    /** No partition for the row: the only check of documents. */
    private static final String SWEPT_AWAY = "23514";

    private static final Set<String> FENCES = Set.of(FENCED, SWEPT_AWAY);
    static final String CHANNEL = "mita_progress";

    /** New documents, from which on copying saves more than its round trips cost. */
    private static final int WORTH_COPYING = 200;

    private final DatabaseClient database;
    private final TransactionalOperator transaction;

    BatchStore(ConnectionFactory connections) {
        this.database = DatabaseClient.builder()
                .connectionFactory(connections)
                .namedParameters(false)
                .build();
        this.transaction = TransactionalOperator.create(new R2dbcTransactionManager(connections));
    }

    /**
     * Someone else has claimed a partition that this node believed to hold, or the generation is gone; nothing was
     * stored.
     */
    static final class FencedException extends RuntimeException {
        FencedException(Throwable cause) {
            super("a partition was taken over", cause);
        }
    }

    /**
     * The batch before, which may still be on its way.
     *
     * @param documents that it changes
     * @param done      when it is stored; fails when it is not
     */
    record Preceding(Set<DocumentKey> documents, Mono<Void> done) {
        static final Preceding NOTHING = new Preceding(Set.of(), Mono.empty());
    }

    /**
     * Stores a batch after the one before. New documents may be copied earlier, which nobody sees until all is stored.
     *
     * @param json of the documents in {@link Applied#documents()} that are not removed
     * @return fails with FencedException when a claim is not valid any more
     */
    Mono<Void> store(Applied applied, Map<DocumentKey, String> json, Preceding preceding) {
        var added = applied.documents().entrySet().stream()
                .filter(entry -> entry.getValue().isNew() && json.containsKey(entry.getKey()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (added.size() < WORTH_COPYING) {
            return preceding.done.then(storeAtOnce(applied, json));
        }
        // Else that one might wait for what this one has put there, and this one for that one.
        boolean apart = Collections.disjoint(preceding.documents, added);
        var copied = copy(added, applied, json, apart ? preceding.done : Mono.empty());
        return (apart ? copied : preceding.done.then(copied))
                // A model was wrong about what there can be, or its document was put there by a repair.
                .onErrorResume(DuplicateKeyException.class, exists -> preceding.done.then(storeAtOnce(applied, json)));
    }

    /** As {@link #store}, with no transaction but the caller's. */
    Mono<Void> storeAtOnce(Applied applied, Map<DocumentKey, String> json) {
        return execute(applied, json, Set.of());
    }

    private Mono<Void> copy(
            Set<DocumentKey> added, Applied applied, Map<DocumentKey, String> json, Mono<Void> preceding) {
        var copied = byProjection(added, DocumentKey::projection).entrySet().stream()
                .map(entry -> CopiedDocuments.of(entry.getKey(), entry.getValue(), applied.documents(), json))
                .toList();
        return Flux.fromIterable(copied)
                .concatMap(this::copy)
                .then(preceding)
                .then(execute(applied, json, added))
                .as(transaction::transactional)
                .onErrorMap(BatchStore::fenced, FencedException::new);
    }

    private Mono<Long> copy(CopiedDocuments documents) {
        return database.inConnection(connection -> unwrap(connection).copyIn(documents.sql(), documents.data()));
    }

    /** Out of Spring's and the pool's. */
    private static PostgresqlConnection unwrap(Object connection) {
        return connection instanceof PostgresqlConnection innermost
                ? innermost
                : unwrap(((Wrapped<?>) connection).unwrap());
    }

    private Mono<Void> execute(Applied applied, Map<DocumentKey, String> json, Set<DocumentKey> copied) {
        var statement = new StatementParts();
        byProjection(applied.documents().keySet(), DocumentKey::projection).forEach((projection, keys) -> {
            var removed = keys.stream().filter(key -> !json.containsKey(key)).toList();
            var kept = keys.stream()
                    .filter(key -> json.containsKey(key) && !copied.contains(key))
                    .toList();
            if (!kept.isEmpty()) {
                statement.upsert(projection, kept, applied.documents(), json);
            }
            if (!removed.isEmpty()) {
                statement.remove(projection, removed);
            }
        });
        byProjection(applied.erased(), Erased::projection)
                .forEach((projection, erased) -> statement.erase(
                        projection, erased.stream().map(Erased::user).toList()));
        byProjection(applied.deadLetters(), DeadLetter::projection).forEach(statement::park);
        statement.advance(applied.moves(), announcement(applied.moves()));
        return statement.bound(database).then().onErrorMap(BatchStore::fenced, FencedException::new);
    }

    /** In a fixed order, so that the same shape of batch is the same statement, prepared once. */
    private static <T> SortedMap<Projection, List<T>> byProjection(
            Collection<T> values, Function<T, Projection> projection) {
        return values.stream()
                .collect(Collectors.groupingBy(
                        projection, () -> new TreeMap<>(Comparator.comparing(Projection::name)), Collectors.toList()));
    }

    /** {@code <partition>:<position>,…}; empty when there is nothing to tell. */
    private static String announcement(List<Applied.Move> moves) {
        return moves.stream()
                .map(Applied.Move::lane)
                .distinct()
                .filter(Lane::announcing)
                .map(lane -> lane.partition() + ":" + lane.awaitedPosition())
                .collect(Collectors.joining(","));
    }

    private static boolean fenced(Throwable failure) {
        for (var at = failure; at != null; at = at.getCause()) {
            if (at instanceof PostgresqlException refused
                    && FENCES.contains(refused.getErrorDetails().getCode())) {
                return true;
            }
        }
        return false;
    }
}
