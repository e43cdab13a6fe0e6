package app.mita.projection.operations;

import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import app.mita.runtime.operations.Deed;
import app.mita.runtime.operations.Operation;
import app.mita.runtime.operations.Operations;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Building a generation beside the live one, and which of them is live. Each verb takes effect on whichever nodes are
 * concerned, at the latest a quarter of a second after it was answered.
 */
@Component
public class Replays {

    private final DatabaseClient database;
    private final Operations operations;
    private final Positions positions;

    Replays(DatabaseClient database, Operations operations, Positions positions) {
        this.database = database;
        this.operations = operations;
        this.positions = positions;
    }

    /**
     * Begins to build a new generation. Of an earlier one that was kept nothing is left then.
     *
     * @param wish where it begins: the users concerned are folded anew from their own beginning, and all other documents
     *     are copied from the live generation. It does not switch by itself when more events have failed in it
     */
    public Mono<Operation> replay(Deed deed, ReplayWish wish) {
        return positions
                .from(wish.fromPosition(), wish.fromTime())
                .flatMap(from -> replay(deed, from.orElse(null), wish.switchesItself()));
    }

    private Mono<Operation> replay(Deed deed, @Nullable Long from, boolean switchesItself) {
        return operations.perform(
                deed, () -> Standing.locked(database, name(deed)).flatMap(standing -> {
                    standing.demandNoneBuilding();
                    if (from != null && standing.version() != standing.liveVersion()) {
                        throw new Refused(
                                ErrorCode.CONFLICT,
                                "The live documents are of another version of the code: only a replay of everything"
                                        + " brings this one's.");
                    }
                    var begin = database.sql(
                                    "select read_model.begin_generation(:name, :version, 'replay', :itself, :from)")
                            .bind("name", standing.name())
                            .bind("version", standing.version())
                            .bind("itself", switchesItself);
                    return (from == null ? begin.bindNull("from", Long.class) : begin.bind("from", from))
                            .map(row -> Map.of("generation", Objects.requireNonNull(row.get(0, Integer.class))))
                            .one();
                }));
    }

    /** Gives up what is being built. A rollback's generation is kept as it was before. */
    public Mono<Operation> cancel(Deed deed) {
        return operations.perform(
                deed, () -> Standing.locked(database, name(deed)).flatMap(standing -> {
                    int given = standing.building();
                    boolean wasKept = given < standing.live();
                    return fence(standing.name(), given)
                            .then(database.sql("""
                                update read_model.projection set next_generation = null,
                                  previous_generation = case when :kept then next_generation else previous_generation end,
                                  declined_version = case when not :kept then declined_version end
                                where name = :name
                                """)
                                    .bind("kept", wasKept)
                                    .bind("name", standing.name())
                                    .then())
                            .thenReturn(Map.of("generation", given));
                }));
    }

    /** Makes the generation that is being built the live one; it must have caught up. The one before is kept. */
    public Mono<Operation> switchOver(Deed deed) {
        return operations.perform(
                deed, () -> Standing.locked(database, name(deed)).flatMap(standing -> {
                    int target = standing.building();
                    if (!standing.nextReady()) {
                        throw new Refused(ErrorCode.CONFLICT, "Generation " + target + " has not caught up yet.");
                    }
                    return database.sql("select read_model.switch(:name, :generation, interval '500 ms')")
                            .bind("name", standing.name())
                            .bind("generation", target)
                            .map(row -> Boolean.TRUE.equals(row.get(0, Boolean.class)))
                            .one()
                            .map(live -> {
                                if (!live) {
                                    throw new Refused(
                                            ErrorCode.CONFLICT,
                                            "Generation " + target + " is behind the live one right now; ask again.");
                                }
                                return live(standing.live(), target);
                            });
                }));
    }

    /**
     * Makes the previous generation live again. It has stood still since: it is brought up to the present first, which
     * takes a node whose code is of its version, and then becomes the live one by itself, whatever has failed in it.
     * The version that is left is not built again by itself.
     */
    public Mono<Operation> rollBack(Deed deed) {
        return operations.perform(
                deed, () -> Standing.locked(database, name(deed)).flatMap(standing -> {
                    int target = standing.kept();
                    standing.demandNoneBuilding();
                    return database.sql("""
                        update read_model.generation g
                        set switches_itself = true, paused = false, ready_at = null, started_at = now(), applied = 0
                        where projection = :name and generation = :generation and exists (
                          select from read_model.instance i where i.seen_at > now() - interval '5 seconds'
                            and (i.versions ->> g.projection)::int = g.version)
                        """)
                            .bind("name", standing.name())
                            .bind("generation", target)
                            .fetch()
                            .rowsUpdated()
                            .flatMap(rows -> rows == 0
                                    ? Mono.error(new Refused(
                                            ErrorCode.CONFLICT,
                                            "No node runs the version of generation " + target
                                                    + ": deploy it first, then roll back."))
                                    : database.sql("""
                                        update read_model.projection p
                                        set next_generation = :generation, previous_generation = null,
                                          declined_version = case when :left > g.version then :left end
                                        from read_model.generation g
                                        where p.name = :name
                                          and (g.projection, g.generation) = (p.name, :generation)
                                        """)
                                            .bind("left", standing.liveVersion())
                                            .bind("name", standing.name())
                                            .bind("generation", target)
                                            .then())
                            .thenReturn(live(standing.live(), target));
                }));
    }

    /** Drops the generation that is kept: there is no way back to it then. */
    public Mono<Operation> drop(Deed deed) {
        return operations.perform(
                deed, () -> Standing.locked(database, name(deed)).flatMap(standing -> {
                    int dropped = standing.kept();
                    return database.sql(
                                    "update read_model.projection set previous_generation = null where name = :name")
                            .bind("name", standing.name())
                            .then()
                            .thenReturn(Map.of("generation", dropped));
                }));
    }

    /** Holds what is being built where it is. */
    public Mono<Operation> pause(Deed deed) {
        return hold(deed, true);
    }

    public Mono<Operation> resume(Deed deed) {
        return hold(deed, false);
    }

    private Mono<Operation> hold(Deed deed, boolean paused) {
        return operations.perform(
                deed, () -> Standing.locked(database, name(deed)).flatMap(standing -> {
                    int held = standing.building();
                    return database.sql("update read_model.generation set paused = :paused, builder = null, rate = null"
                                    + " where projection = :name and generation = :generation")
                            .bind("paused", paused)
                            .bind("name", standing.name())
                            .bind("generation", held)
                            .then()
                            .then(fence(standing.name(), held))
                            .thenReturn(Map.of("generation", held));
                }));
    }

    private Mono<Void> fence(String name, int generation) {
        return database.sql("select read_model.fence(:name, :generation)")
                .bind("name", name)
                .bind("generation", generation)
                .then();
    }

    private static Map<String, Object> live(int from, int to) {
        var result = new LinkedHashMap<String, Object>();
        result.put("from_generation", from);
        result.put("to_generation", to);
        return result;
    }

    private static String name(Deed deed) {
        return Objects.requireNonNull(deed.projection());
    }
}
