package app.mita.runtime.personal;

import io.r2dbc.spi.Readable;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Table {@code personal_data.master_key}, and what rests on which key in the tables of all {@link SealedKind}s. */
@Component
final class MasterKeyRows {

    private static final String FIRST = "(select id from personal_data.master_key order by known_since, id limit 1)";

    private final DatabaseClient database;

    MasterKeyRows(DatabaseClient database) {
        this.database = database;
    }

    /** @param sealed as it was stored */
    record Value(String id, byte[] sealed) {}

    /** @param masterKey the id of the key that they rest on */
    record Count(String masterKey, SealedKind kind, long values) {}

    /** The id of the key that seals what is new; empty before there is any. */
    Mono<String> takenUp() {
        return database.sql("select id from personal_data.master_key order by taken_up_at desc, id limit 1")
                .map(row -> text(row, 0))
                .one();
    }

    /** From the answer on every node seals with this key. */
    Mono<Void> takeUp(String id) {
        return database.sql("insert into personal_data.master_key (id) values (:id)"
                        + " on conflict (id) do update set taken_up_at = clock_timestamp()")
                .bind("id", id)
                .then();
    }

    /** The same, unless another node has made the beginning. */
    Mono<Void> takeUpFirst(String id) {
        return database.sql("insert into personal_data.master_key (id) select :id"
                        + " where not exists (select from personal_data.master_key) on conflict do nothing")
                .bind("id", id)
                .then();
    }

    /** A key, other than these, that something rests on; empty when there is none. */
    Mono<String> foreign(List<String> ids) {
        var rests = Arrays.stream(SealedKind.values())
                .map(kind -> "exists (select from %s where %s is not null and (master_key = m.id%s))"
                        .formatted(
                                kind.table,
                                kind.sealed,
                                kind == SealedKind.LOOKUP_KEY ? "" : " or master_key is null" + " and m.id = " + FIRST))
                .collect(Collectors.joining(" or "));
        return database.sql(
                        "select id from personal_data.master_key m where id <> all(:ids) and (" + rests + ") limit 1")
                .bind("ids", ids.toArray(String[]::new))
                .map(row -> text(row, 0))
                .one();
    }

    Flux<Count> counts() {
        var all = Arrays.stream(SealedKind.values())
                .map(kind -> "select coalesce(master_key, %s), '%s', count(*) from %s where %s is not null group by 1"
                        .formatted(FIRST, kind.name(), kind.table, kind.sealed))
                .collect(Collectors.joining(" union all "));
        return database.sql(all)
                .map(row -> new Count(
                        text(row, 0), SealedKind.valueOf(text(row, 1)), Objects.requireNonNull(row.get(2, Long.class))))
                .all();
    }

    /**
     * Values that do not rest on a key, in the order of their ids.
     *
     * @param masterKey the id of that key; null for any values
     * @param after     the last one that is known; null from the beginning on
     */
    Mono<List<Value>> others(SealedKind kind, @Nullable String masterKey, @Nullable String after, int limit) {
        var sql = "select cast(%1$s as text), %2$s from %3$s where %2$s is not null"
                        .formatted(kind.id, kind.sealed, kind.table)
                + (masterKey == null ? "" : " and master_key is distinct from :master")
                + (after == null ? "" : " and %s > cast(:after as %s)".formatted(kind.id, kind.idType))
                + " order by %s limit %d".formatted(kind.id, limit);
        var statement = database.sql(sql);
        if (masterKey != null) {
            statement = statement.bind("master", masterKey);
        }
        if (after != null) {
            statement = statement.bind("after", after);
        }
        return statement
                .map(row -> new Value(text(row, 0), Objects.requireNonNull(row.get(1, byte[].class))))
                .all()
                .collectList();
    }

    /**
     * Stores values anew that are still as they were: what was changed or deleted meanwhile stays so.
     *
     * @param before and {@code after} belong together, one by one
     * @return how many were stored
     */
    Mono<Long> replace(SealedKind kind, String masterKey, List<Value> before, List<Value> after) {
        if (before.isEmpty()) {
            return Mono.just(0L);
        }
        return database.sql("""
            update %1$s t set %2$s = decode(n.after, 'base64'), master_key = :master
            from unnest(:ids::text[], :before::text[], :after::text[]) as n (id, before, after)
            where t.%3$s = cast(n.id as %4$s) and t.%2$s = decode(n.before, 'base64')
            """.formatted(kind.table, kind.sealed, kind.id, kind.idType))
                .bind("master", masterKey)
                .bind("ids", before.stream().map(Value::id).toArray(String[]::new))
                .bind("before", base64(before))
                .bind("after", base64(after))
                .fetch()
                .rowsUpdated();
    }

    private static String[] base64(List<Value> values) {
        var encoder = Base64.getEncoder();
        return values.stream()
                .map(value -> encoder.encodeToString(value.sealed))
                .toArray(String[]::new);
    }

    private static String text(Readable row, int column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
