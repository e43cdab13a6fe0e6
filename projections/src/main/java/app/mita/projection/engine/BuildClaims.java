package app.mita.projection.engine;

import static app.mita.projection.engine.Awaiting.await;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
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

    /** Partitions in which others have claimed this generation since, unless it is still beside the live one. */
    Set<Integer> gone(Collection<Lane> lanes) {
        var epochs = Objects.requireNonNull(await(database.sql("""
            select g.partition, g.epoch from read_model.progress g
            join read_model.projection p on p.name = g.projection
            where g.projection = :name and g.generation = :generation
              and p.next_generation is distinct from g.generation
            """)
                .bind("name", projection.name())
                .bind("generation", projection.generation())
                .map(row -> new Epoch(
                        Objects.requireNonNull(row.get(0, Integer.class)),
                        Objects.requireNonNull(row.get(1, Long.class))))
                .all()
                .collectList()));
        var gone = new HashSet<Integer>();
        for (var lane : lanes) {
            for (var epoch : epochs) {
                if (epoch.partition == lane.partition()
                        && epoch.number != lane.claims().getFirst().epoch()) {
                    gone.add(lane.partition());
                }
            }
        }
        return gone;
    }

    private record Epoch(int partition, long number) {}
}
