package app.mita.projection.operations;

import app.mita.api.wire.Refused;
import app.mita.projection.engine.ReadModel;
import app.mita.projection.engine.Repairs;
import app.mita.projection.engine.Verdict;
import app.mita.projection.engine.Verification;
import app.mita.runtime.background.BackgroundWork;
import app.mita.runtime.json.MitaJson;
import app.mita.runtime.operations.Operations;
import app.mita.runtime.personal.Rewrapping;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Does what takes its time: verifications, retries of many dead letters, rewrapping. Whichever node sees one first takes it
 * up, if its code is of the version that is looked at, and says so again and again; should it die, another one begins it
 * anew. One at a time on a node.
 */
@Component
class Errands extends BackgroundWork {

    static final String VERIFY = "verify";
    static final String RETRY_ALL = "dead-letters/retry-all";
    static final String REWRAP = "keys/rewrap";
    /** Argument of {@link #REWRAP}: the id of the key that everything is to rest on. */
    static final String MASTER_KEY = "master_key";

    private static final Logger log = LoggerFactory.getLogger(Errands.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(300);
    private static final Duration SAY_EVERY = Duration.ofSeconds(2);
    private static final Duration TELL_EVERY = Duration.ofSeconds(1);
    /** Users. */
    private static final int TOLD_EVERY = 100;

    private static final Duration RETRY = Duration.ofMillis(500);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(10);

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final Operations operations;
    private final Verification verification;
    private final Repairs repairs;
    private final Rewrapping rewrapping;
    /** Of each model in this node's code, as JSON. */
    private final String versions;

    private final String me = UUID.randomUUID().toString();

    Errands(
            DatabaseClient database,
            TransactionalOperator transaction,
            Operations operations,
            Verification verification,
            Repairs repairs,
            Rewrapping rewrapping,
            List<ReadModel<?>> models) {
        this.database = database;
        this.transaction = transaction;
        this.operations = operations;
        this.verification = verification;
        this.repairs = repairs;
        this.rewrapping = rewrapping;
        this.versions = MitaJson.mapper()
                .writeValueAsString(models.stream().collect(Collectors.toMap(ReadModel::name, ReadModel::version)));
    }

    /** @param ofUsers about how many there are */
    private record Verified(@JsonUnwrapped Verdict soFar, long ofUsers) {}

    private record Errand(
            UUID id,
            String verb,
            @Nullable String projection,
            @Nullable String masterKey) {

        String name() {
            return Objects.requireNonNull(projection, verb);
        }
    }

    @Override
    protected Disposable begin() {
        return Mono.defer(this::next)
                .retryWhen(Retry.backoff(Long.MAX_VALUE, RETRY)
                        .maxBackoff(LONGEST_RETRY)
                        .transientErrors(true))
                .repeatWhen(done -> done.delayElements(LOOK_EVERY))
                .subscribe();
    }

    private Mono<Void> next() {
        return database.sql("""
            update operations.operation set state = 'running', worker = :me, worker_until = now() + interval '10 s'
            where id = (
              select id from operations.operation
              where verb = any(:verbs) and (state = 'requested' or state = 'running' and worker_until < now())
                and (projection is null or exists (
                  select from read_model.projection p
                  join read_model.generation g on (g.projection, g.generation) = (p.name, p.live_generation)
                  where p.name = projection and g.version = (cast(:versions as json) ->> p.name)::int))
              order by requested_at limit 1 for update skip locked)
            returning id, verb, projection, arguments ->> :masterKey
            """)
                .bind("me", me)
                .bind("verbs", new String[] {VERIFY, RETRY_ALL, REWRAP})
                .bind("masterKey", MASTER_KEY)
                .bind("versions", versions)
                .map(row -> new Errand(
                        Objects.requireNonNull(row.get(0, UUID.class)),
                        Objects.requireNonNull(row.get(1, String.class)),
                        row.get(2, String.class),
                        row.get(3, String.class)))
                .one()
                .flatMap(this::run);
    }

    private Mono<Void> run(Errand errand) {
        var work = work(errand)
                .flatMap(result -> operations.finish(errand.id, "done", result).thenReturn(true))
                .onErrorResume(failure -> {
                    log.warn(
                            "{} of {} failed",
                            errand.verb,
                            errand.projection == null ? "everything" : errand.projection,
                            failure);
                    return operations
                            .finish(errand.id, "failed", Map.of("error", String.valueOf(failure.getMessage())))
                            .thenReturn(true);
                });
        var saying = Flux.interval(SAY_EVERY)
                .onBackpressureDrop()
                .concatMap(tick -> database.sql("update operations.operation set worker_until = now() + interval '10 s'"
                                + " where id = :id and worker = :me")
                        .bind("id", errand.id)
                        .bind("me", me)
                        .then()
                        .onErrorComplete())
                .then(Mono.<Boolean>empty());
        return Flux.merge(work, saying).next().then();
    }

    private Mono<? extends Object> work(Errand errand) {
        return switch (errand.verb) {
            case VERIFY -> verify(errand);
            case RETRY_ALL -> retryAll(errand);
            case REWRAP -> rewrap(errand);
            default -> Mono.error(new IllegalStateException("no errand: " + errand.verb));
        };
    }

    private Mono<Verdict> verify(Errand errand) {
        var told = new AtomicLong(System.nanoTime());
        return verification
                .users()
                .flatMap(users -> verification.verify(errand.name(), soFar -> {
                    if (System.nanoTime() - told.get() < TELL_EVERY.toNanos()) {
                        return Mono.empty();
                    }
                    told.set(System.nanoTime());
                    return operations.tell(errand.id, new Verified(soFar, users));
                }));
    }

    /** Never to the key of a node that was forgotten when the others got a new one. */
    private Mono<Rewrapping.Rewrapped> rewrap(Errand errand) {
        return rewrapping.current().equals(errand.masterKey)
                ? rewrapping.rewrap(soFar -> operations.tell(errand.id, soFar))
                : Mono.error(() -> new IllegalStateException("a node is still configured with master key "
                        + rewrapping.current() + "; restart every service with the new one first"));
    }

    private Mono<Map<String, Object>> retryAll(Errand errand) {
        var repaired = new ArrayList<Repairs.Repaired>();
        return database.sql("""
            select distinct d.user_id from read_model.dead_letter d
            join read_model.projection p
              on p.name = d.projection and d.generation in (p.live_generation, p.next_generation)
            where p.name = :name
            """)
                .bind("name", errand.name())
                .map(row -> Objects.requireNonNull(row.get(0, UUID.class)))
                .all()
                .collectList()
                .flatMap(users -> Flux.fromIterable(users)
                        .concatMap(user -> transaction
                                .transactional(repairs.retry(errand.name(), user))
                                // Whose letters somebody else has dealt with meanwhile has none.
                                .onErrorResume(Refused.class, gone -> Mono.empty()))
                        .doOnNext(repaired::add)
                        .window(TOLD_EVERY)
                        .concatMap(some -> some.then(Mono.defer(() -> {
                            var soFar = sum(repaired);
                            soFar.put("of_users", users.size());
                            return operations.tell(errand.id, soFar);
                        })))
                        .then(Mono.fromSupplier(() -> sum(repaired))));
    }

    private static Map<String, Object> sum(List<Repairs.Repaired> repaired) {
        var sum = new LinkedHashMap<String, Object>();
        sum.put("users", repaired.size());
        sum.put("events", repaired.stream().mapToLong(Repairs.Repaired::events).sum());
        sum.put("parked", repaired.stream().mapToLong(Repairs.Repaired::parked).sum());
        return sum;
    }
}
