package app.mita.projection.engine;

import app.mita.projection.engine.Applied.Move;
import app.mita.projection.engine.Applied.Result;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * The one statement of a batch, put together from data-modifying WITH parts. Rows travel as arrays; documents as one
 * text with a document a line, because arrays would escape every quote of theirs.
 */
final class StatementParts {

    private final List<String> parts = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();
    private String last = "";

    void upsert(
            Projection projection,
            List<DocumentKey> keys,
            Map<DocumentKey, Result> results,
            Map<DocumentKey, String> json) {
        var sortAt = new String[keys.size()];
        var facets = new String[keys.size()];
        for (int i = 0; i < keys.size(); i++) {
            var index = projection
                    .model()
                    .index(Objects.requireNonNull(results.get(keys.get(i)).document()));
            if (index != null) {
                sortAt[i] = micros(index.sortAt());
                facets[i] = index.facet();
            }
        }
        part("""
            insert into read_model.%s as t (generation, user_id, key, document, sort_at, facet, position)
            select %s, d.user_id, d.key, d.document, d.sort_at::timestamptz, d.facet, d.position
            from unnest(%s::uuid[], %s::text[], string_to_array(%s, E'\\n'), %s::text[], %s::text[], %s::bigint[])
              as d (user_id, key, document, sort_at, facet, position)
            order by d.user_id, d.key
            on conflict (generation, user_id, key) do update
            set document = excluded.document, sort_at = excluded.sort_at, facet = excluded.facet,
              position = excluded.position\
            """.formatted(
                        projection.name(),
                        value(projection.generation()),
                        value(users(keys, DocumentKey::user)),
                        value(texts(keys, DocumentKey::key)),
                        value(keys.stream().map(json::get).collect(Collectors.joining("\n"))),
                        value(sortAt),
                        value(facets),
                        value(numbers(keys, key -> results.get(key).position()))));
    }

    void remove(Projection projection, List<DocumentKey> keys) {
        part("""
            delete from read_model.%s t using unnest(%s::uuid[], %s::text[]) as k (user_id, key)
            where t.generation = %s and t.user_id = k.user_id and t.key = k.key\
            """.formatted(
                        projection.name(),
                        value(users(keys, DocumentKey::user)),
                        value(texts(keys, DocumentKey::key)),
                        value(projection.generation())));
    }

    /**
     * Takes away all that the projection has of these users, in every generation: one that is kept or built beside the
     * live one may come to the deletion much later, or never.
     */
    void erase(Projection projection, List<UUID> users) {
        var erased = value(users.toArray(UUID[]::new));
        part("""
            delete from read_model.%1$s where user_id = any(%2$s::uuid[]) and generation in (
              select generation from read_model.generation where projection = '%1$s')\
            """.formatted(projection.name(), erased));
        part("delete from read_model.dead_letter where projection = '%s' and user_id = any(%s::uuid[])"
                .formatted(projection.name(), erased));
        // A failure may quote what it failed on.
        part("update read_model.discarded set cause = null where projection = '%s' and user_id = any(%s::uuid[])"
                .formatted(projection.name(), erased));
    }

    void park(Projection projection, List<DeadLetter> letters) {
        var arrivals = letters.stream().map(DeadLetter::arrival).toList();
        part("""
            insert into read_model.dead_letter (projection, generation, user_id, position, partition, kafka_offset,
              event_id, type, occurred_at, command_id, traceparent, cause, payload)
            select '%s', %s, d.user_id, d.position, d.partition, d.kafka_offset, d.event_id::uuid, d.type,
              d.occurred_at::timestamptz, d.command_id, d.traceparent, d.cause, decode(d.payload, 'hex')
            from unnest(%s::uuid[], %s::bigint[], %s::int[], %s::bigint[], %s::text[], %s::text[], %s::text[],
                %s::text[], %s::text[], %s::text[], %s::text[])
              as d (user_id, position, partition, kafka_offset, event_id, type, occurred_at, command_id,
                traceparent, cause, payload)
            on conflict do nothing\
            """.formatted(
                        projection.name(),
                        value(projection.generation()),
                        value(users(arrivals, Arrival::user)),
                        value(numbers(arrivals, Arrival::position)),
                        value(arrivals.stream().map(Arrival::partition).toArray(Integer[]::new)),
                        value(numbers(arrivals, Arrival::offset)),
                        value(texts(arrivals, Arrival::readableId)),
                        value(texts(arrivals, Arrival::type)),
                        value(texts(arrivals, Arrival::readableTime)),
                        value(texts(arrivals, Arrival::commandId)),
                        value(texts(arrivals, Arrival::traceparent)),
                        value(texts(letters, DeadLetter::cause)),
                        value(texts(arrivals, arrival -> HexFormat.of().formatHex(arrival.payload())))));
    }

    void advance(List<Move> moves, String announcement) {
        last = "select read_model.advance(%s::text[], %s::int[], %s::int[], %s::bigint[], %s::bigint[], %s::bigint[],"
                        .formatted(
                                value(texts(
                                        moves, move -> move.claim().projection().name())),
                                value(moves.stream()
                                        .map(move -> move.claim().projection().generation())
                                        .toArray(Integer[]::new)),
                                value(moves.stream()
                                        .map(move -> move.claim().partition())
                                        .toArray(Integer[]::new)),
                                value(numbers(moves, move -> move.claim().epoch())),
                                value(numbers(moves, Move::from)),
                                value(numbers(moves, Move::to)))
                + " %s::bigint[])".formatted(value(numbers(moves, Move::offset)));
        if (!announcement.isEmpty()) {
            last += ", pg_notify('%s', %s)".formatted(BatchStore.CHANNEL, value(announcement));
        }
    }

    DatabaseClient.GenericExecuteSpec bound(DatabaseClient database) {
        var named = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            named.append(i == 0 ? "with " : ",\n")
                    .append("p")
                    .append(i)
                    .append(" as (")
                    .append(parts.get(i))
                    .append(")");
        }
        return database.sql(named.append("\n").append(last).toString()).bindValues(values);
    }

    private void part(String sql) {
        parts.add(sql);
    }

    private String value(Object value) {
        values.add(value);
        return "$" + values.size();
    }

    /** PostgreSQL would round what it cannot keep, to an instant after the document's. */
    private static @Nullable String micros(@Nullable Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS).toString();
    }

    private static <T> UUID[] users(Collection<T> rows, Function<T, UUID> column) {
        return rows.stream().map(column).toArray(UUID[]::new);
    }

    private static <T> String[] texts(Collection<T> rows, Function<T, @Nullable String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    private static <T> Long[] numbers(Collection<T> rows, ToLongFunction<T> column) {
        return rows.stream().map(column::applyAsLong).toArray(Long[]::new);
    }
}
