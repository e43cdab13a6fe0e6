package app.mita.projection.facts;

import app.mita.api.analytics.DailySpending;
import app.mita.api.money.Money;
import app.mita.api.transactions.Category;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** The facts in the database, and how far they are. */
final class FactStore {

    private final DatabaseClient database;

    FactStore(ConnectionFactory connections) {
        this.database = DatabaseClient.builder()
                .connectionFactory(connections)
                .namedParameters(false)
                .build();
    }

    /**
     * How far a partition's events are in the facts.
     *
     * @param offset   on Kafka, of the next event; 0 beside a position while Kafka has to be told the facts anew
     * @param position in the log, of the last event
     */
    record Progress(long offset, long position) {
        static final Progress NONE = new Progress(0, 0);
    }

    /**
     * A publisher's hold on a partition, from when it was taken over until someone else takes it.
     *
     * @param progress as it was found
     */
    record Claim(Progress progress, long epoch) {}

    /** From then on no earlier claim can store anything. */
    Mono<Claim> claim(int partition) {
        return database.sql("select c.kafka_offset, c.position, c.epoch from read_model.claim_daily_spending($1) c")
                .bind(0, partition)
                .map(row -> new Claim(
                        new Progress(number(row.get(0, Long.class)), number(row.get(1, Long.class))),
                        number(row.get(2, Long.class))))
                .one();
    }

    /** Whether any fact is known of the partition's users. */
    Mono<Boolean> hasFacts(int partition) {
        return database.sql("select exists (select from read_model.daily_spending where partition = $1)")
                .bind(0, partition)
                .map(row -> Boolean.TRUE.equals(row.get(0, Boolean.class)))
                .one();
    }

    /** Only by who has claimed the partition. */
    Mono<Void> forget(int partition) {
        return database.sql("select read_model.forget_daily_spending($1)")
                .bind(0, partition)
                .then();
    }

    /** The facts under these keys, and all of these users. Each is looked up: a join's plan, made early, would scan. */
    Mono<List<DailySpending>> find(Collection<FactKey> keys, Set<UUID> users) {
        return database.sql("""
            select d.user_id, d.day, d.category, d.transactions, d.cents, d.position
            from unnest($1::uuid[], $2::text[], $3::text[]) as k (user_id, day, category)
            cross join lateral (
              select * from read_model.daily_spending f
              where (f.user_id, f.day, f.category) = (k.user_id, k.day::date, k.category)
              limit 1) d
            union
            select d.user_id, d.day, d.category, d.transactions, d.cents, d.position
            from read_model.daily_spending d where d.user_id = any($4::uuid[])
            """)
                .bind(0, keys.stream().map(FactKey::user).toArray(UUID[]::new))
                .bind(1, texts(keys, key -> key.day().toString()))
                .bind(2, texts(keys, key -> key.category().word()))
                .bind(3, users.toArray(UUID[]::new))
                .map(FactStore::fact)
                .all()
                .collectList();
    }

    /**
     * Facts of a partition's users in the order of their keys.
     *
     * @param last the key after which they begin; null for the beginning
     */
    Mono<List<DailySpending>> page(int partition, @Nullable FactKey last, int limit) {
        var statement = database.sql("select d.user_id, d.day, d.category, d.transactions, d.cents, d.position"
                        + " from read_model.daily_spending d where d.partition = $1"
                        + (last == null ? "" : " and (d.user_id, d.day, d.category) > ($3, $4, $5)")
                        + " order by d.user_id, d.day, d.category limit $2")
                .bind(0, partition)
                .bind(1, limit);
        if (last != null) {
            statement = statement
                    .bind(2, last.user())
                    .bind(3, last.day())
                    .bind(4, last.category().word());
        }
        return statement.map(FactStore::fact).all().collectList();
    }

    /** @return false, and nothing is stored, when another publisher has claimed the partition */
    Mono<Boolean> store(int partition, long epoch, Progress to, List<FactFold.Changed> changes) {
        return database.sql("select read_model.store_daily_spending($1, $2, $3, $4, $5::uuid[], $6::text[], $7::text[],"
                        + " $8::int[], $9::bigint[], $10::bigint[])")
                .bind(0, partition)
                .bind(1, epoch)
                .bind(2, to.offset)
                .bind(3, to.position)
                .bind(4, changes.stream().map(change -> change.key().user()).toArray(UUID[]::new))
                .bind(5, texts(changes, change -> change.key().day().toString()))
                .bind(6, texts(changes, change -> change.key().category().word()))
                .bind(7, changes.stream().map(change -> count(change.fact())).toArray(Integer[]::new))
                .bind(8, changes.stream().map(change -> cents(change.fact())).toArray(Long[]::new))
                .bind(9, changes.stream().map(FactFold.Changed::position).toArray(Long[]::new))
                .map(row -> Boolean.TRUE.equals(row.get(0, Boolean.class)))
                .one();
    }

    private static DailySpending fact(Readable row) {
        return new DailySpending(
                Objects.requireNonNull(row.get(0, UUID.class)),
                Objects.requireNonNull(row.get(1, LocalDate.class)),
                Category.named(Objects.requireNonNull(row.get(2, String.class))).orElseThrow(),
                Objects.requireNonNull(row.get(3, Integer.class)),
                Money.cents(number(row.get(4, Long.class))),
                number(row.get(5, Long.class)));
    }

    private static int count(@Nullable DailySpending fact) {
        return fact == null ? 0 : fact.count();
    }

    private static long cents(@Nullable DailySpending fact) {
        return fact == null ? 0 : fact.total().cents();
    }

    private static <T> String[] texts(Collection<T> rows, Function<T, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    private static long number(@Nullable Long value) {
        return Objects.requireNonNull(value);
    }
}
