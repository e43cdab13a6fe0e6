package app.mita.query.readmodel;

import io.r2dbc.spi.Row;
import io.r2dbc.spi.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * Asks for documents. Each row is found through its primary key, whatever the statistics say. A query names just the
 * models that it is about, for each table in a plan costs time whether it is read or not.
 */
final class DocumentQuery implements SharedQuery<Held, DocumentQuery.ChangedDocument> {

    /** Arrays that a model's part of the query takes. */
    private static final int PARAMETERS = 4;

    private final Generations generations;
    private final Map<List<Model<?>>, String> queries = new ConcurrentHashMap<>();

    DocumentQuery(Generations generations) {
        this.generations = generations;
    }

    String sql(List<Model<?>> models) {
        return IntStream.range(0, models.size())
                .mapToObj(part -> part(part, models.get(part).name()))
                .collect(Collectors.joining("union all\n"));
    }

    private String part(int part, String model) {
        int first = part * PARAMETERS + 1;
        return """
                select %d, wanted.number, live.generation, row.position, row.document
                from (select %s) as live (generation)
                cross join unnest($%d::uuid[], $%d::text[], $%d::int[], $%d::bigint[]) with ordinality
                  as wanted (user_id, key, generation, position, number)
                left join lateral (
                  select position, document from read_model.%s r
                  where r.generation = live.generation and r.user_id = wanted.user_id and r.key = wanted.key
                  limit 1) row on true
                where wanted.generation <> live.generation or wanted.position <> coalesce(row.position, 0)
                """.formatted(part, generations.live(model), first, first + 1, first + 2, first + 3, model);
    }

    @Override
    public Flux<ChangedDocument> ask(Function<String, Statement> statements, List<Held> wanted) {
        var parts = Parts.<Model<?>, Held>of(wanted, held -> held.key().model());
        var statement = statements.apply(queries.computeIfAbsent(parts.kinds(), this::sql));
        int parameter = 0;
        for (var part : parts.parts()) {
            statement
                    .bind(parameter++, part.array(held -> held.key().user(), UUID[]::new))
                    .bind(parameter++, part.array(held -> held.key().key(), String[]::new))
                    .bind(parameter++, part.array(held -> held.version().generation(), Integer[]::new))
                    .bind(parameter++, part.array(held -> held.version().position(), Long[]::new));
        }
        return Flux.from(statement.execute()).concatMap(result -> result.map((row, metadata) -> changed(row, parts)));
    }

    private static ChangedDocument changed(Row row, Parts<?, ?> parts) {
        int place = parts.place(row.get(0, Integer.class), row.get(1, Long.class));
        var generation = row.get(2, Integer.class);
        var position = row.get(3, Long.class);
        var version = new Version(generation, position == null ? 0 : position);
        return new ChangedDocument(place, version, row.get(4, byte[].class));
    }

    /**
     * @param version  now
     * @param document null when there is no row
     */
    record ChangedDocument(int place, Version version, byte @Nullable [] document)
            implements SharedQuery.Changed<ChangedDocument> {

        @Override
        public ChangedDocument countedFrom(int first) {
            return new ChangedDocument(place - first, version, document);
        }
    }
}
