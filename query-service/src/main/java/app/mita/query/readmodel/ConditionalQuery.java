package app.mita.query.readmodel;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Row;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * Asks for many documents of any models in one round trip, each with the version that the asker holds: only the rows
 * that differ come back. Each row is found through its primary key, whatever the statistics say.
 */
final class ConditionalQuery {

    private final String sql;

    ConditionalQuery(Generations generations) {
        sql = """
                with live as materialized (select array[%s] as generations)
                select wanted.number, live.generations[wanted.model], row.position, row.document
                from live
                cross join unnest($1::uuid[], $2::int[], $3::text[], $4::int[], $5::bigint[]) with ordinality
                  as wanted (user_id, model, key, generation, position, number)
                left join lateral (
                  %s
                  limit 1) row on true
                where wanted.generation <> live.generations[wanted.model]
                  or wanted.position <> coalesce(row.position, 0)
                """.formatted(
                Model.ALL.stream().map(model -> generations.live(model.name())).collect(Collectors.joining(", ")),
                Model.ALL.stream().map(ConditionalQuery::row).collect(Collectors.joining("\n  union all\n  ")));
    }

    private static String row(Model<?> model) {
        return """
                select position, document from read_model.%2$s r
                  where wanted.model = %1$d and r.generation = live.generations[%1$d]
                    and r.user_id = wanted.user_id and r.key = wanted.key""".formatted(model.number(), model.name());
    }

    String sql() {
        return sql;
    }

    /** Those of the wanted rows that are not as held, in any order. */
    Flux<Changed> changed(Connection connection, List<Held> wanted) {
        int size = wanted.size();
        var users = new UUID[size];
        var models = new Integer[size];
        var keys = new String[size];
        var generations = new Integer[size];
        var positions = new Long[size];
        for (int i = 0; i < size; i++) {
            var held = wanted.get(i);
            users[i] = held.key().user();
            models[i] = held.key().model().number();
            keys[i] = held.key().key();
            generations[i] = held.version().generation();
            positions[i] = held.version().position();
        }
        return Flux.from(connection
                        .createStatement(sql)
                        .bind("$1", users)
                        .bind("$2", models)
                        .bind("$3", keys)
                        .bind("$4", generations)
                        .bind("$5", positions)
                        .execute())
                .concatMap(result -> result.map((row, metadata) -> changed(row)));
    }

    private static Changed changed(Row row) {
        var number = row.get(0, Long.class);
        var generation = row.get(1, Integer.class);
        var position = row.get(2, Long.class);
        var version = new Version(generation, position == null ? 0 : position);
        return new Changed((int) (number - 1), version, row.get(3, byte[].class));
    }

    /**
     * @param index    into what was wanted
     * @param version  now
     * @param document null when there is no row
     */
    record Changed(int index, Version version, byte @Nullable [] document) {}
}
