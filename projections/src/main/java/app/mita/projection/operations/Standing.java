package app.mita.projection.operations;

import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import io.r2dbc.spi.Readable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * A projection's row while an operator changes it; nobody else does meanwhile.
 *
 * @param version   of the code that a replay is for: the newest that a node runs and nobody has gone back from
 * @param liveVersion of the code that the live documents are of
 * @param next      the generation being built; null while there is none
 * @param nextReady whether that has caught up
 * @param previous  the generation kept; null while there is none
 */
record Standing(
        String name,
        int version,
        int liveVersion,
        int live,
        @Nullable Integer next,
        boolean nextReady,
        @Nullable Integer previous,
        boolean paused) {

    /** @return fails with NOT_FOUND when there is no such projection */
    static Mono<Standing> locked(DatabaseClient database, String name) {
        return database.sql("""
            select p.name, coalesce((
                select present.code from read_model.instance i
                cross join lateral (select (i.versions ->> p.name)::int) as present (code)
                where i.seen_at > now() - interval '5 seconds' and present.code is not null
                order by present.code is not distinct from p.declined_version, present.code desc limit 1), p.version),
              coalesce((select g.version from read_model.generation g
                where g.projection = p.name and g.generation = p.live_generation), p.version), p.live_generation, p.next_generation,
              exists (select from read_model.generation g where g.projection = p.name
                and g.generation = p.next_generation and g.ready_at is not null),
              p.previous_generation, p.paused
            from read_model.projection p where p.name = :name for no key update
            """)
                .bind("name", name)
                .map(Standing::read)
                .one()
                .switchIfEmpty(
                        Mono.error(() -> new Refused(ErrorCode.NOT_FOUND, "There is no projection of this name.")));
    }

    /** @throws Refused CONFLICT when nothing is being built */
    int building() {
        if (next == null) {
            throw new Refused(ErrorCode.CONFLICT, "No generation of this projection is being built.");
        }
        return next;
    }

    /** @throws Refused CONFLICT when something is */
    void demandNoneBuilding() {
        if (next != null) {
            throw new Refused(
                    ErrorCode.CONFLICT, "Generation " + next + " is being built; switch to it or cancel it first.");
        }
    }

    /** @throws Refused CONFLICT when there is none */
    int kept() {
        if (previous == null) {
            throw new Refused(ErrorCode.CONFLICT, "No earlier generation of this projection is kept.");
        }
        return previous;
    }

    private static Standing read(Readable row) {
        return new Standing(
                Objects.requireNonNull(row.get(0, String.class)),
                Objects.requireNonNull(row.get(1, Integer.class)),
                Objects.requireNonNull(row.get(2, Integer.class)),
                Objects.requireNonNull(row.get(3, Integer.class)),
                row.get(4, Integer.class),
                Boolean.TRUE.equals(row.get(5, Boolean.class)),
                row.get(6, Integer.class),
                Boolean.TRUE.equals(row.get(7, Boolean.class)));
    }
}
