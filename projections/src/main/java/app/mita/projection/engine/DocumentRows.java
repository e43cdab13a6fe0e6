package app.mita.projection.engine;

import io.r2dbc.spi.ConnectionFactory;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Reads documents of several read models in one query. */
final class DocumentRows {

    private final DatabaseClient database;

    DocumentRows(ConnectionFactory connections) {
        this.database = DatabaseClient.builder()
                .connectionFactory(connections)
                .namedParameters(false)
                .build();
    }

    /** The JSON under each key that has a document. */
    Mono<Map<DocumentKey, String>> read(Collection<DocumentKey> keys) {
        var byProjection = keys.stream().collect(Collectors.groupingBy(DocumentKey::projection));
        var projections = byProjection.keySet().stream()
                .sorted(Comparator.comparing(Projection::name))
                .toList();
        var statement = database.sql(IntStream.range(0, projections.size())
                .mapToObj(index -> select(index, projections.get(index)))
                .collect(Collectors.joining(" union all ")));
        int parameter = 0;
        for (var projection : projections) {
            var wanted = byProjection.get(projection);
            statement = statement
                    .bind(parameter++, projection.generation())
                    .bind(parameter++, wanted.stream().map(DocumentKey::user).toArray(UUID[]::new))
                    .bind(parameter++, wanted.stream().map(DocumentKey::key).toArray(String[]::new));
        }
        return statement
                .map(row -> Map.entry(
                        new DocumentKey(
                                projections.get(row.get(0, Integer.class)),
                                row.get(1, UUID.class),
                                row.get(2, String.class)),
                        row.get(3, String.class)))
                .all()
                .collect(
                        () -> HashMap.newHashMap(keys.size()),
                        (found, entry) -> found.put(entry.getKey(), entry.getValue()));
    }

    private static String select(int index, Projection projection) {
        int first = index * 3 + 1;
        return """
            select %d, d.user_id, d.key, d.document
            from unnest($%d::uuid[], $%d::text[]) as k (user_id, key)
            join read_model.%s d on d.generation = $%d and d.user_id = k.user_id and d.key = k.key
            """.formatted(index, first + 1, first + 2, projection.name(), first);
    }
}
