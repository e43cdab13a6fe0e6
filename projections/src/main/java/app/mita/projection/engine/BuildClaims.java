package app.mita.projection.engine;

import static app.mita.projection.engine.Awaiting.await;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.r2dbc.core.DatabaseClient;

/** The claims of whoever builds a generation: yields those that it has lost for good. Its caller waits for the database. */
final class BuildClaims {

    private final Claims claims;
    private final Projection projection;
    private final DatabaseClient database;

    BuildClaims(Machinery machinery, Projection projection) {
        this.claims = machinery.claims();
        this.projection = projection;
        this.database = DatabaseClient.create(machinery.connections());
    }

    List<Claim> take(Collection<Integer> partitions) {
        var taken = new ArrayList<Claim>();
        for (var partition : partitions) {
            taken.addAll(Objects.requireNonNull(await(claims.take(partition, List.of(projection)))));
        }
        return taken;
    }

    /** Fails with FencedException unless all of them still count. */
    void demand(Collection<Lane> lanes) {
        await(claims.demand(lanes));
    }

    /**
     * Partitions in which others have claimed this generation since, unless it is still beside the live one; all of them
     * when nobody asks for the generation any more.
     */
    Set<Integer> gone(Collection<Lane> lanes) {
        return Set.copyOf(Objects.requireNonNull(await(database.sql("""
            select lost.partition from unnest(:partitions::int[], :epochs::bigint[]) as lost (partition, epoch)
            where not exists (
                select from read_model.projection p
                where p.name = :name and :generation in (p.live_generation, p.next_generation, p.previous_generation))
              or exists (
                select from read_model.progress g join read_model.projection p on p.name = g.projection
                where g.projection = :name and g.generation = :generation and g.partition = lost.partition
                  and g.epoch <> lost.epoch and p.next_generation is distinct from g.generation)
            """)
                .bind("partitions", lanes.stream().map(Lane::partition).toArray(Integer[]::new))
                .bind(
                        "epochs",
                        lanes.stream()
                                .map(lane -> lane.claims().getFirst().epoch())
                                .toArray(Long[]::new))
                .bind("name", projection.name())
                .bind("generation", projection.generation())
                .map(row -> Objects.requireNonNull(row.get(0, Integer.class)))
                .all()
                .collectList())));
    }
}
