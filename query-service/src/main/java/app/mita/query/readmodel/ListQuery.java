package app.mita.query.readmodel;

import io.r2dbc.spi.Row;
import io.r2dbc.spi.Statement;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import reactor.core.publisher.Flux;

/** Asks for lists of rows. What a list is made of is told by a digest of its rows' keys and positions. */
final class ListQuery implements SharedQuery<ListQuery.HeldList, ListQuery.ChangedList> {

    /** Arrays that each kind of list takes beside those of its own parameters. */
    private static final int PARAMETERS = 3;

    private final Generations generations;
    private final Map<List<Kind>, String> queries = new ConcurrentHashMap<>();

    ListQuery(Generations generations) {
        this.generations = generations;
    }

    String sql(List<Kind> kinds) {
        var sql = new StringBuilder();
        int first = 1;
        for (int part = 0; part < kinds.size(); part++) {
            sql.append(part == 0 ? "" : "union all\n").append(part(part, first, kinds.get(part)));
            first += PARAMETERS + kinds.get(part).parameters();
        }
        return sql.toString();
    }

    private String part(int part, int first, Kind kind) {
        return """
                select %d, wanted.number, live.generation, page.digest, (
                  select '[' || coalesce(string_agg(document, ',' order by sort_at desc, key desc), '') || ']'
                  from (%s) as page)
                from (select %s) as live (generation)
                cross join unnest($%d::uuid[], $%d::int[], $%d::bigint[]%s) with ordinality
                  as wanted (user_id, generation, digest, %snumber)
                cross join lateral (
                  select coalesce(bit_xor(hashtextextended(key, position)), 0) from (%s) as page) as page (digest)
                where wanted.generation <> live.generation or wanted.digest <> page.digest
                """.formatted(
                        part,
                        kind.rows(),
                        generations.live(kind.model()),
                        first,
                        first + 1,
                        first + 2,
                        own(kind, each -> ", $" + (first + PARAMETERS + each) + "::text[]"),
                        own(kind, each -> "p" + (each + 1) + ", "),
                        kind.rows());
    }

    private static String own(Kind kind, Function<Integer, String> sql) {
        return IntStream.range(0, kind.parameters()).boxed().map(sql).collect(Collectors.joining());
    }

    @Override
    public Flux<ChangedList> ask(Function<String, Statement> statements, List<HeldList> wanted) {
        var parts = Parts.of(wanted, held -> Kind.of(held.list()));
        var statement = statements.apply(queries.computeIfAbsent(parts.kinds(), this::sql));
        int parameter = 0;
        for (var part : parts.parts()) {
            statement
                    .bind(parameter++, part.array(HeldList::user, UUID[]::new))
                    .bind(parameter++, part.array(HeldList::generation, Integer[]::new))
                    .bind(parameter++, part.array(HeldList::digest, Long[]::new));
            for (int own = 0; own < part.kind().parameters(); own++) {
                int number = own;
                statement.bind(
                        parameter++, part.array(held -> held.list().parameters().get(number), String[]::new));
            }
        }
        return Flux.from(statement.execute()).concatMap(result -> result.map((row, metadata) -> changed(row, parts)));
    }

    private static ChangedList changed(Row row, Parts<?, ?> parts) {
        return new ChangedList(
                parts.place(row.get(0, Integer.class), row.get(1, Long.class)),
                row.get(2, Integer.class),
                row.get(3, Long.class),
                row.get(4, String.class).getBytes(StandardCharsets.UTF_8));
    }

    /** What lists have in common that one part of a query asks for. */
    record Kind(String model, String rows, int parameters) implements Comparable<Kind> {

        static Kind of(RowList list) {
            return new Kind(list.model(), list.rows(), list.parameters().size());
        }

        @Override
        public int compareTo(Kind other) {
            return rows.compareTo(other.rows);
        }
    }

    /** @param generation -1, like the digest, when nothing is held */
    record HeldList(UUID user, RowList list, int generation, long digest) {}

    /** @param documents of the rows, as a JSON array */
    record ChangedList(int place, int generation, long digest, byte[] documents)
            implements SharedQuery.Changed<ChangedList> {

        @Override
        public ChangedList countedFrom(int first) {
            return new ChangedList(place - first, generation, digest, documents);
        }
    }
}
