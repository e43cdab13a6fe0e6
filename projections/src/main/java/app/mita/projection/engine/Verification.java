package app.mita.projection.engine;

import app.mita.api.event.UserPartition;
import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import app.mita.runtime.appuse.AppUse;
import app.mita.runtime.personal.PersonalKeys;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.function.Tuple2;

/**
 * Folds the log again, user by user and without the engine's own ways, and compares with the live documents. Each user is
 * looked at in one snapshot of the database, in which the projection stands at a known position: so the answer is exact
 * while everything goes on, and nobody waits. Takes the memory of one user at a time. While people use the app it rests.
 */
@Component
public class Verification {

    /** Users at a time, beside the live work. */
    private static final int ABREAST = 2;

    private static final int USERS_AT_ONCE = 200;

    private static final String USERS = """
            select user_id from (
              (select distinct user_id from event_store.event where user_id > :after order by user_id limit :limit)
              union
              (select distinct user_id from read_model.%s
               where generation = :generation and user_id > :after order by user_id limit :limit)) found
            order by user_id limit :limit
            """;

    private final DatabaseClient database;
    private final Models models;
    private final UserReader log;
    private final TransactionalOperator snapshot;
    private final Mono<Boolean> rests;

    Verification(
            DatabaseClient database,
            ReactiveTransactionManager transactions,
            Models models,
            PersonalKeys keys,
            EventReader reader,
            EngineSettings settings,
            AppUse app) {
        this.database = database;
        this.models = models;
        this.log = new UserReader(database, keys, reader::read);
        this.rests = settings.rests() ? app.isNow() : Mono.just(false);
        var definition = new DefaultTransactionDefinition();
        definition.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        definition.setReadOnly(true);
        this.snapshot = TransactionalOperator.create(transactions, definition);
    }

    /**
     * @param progress told after each user what has been found so far; what it returns is waited for
     * @return fails with NOT_FOUND for an unknown name
     */
    public Mono<Verdict> verify(String name, Function<Verdict, Mono<Void>> progress) {
        return models.live(name)
                .flatMap(projection -> from(projection, UserReader.BEFORE_ALL, Verdict.NOTHING, progress));
    }

    /** About how many users there are to look at: who ever had a key, as everybody has with the first event. */
    public Mono<Long> users() {
        return database.sql("select count(*) from personal_data.user_key")
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .one();
    }

    public Mono<Verdict> verify(String name, UUID user) {
        return models.live(name).flatMap(projection -> one(projection, user));
    }

    private Mono<Verdict> from(
            Projection projection, UUID after, Verdict before, Function<Verdict, Mono<Void>> progress) {
        return users(projection, after).flatMap(users -> Flux.fromIterable(users)
                .flatMap(user -> one(projection, user).elapsed().flatMap(this::rest), ABREAST)
                .scan(before, Verdict::plus)
                .skip(1)
                .concatMap(soFar -> progress.apply(soFar).thenReturn(soFar))
                .last(before)
                .flatMap(sum -> users.size() < USERS_AT_ONCE
                        ? Mono.just(sum)
                        : from(projection, users.getLast(), sum, progress)));
    }

    private Mono<Verdict> rest(Tuple2<Long, Verdict> worked) {
        return rests.filter(rest -> rest)
                .flatMap(rest -> Mono.delay(Duration.ofMillis((long) (worked.getT1() * SpareTime.MOST))))
                .thenReturn(worked.getT2());
    }

    private Mono<List<UUID>> users(Projection projection, UUID after) {
        return database.sql(USERS.formatted(projection.name()))
                .bind("after", after)
                .bind("limit", USERS_AT_ONCE)
                .bind("generation", projection.generation())
                .map(row -> Objects.requireNonNull(row.get(0, UUID.class)))
                .all()
                .collectList();
    }

    private Mono<Verdict> one(Projection projection, UUID user) {
        return demandKept(projection)
                .then(Mono.zip(
                        position(projection, user),
                        set(theirs(projection, user, "dead_letter where generation = :generation and")
                                .bind("generation", projection.generation())),
                        set(theirs(projection, user, "discarded where"))))
                .flatMap(found -> compare(projection, user, found.getT1(), found.getT2(), found.getT3()))
                .as(snapshot::transactional);
    }

    /**
     * What waits as a dead letter is not in the documents. What was discarded is not in them if it failed when they were
     * folded: it may not fail any more, with the code of today.
     */
    private Mono<Verdict> compare(
            Projection projection, UUID user, long position, Set<Long> waiting, Set<Long> discarded) {
        return compare(new UserFold(projection, user, discarded, waiting), position)
                .flatMap(verdict -> verdict.same() || discarded.isEmpty()
                        ? Mono.just(verdict)
                        : compare(new UserFold(projection, user, discarded, union(waiting, discarded)), position)
                                .map(other -> other.differences() < verdict.differences() ? other : verdict));
    }

    private Mono<Verdict> compare(UserFold fold, long position) {
        var comparison = new Comparison(fold);
        return log.read(fold, position)
                .then(documents(fold.projection(), fold.user()))
                // Writing each document once more and hashing it would keep an event loop from answering.
                .publishOn(Schedulers.boundedElastic())
                .map(live -> {
                    live.forEach(comparison::live);
                    return comparison.verdict();
                });
    }

    /** Of a generation that is swept away nothing can be said. */
    private Mono<Void> demandKept(Projection projection) {
        return database.sql("select :generation in (live_generation, previous_generation, next_generation)"
                        + " from read_model.projection where name = :name")
                .bind("name", projection.name())
                .bind("generation", projection.generation())
                .map(row -> Boolean.TRUE.equals(row.get(0, Boolean.class)))
                .one()
                .filter(kept -> kept)
                .switchIfEmpty(Mono.error(() -> new Refused(
                        ErrorCode.CONFLICT,
                        "Generation " + projection.generation() + " was dropped meanwhile: verify the live one anew.")))
                .then();
    }

    private Mono<List<Comparison.Live>> documents(Projection projection, UUID user) {
        return database.sql("select key, position, document from read_model.%s".formatted(projection.name())
                        + " where generation = :generation and user_id = :user order by key")
                .bind("generation", projection.generation())
                .bind("user", user)
                .map(row -> new Comparison.Live(
                        Objects.requireNonNull(row.get(0, String.class)),
                        Objects.requireNonNull(row.get(1, Long.class)),
                        Objects.requireNonNull(row.get(2, String.class))))
                .all()
                .collectList();
    }

    /** Up to where the user's documents are complete: the position of their partition. */
    private Mono<Long> position(Projection projection, UUID user) {
        return database.sql("""
            select g.partition, g.position from read_model.progress g
            where g.projection = :name and g.generation = :generation order by g.partition
            """)
                .bind("name", projection.name())
                .bind("generation", projection.generation())
                .map(row -> Objects.requireNonNull(row.get(1, Long.class)))
                .all()
                .collectList()
                .zipWith(loggedPartition(user))
                .map(found -> {
                    var positions = found.getT1();
                    int logged = found.getT2();
                    if (positions.isEmpty()) {
                        return 0L;
                    }
                    return positions.get(
                            logged < positions.size() && logged >= 0
                                    ? logged
                                    : UserPartition.of(user, positions.size()));
                });
    }

    private Mono<Integer> loggedPartition(UUID user) {
        return database.sql("select partition from event_store.event where user_id = :user limit 1")
                .bind("user", user)
                .map(row -> Objects.requireNonNull(row.get(0, Integer.class)))
                .one()
                .defaultIfEmpty(-1);
    }

    private GenericExecuteSpec theirs(Projection projection, UUID user, String where) {
        return database.sql("select position from read_model." + where + " projection = :name and user_id = :user")
                .bind("name", projection.name())
                .bind("user", user);
    }

    private static Mono<Set<Long>> set(GenericExecuteSpec positions) {
        return positions
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .all()
                .collect(Collectors.toSet());
    }

    private static Set<Long> union(Set<Long> some, Set<Long> others) {
        var all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }
}
