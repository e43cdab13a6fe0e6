package app.mita.query.readmodel;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Row;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * Asks for many documents in one round trip, each with the version that the asker holds: only the rows that differ
 * come back. Each row is found through its primary key, whatever the statistics say.
 */
final class ConditionalQuery {

    /** In place of a position: nothing is held, so that even the row's absence is news. */
    static final long NOTHING_HELD = -1;

    private final String sql;

    ConditionalQuery(Model<?> model, Generations generations) {
        sql = """
                select wanted.number, live.generation, row.position, row.document
                from %2$s as live (generation)
                cross join unnest($1::uuid[], $2::text[], $3::bigint[]) with ordinality
                  as wanted (user_id, key, held, number)
                left join lateral (
                  select position, document from read_model.%1$s r
                  where r.generation = live.generation and r.user_id = wanted.user_id and r.key = wanted.key
                  limit 1) row on true
                where live.generation <> $4 or coalesce(row.position, 0) <> wanted.held
                """.formatted(model.name(), generations.table(model.name()));
    }

    String sql() {
        return sql;
    }

    /** Those of the wanted rows that are not as held, in any order. */
    Flux<Changed> changed(Connection connection, List<Held> wanted, int generation) {
        int size = wanted.size();
        var users = new UUID[size];
        var keys = new String[size];
        var held = new Long[size];
        for (int i = 0; i < size; i++) {
            users[i] = wanted.get(i).user();
            keys[i] = wanted.get(i).key();
            held[i] = wanted.get(i).position();
        }
        return Flux.from(connection
                        .createStatement(sql)
                        .bind("$1", users)
                        .bind("$2", keys)
                        .bind("$3", held)
                        .bind("$4", generation)
                        .execute())
                .concatMap(result -> result.map((row, metadata) -> changed(row)));
    }

    private static Changed changed(Row row) {
        var number = row.get(0, Long.class);
        var generation = row.get(1, Integer.class);
        return new Changed((int) (number - 1), generation, row.get(2, Long.class), row.get(3, byte[].class));
    }

    /** @param position of the document held, or {@link #NOTHING_HELD} */
    record Held(UUID user, String key, long position) {}

    /**
     * @param index      into what was wanted
     * @param generation the live one now
     * @param position   null, like the document, when there is no row
     */
    record Changed(int index, int generation, @Nullable Long position, byte @Nullable [] document) {}
}
