package app.mita.projection.engine;

import static app.mita.projection.engine.Awaiting.await;

import app.mita.api.event.UserPartition;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * What a replay from a position begins with. The documents of users without an event from there on are copied from the
 * live generation, together with its progress. The others are folded anew from their own beginning up to that progress,
 * one user after the other. From there the generation is built like any other. May be interrupted at any point, and goes
 * on there, or copies again if it was still at that. One thread.
 */
final class Seeding {

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration TELL = Duration.ofSeconds(3);
    private static final int USERS_AT_ONCE = 1000;
    private static final String ALL = "all";
    private static final String OURS = " where projection = :name and generation = :generation and builder = :me";

    private final Machinery machinery;
    private final Projection projection;
    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final UserReader log;
    private final BatchStore store;
    private final SpareTime spare;
    private long toldAt = System.nanoTime();
    private volatile long applied;
    private volatile OptionalLong remaining = OptionalLong.empty();

    /** @param spare of its own */
    Seeding(Machinery machinery, Projection projection, SpareTime spare) {
        this.machinery = machinery;
        this.spare = spare;
        this.projection = projection;
        this.database = DatabaseClient.create(machinery.connections());
        this.transaction = TransactionalOperator.create(new R2dbcTransactionManager(machinery.connections()));
        this.log = new UserReader(database, machinery.keys(), machinery.reader()::read);
        this.store = new BatchStore(machinery.connections());
    }

    private record State(long from, @Nullable String seededTo) {}

    /**
     * @param stopped asked now and then
     * @return whether the generation can be built on; false when it was stopped
     */
    boolean run(BooleanSupplier stopped) throws InterruptedException {
        var state = await(state());
        if (state == null || ALL.equals(state.seededTo)) {
            return true;
        }
        var after = state.seededTo == null || state.seededTo.isEmpty()
                ? UserReader.BEFORE_ALL
                : UUID.fromString(state.seededTo);
        remaining = OptionalLong.of(Objects.requireNonNull(await(unhurried(events(state.from, after)), LONGEST)));
        if (state.seededTo == null && !copied(state.from, stopped)) {
            return false;
        }
        var positions = Objects.requireNonNull(await(positions()));
        var discarded = Objects.requireNonNull(await(new DiscardedEvents(database).of(projection)));
        while (!stopped.getAsBoolean()) {
            var users = Objects.requireNonNull(await(unhurried(touched(state.from, after)), LONGEST));
            for (var user : users) {
                if (stopped.getAsBoolean()) {
                    return false;
                }
                long began = System.nanoTime();
                count(fold(user, positions, discarded));
                restAfter(Duration.ofNanos(System.nanoTime() - began), stopped);
                after = user;
            }
            if (users.size() < USERS_AT_ONCE) {
                await(seededTo(ALL, 0));
                return true;
            }
        }
        return false;
    }

    /** Events of users who have been folded, since the start. */
    long applied() {
        return applied;
    }

    /** Events of users who have yet to be folded; empty while that is not known. */
    OptionalLong remaining() {
        return remaining;
    }

    /** Whether others need the machine more. */
    boolean isResting() {
        return spare.isScarce();
    }

    private void count(long events) {
        applied += events;
        remaining = OptionalLong.of(Math.max(0, remaining.orElse(0) - events));
    }

    private boolean copied(long from, BooleanSupplier stopped) throws InterruptedException {
        boolean copied = new UntouchedUsers(machinery, projection).copy(from, worked -> {
            rest(worked, stopped);
            return !stopped.getAsBoolean();
        });
        if (copied) {
            await(seededTo("", 0));
        }
        return copied;
    }

    private void restAfter(Duration worked, BooleanSupplier stopped) throws InterruptedException {
        if (System.nanoTime() - toldAt > TELL.toNanos()) {
            toldAt = System.nanoTime();
            spare.left(remaining.orElse(0));
        }
        rest(worked, stopped);
    }

    private void rest(Duration worked, BooleanSupplier stopped) throws InterruptedException {
        spare.restAfter(worked, SpareTime.Sleep.asLongAs(() -> spare.isWanted() && !stopped.getAsBoolean()));
    }

    /** How many events it was. */
    private long fold(UUID user, TreeMap<Integer, Long> positions, Set<Long> discarded) {
        int logged = Objects.requireNonNull(
                await(database.sql("select partition from event_store.event where user_id = :user limit 1")
                        .bind("user", user)
                        .map(row -> Objects.requireNonNull(row.get(0, Integer.class)))
                        .one()));
        int partition = positions.containsKey(logged) ? logged : UserPartition.of(user, positions.size());
        var fold = new UserFold(projection, user, discarded, Set.of());
        await(log.read(fold, positions.getOrDefault(partition, 0L)), LONGEST);
        var claim = new Claim(projection, partition, 0, false, Set.of(), Set.of(), 0, 0);
        var applied = new Applied();
        fold.documents().forEach((key, folded) -> applied.documents()
                .put(
                        new DocumentKey(projection, user, key),
                        new Applied.Result(claim, folded.document(), folded.position(), false)));
        applied.deadLetters().addAll(fold.letters());
        Mono<Void> stored = seededTo(user.toString(), fold.events())
                .then(database.sql("delete from read_model.%s where generation = :generation and user_id = :user"
                                .formatted(projection.name()))
                        .bind("generation", projection.generation())
                        .bind("user", user)
                        .then())
                .then(Mono.defer(
                        () -> store.storeAtOnce(applied, Json.of(applied).texts())));
        await(transaction.transactional(stored));
        return fold.events();
    }

    /** Null for a replay of everything. */
    private Mono<State> state() {
        return ofGeneration("select from_position, seeded_to from read_model.generation"
                        + " where projection = :name and generation = :generation and from_position is not null")
                .map(row -> new State(Objects.requireNonNull(row.get(0, Long.class)), row.get(1, String.class)))
                .one();
    }

    /** The whole log, or the whole read model, may be looked at. */
    private <T> Mono<T> unhurried(Mono<T> work) {
        return database.sql("set local statement_timeout = 0").then().then(work).as(transaction::transactional);
    }

    private Mono<Void> seededTo(String user, long events) {
        return ofGeneration("update read_model.generation set seeded_to = :user, applied = applied + :events" + OURS)
                .bind("user", user)
                .bind("events", events)
                .bind("me", machinery.me())
                .fetch()
                .rowsUpdated()
                .flatMap(this::demandOurs);
    }

    private GenericExecuteSpec ofGeneration(String sql) {
        return database.sql(sql).bind("name", projection.name()).bind("generation", projection.generation());
    }

    private Mono<Void> demandOurs(long rows) {
        return rows > 0
                ? Mono.empty()
                : Mono.error(() -> new IllegalStateException(projection + " is built by another node now"));
    }

    private Mono<TreeMap<Integer, Long>> positions() {
        return ofGeneration("select partition, position from read_model.progress"
                        + " where projection = :name and generation = :generation")
                .map(row -> new long[] {
                    Objects.requireNonNull(row.get(0, Integer.class)), Objects.requireNonNull(row.get(1, Long.class))
                })
                .all()
                .collect(TreeMap::new, (positions, row) -> positions.put((int) row[0], row[1]));
    }

    /** Of all users who are still to be folded anew. */
    private Mono<Long> events(long from, UUID after) {
        return database.sql("""
            select count(*) from event_store.event where user_id in (
              select user_id from event_store.event where position >= :from and user_id > :after)
            """)
                .bind("from", from)
                .bind("after", after)
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .one();
    }

    private Mono<List<UUID>> touched(long from, UUID after) {
        return database.sql("select distinct user_id from event_store.event"
                        + " where position >= :from and user_id > :after order by user_id limit :limit")
                .bind("from", from)
                .bind("after", after)
                .bind("limit", USERS_AT_ONCE)
                .map(row -> Objects.requireNonNull(row.get(0, UUID.class)))
                .all()
                .collectList();
    }
}
