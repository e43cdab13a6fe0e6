package app.mita.projection.engine;

import app.mita.api.event.UserPartition;
import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import app.mita.runtime.personal.PersonalKeys;
import io.r2dbc.pool.ConnectionPool;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Repairs of one user's documents in one projection. Everything is done on the caller's
 * transaction, which takes the user's partition from whoever moves it: nobody stores anything there until the end of the
 * transaction, and afterwards the owner claims the partition anew and goes on behind the repaired documents. So nothing is
 * lost and nothing applied twice, whatever the rest of the system does meanwhile.
 */
@Component
public class Repairs {

    private static final String REBUILT = "mita_rebuilt";

    private final DatabaseClient database;
    private final Models models;
    private final PersonalKeys keys;
    private final EventReader reader;
    private final UserReader log;
    private final Letters letters;
    private final DiscardedEvents discarded;
    private final Claims claims;
    private final DocumentRows rows;
    private final BatchStore store;

    Repairs(ConnectionPool pool, DatabaseClient database, Models models, PersonalKeys keys, EventReader reader) {
        this.database = database;
        this.models = models;
        this.keys = keys;
        this.reader = reader;
        this.log = new UserReader(database, keys, reader::read);
        this.letters = new Letters(database);
        this.discarded = new DiscardedEvents(database);
        this.claims = new Claims(pool);
        this.rows = new DocumentRows(pool);
        this.store = new BatchStore(pool);
    }

    /**
     * What a repair came to.
     *
     * @param events    applied
     * @param documents the user's now, or changed by a retry
     * @param parked    of the user's events, still
     */
    public record Repaired(UUID userId, long events, int documents, int parked) {}

    /**
     * Applies a user's dead letters, in order, up to one that fails again: in the live generation, and in one that is being
     * built.
     *
     * @return of the older of the two in which there were any; fails with NOT_FOUND when the user has none, with CONFLICT
     *     when all are in generations of another version than this node's code
     */
    public Mono<Repaired> retry(String name, UUID user) {
        return models.withLetters(name, user).flatMap(generations -> Flux.fromIterable(generations)
                .concatMap(projection -> letters.partition(projection, user)
                        .flatMap(partition -> claim(projection, partition))
                        .flatMap(claim -> retry(claim, user)))
                .collectList()
                .map(List::getFirst));
    }

    /**
     * Has whoever folds pass over what was discarded meanwhile, and applies the user's dead letters again.
     *
     * @param building the generation that is being built; null when there is none. It may have met the event already, or
     *     may meet it yet
     */
    public Mono<Repaired> passOver(String name, @Nullable Integer building, UUID user) {
        var fence = building == null
                ? Mono.<Void>empty()
                : database.sql("select read_model.fence(:name, :generation)")
                        .bind("name", name)
                        .bind("generation", building)
                        .then();
        return fence.then(Mono.defer(() -> retry(name, user)));
    }

    /** Folds a user's events again from the first, and puts the result in the place of what there is. */
    public Mono<Repaired> rebuild(String name, UUID user) {
        return models.live(name).flatMap(projection -> discarded
                .of(projection)
                .map(passedOver -> new UserFold(projection, user, passedOver, Set.of()))
                // Most of it before anybody has to wait.
                .flatMap(fold -> head().flatMap(head -> position(projection)
                        .flatMap(safe -> log.read(fold, Math.min(head, safe)).thenReturn(fold))))
                .flatMap(fold -> partition(projection, user)
                        .flatMap(partition -> claim(projection, partition))
                        .flatMap(claim -> log.read(fold, claim.position())
                                // Not before: what is stored is what the fold has come to by then.
                                .then(Mono.defer(() -> replace(fold, claim))))));
    }

    private Mono<Repaired> retry(Claim claim, UUID user) {
        return letters.of(claim.projection(), user)
                .zipWith(keys.find(List.of(user)))
                .flatMap(found -> {
                    var waiting = found.getT1();
                    var key = found.getT2().get(user);
                    var free = new Claim(
                            claim.projection(),
                            claim.partition(),
                            claim.epoch(),
                            false,
                            new HashSet<>(),
                            claim.passedOver(),
                            waiting.getFirst().position() - 1,
                            claim.offset());
                    var lane = new Lane(claim.partition(), List.of(free), false);
                    var events = waiting.stream()
                            .map(arrival -> reader.read(arrival, key))
                            .toList();
                    var fold = BatchFold.of(events, partition -> lane);
                    return known(fold.needed().keySet()).map(fold::apply).flatMap(applied -> letters.delete(
                                    claim.projection(), user, waiting)
                            .then(store(applied, claim))
                            .then(letters.count(claim.projection(), user))
                            .map(parked -> new Repaired(
                                    user,
                                    waiting.size() - applied.deadLetters().size(),
                                    applied.documents().size(),
                                    parked)));
                });
    }

    private Mono<Repaired> replace(UserFold fold, Claim claim) {
        var applied = new Applied();
        fold.documents().forEach((key, folded) -> applied.documents()
                .put(
                        new DocumentKey(claim.projection(), fold.user(), key),
                        new Applied.Result(claim, folded.document(), folded.position(), false)));
        applied.deadLetters().addAll(fold.letters());
        return database.sql("delete from read_model.%s where generation = :generation and user_id = :user"
                        .formatted(claim.projection().name()))
                .bind("generation", claim.projection().generation())
                .bind("user", fold.user())
                .then()
                .then(letters.deleteAll(claim.projection(), fold.user()))
                .then(store(applied, claim))
                // A document may be another one at the position it had: who remembers it must not believe that.
                .then(database.sql("select pg_notify(:channel, :user)")
                        .bind("channel", REBUILT)
                        .bind("user", fold.user().toString())
                        .then())
                .thenReturn(new Repaired(
                        fold.user(),
                        fold.events() - fold.letters().size(),
                        fold.documents().size(),
                        fold.letters().size()));
    }

    private Mono<Void> store(Applied applied, Claim claim) {
        var lane = new Lane(claim.partition(), List.of(claim), false);
        applied.moves().add(new Applied.Move(lane, claim, claim.position(), claim.position(), claim.offset()));
        return store.storeAtOnce(applied, Json.of(applied).texts());
    }

    private Mono<Map<DocumentKey, Object>> known(Set<DocumentKey> needed) {
        return needed.isEmpty()
                ? Mono.just(Map.of())
                : rows.read(needed).map(found -> found.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                row -> row.getKey().projection().read(row.getValue()))));
    }

    private Mono<Claim> claim(Projection projection, int partition) {
        return claims.take(partition, List.of(projection)).map(List::getFirst);
    }

    /** Where no event of the user can come any more that the projection has not applied: the least of its positions. */
    private Mono<Long> position(Projection projection) {
        return database.sql("select coalesce(min(position), 0) from read_model.progress"
                        + " where projection = :name and generation = :generation")
                .bind("name", projection.name())
                .bind("generation", projection.generation())
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .one();
    }

    private Mono<Long> head() {
        return database.sql("select coalesce(max(position), 0) from event_store.event")
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .one();
    }

    /** As the relay chooses it. */
    private Mono<Integer> partition(Projection projection, UUID user) {
        return database.sql("""
            select (select count(*) from read_model.progress
              where projection = :name and generation = :generation)::int,
              (select partition from event_store.event where user_id = :user limit 1)
            """)
                .bind("name", projection.name())
                .bind("generation", projection.generation())
                .bind("user", user)
                .map(row -> {
                    int partitions = Objects.requireNonNull(row.get(0, Integer.class));
                    var logged = row.get(1, Integer.class);
                    if (logged == null || partitions == 0) {
                        throw new Refused(ErrorCode.NOT_FOUND, "The log has no event of this user.");
                    }
                    return logged < partitions ? logged : UserPartition.of(user, partitions);
                })
                .one();
    }
}
