package app.mita.projection.engine;

import app.mita.runtime.json.MitaJson;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Which projections there are, in which version and generation, and which of them this code can fold: those whose
 * documents are of its own version.
 *
 * <p>A model that is new fills its first generation in front of its readers. While others are ahead of it, it is
 * <em>catching up</em> and no answer waits for it; it is <em>live</em> when it is with them in every partition. A model
 * whose version has risen is built beside the generation that serves (see {@link Build}).
 */
final class Registry {

    private static final Logger log = LoggerFactory.getLogger(Registry.class);

    private final DatabaseClient database;
    private final long distance;
    private final boolean switchesItself;

    /**
     * @param distance       in positions: who is nearer than that to the others is with them
     * @param switchesItself whether what a changed model needs becomes live as soon as it has caught up
     */
    Registry(ConnectionFactory connections, long distance, boolean switchesItself) {
        this.database = DatabaseClient.create(connections);
        this.distance = distance;
        this.switchesItself = switchesItself;
    }

    /** Makes what this node's models need: a projection for a new one, a next generation for a changed one. */
    Mono<Void> register(Collection<? extends ReadModel<?>> models) {
        return Flux.fromIterable(models)
                .concatMap(model -> database.sql("select read_model.register(:name, :version, :serves, :itself)")
                        .bind("name", model.name())
                        .bind("version", model.version())
                        .bind("serves", model.servesApp())
                        .bind("itself", switchesItself)
                        .then())
                .then();
    }

    /** The live generation of each model. */
    Mono<List<Member>> members(Collection<? extends ReadModel<?>> models) {
        var byName = byName(models);
        return database.sql("""
            select p.name, p.live_generation, g.version, p.paused, p.serves_app and p.state = 'live'
            from read_model.projection p
            join read_model.generation g on (g.projection, g.generation) = (p.name, p.live_generation)
            where p.name = any(:names)
            order by p.name
            """)
                .bind("names", byName.keySet().toArray(String[]::new))
                .map(row -> {
                    var model = Objects.requireNonNull(byName.get(row.get(0, String.class)));
                    return new Member(
                            projection(model, row),
                            isTrue(row, 3) || number(row, 2) != model.version(),
                            isTrue(row, 4));
                })
                .all()
                .collectList();
    }

    /** The generations beside the live ones that are to be built and that this code can build. */
    Mono<List<Projection>> toBuild(Collection<? extends ReadModel<?>> models) {
        var byName = byName(models);
        return database.sql("""
            select p.name, p.next_generation, g.version from read_model.projection p
            join read_model.generation g on (g.projection, g.generation) = (p.name, p.next_generation)
            where p.name = any(:names) and not g.paused
            order by p.name
            """)
                .bind("names", byName.keySet().toArray(String[]::new))
                .map(row -> {
                    var model = Objects.requireNonNull(byName.get(row.get(0, String.class)));
                    return new Candidate(projection(model, row), number(row, 2) == model.version());
                })
                .all()
                .filter(Candidate::ours)
                .map(Candidate::projection)
                .collectList();
    }

    private record Candidate(Projection projection, boolean ours) {}

    /**
     * Whether another node serves a version that this code has changed: whoever joins the consumer group now takes
     * partitions away from the only code that can fold it.
     *
     * @param me this node's name among the instances
     */
    Mono<Boolean> othersServeOlder(Collection<? extends ReadModel<?>> models, String me) {
        return database.sql("""
            select exists (
              select from unnest(:names::text[], :versions::int[]) as mine (name, version)
              join read_model.projection p on p.name = mine.name
              join read_model.generation g on (g.projection, g.generation) = (p.name, p.live_generation)
              join read_model.instance i on (i.versions ->> mine.name)::int = g.version
              where g.version < mine.version and i.id <> :me and i.seen_at > now() - interval '5 seconds')
            """)
                .bind("names", models.stream().map(ReadModel::name).toArray(String[]::new))
                .bind("versions", models.stream().map(ReadModel::version).toArray(Integer[]::new))
                .bind("me", me)
                .map(row -> isTrue(row, 0))
                .one();
    }

    /**
     * Makes those live that have caught up in every partition.
     *
     * @param partitions that the topic has
     * @return how many became live
     */
    Mono<Long> promote(Collection<Projection> projections, int partitions) {
        return Flux.fromIterable(projections)
                .concatMap(projection -> promote(projection, partitions))
                .filter(Boolean::booleanValue)
                .count();
    }

    private Mono<Boolean> promote(Projection projection, int partitions) {
        return database.sql("""
            update read_model.projection p set state = 'live'
            where name = :name and live_generation = :generation and state = 'catching_up' and not exists (
              select from generate_series(0, :partitions - 1) as part (number)
              left join read_model.progress mine
                on (mine.projection, mine.generation, mine.partition) = (p.name, p.live_generation, part.number)
              where mine.position is null or mine.position + :distance < (
                select max(front.position) from read_model.progress front
                join read_model.projection other
                  on (other.name, other.live_generation) = (front.projection, front.generation)
                where other.state = 'live' and front.partition = part.number))
            """)
                .bind("name", projection.name())
                .bind("generation", projection.generation())
                .bind("partitions", partitions)
                .bind("distance", distance)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0)
                .doOnNext(live -> {
                    if (live) {
                        log.info("{} has caught up and is live", projection);
                    }
                });
    }

    private static Map<String, ReadModel<?>> byName(Collection<? extends ReadModel<?>> models) {
        return models.stream().collect(Collectors.toMap(ReadModel::name, Function.identity()));
    }

    private static Projection projection(ReadModel<?> model, Readable row) {
        return new Projection(model, number(row, 1), MitaJson.mapper());
    }

    private static int number(Readable row, int column) {
        return Objects.requireNonNull(row.get(column, Integer.class));
    }

    private static boolean isTrue(Readable row, int column) {
        return Boolean.TRUE.equals(row.get(column, Boolean.class));
    }
}
