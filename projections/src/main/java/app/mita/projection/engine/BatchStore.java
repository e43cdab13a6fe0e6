package app.mita.projection.engine;

import app.mita.projection.engine.Applied.Erased;
import io.r2dbc.postgresql.api.PostgresqlException;
import io.r2dbc.spi.ConnectionFactory;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * Stores what a batch came to: documents, removals, dead letters and progress, and tells everybody how far the answers
 * may go. One statement, hence one transaction and one round trip.
 */
final class BatchStore {

    private static final String FENCED = "MT001";
    static final String CHANNEL = "mita_progress";

    private final DatabaseClient database;

    BatchStore(ConnectionFactory connections) {
        this.database = DatabaseClient.builder()
                .connectionFactory(connections)
                .namedParameters(false)
                .build();
    }

    /** Someone else has claimed a partition that this node believed to hold; nothing was stored. */
    static final class FencedException extends RuntimeException {
        FencedException(Throwable cause) {
            super("a partition was taken over", cause);
        }
    }

    /**
     * @param json of the documents in {@link Applied#documents()} that are not removed
     * @return fails with FencedException when a claim is not valid any more
     */
    Mono<Void> store(Applied applied, Map<DocumentKey, String> json) {
        var statement = new StatementParts();
        byProjection(applied.documents().keySet(), DocumentKey::projection).forEach((projection, keys) -> {
            var removed = keys.stream().filter(key -> !json.containsKey(key)).toList();
            if (removed.size() < keys.size()) {
                statement.upsert(
                        projection, keys.stream().filter(json::containsKey).toList(), applied.documents(), json);
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
                    && FENCED.equals(refused.getErrorDetails().getCode())) {
                return true;
            }
        }
        return false;
    }
}
