package app.mita.projection.engine;

import app.mita.runtime.json.MitaJson;
import io.r2dbc.spi.ConnectionFactory;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Which projections there are, in which version and generation.
 *
 * <p>A model that is new, or whose version has risen, is built in a generation of its own from the beginning, which is
 * the live one at once: readers see it fill. While others are ahead of it, it is <em>catching up</em> and no answer
 * waits for it; it is <em>live</em> again when it is with them in every partition.
 */
final class Registry {

    private static final Logger log = LoggerFactory.getLogger(Registry.class);
    private static final int DROPPED_AT_ONCE = 5000;

    private final DatabaseClient database;
    private final long distance;

    /** @param distance in positions: who is nearer than that to the others is with them */
    Registry(ConnectionFactory connections, long distance) {
        this.database = DatabaseClient.create(connections);
        this.distance = distance;
    }

    /** The projections that this node folds: all but those of which a newer version is registered already. */
    Mono<List<Projection>> register(Collection<? extends ReadModel<?>> models) {
        return Flux.fromIterable(models).concatMap(this::register).collectList();
    }

    private Mono<Projection> register(ReadModel<?> model) {
        return database.sql("""
            insert into read_model.projection as p (name, version, live_generation, serves_app, state)
            values (:name, :version, 1, :serves, case
              when exists (select from read_model.progress where position > 0) then 'catching_up' else 'live' end)
            on conflict (name) do update set
              live_generation = p.live_generation + (excluded.version > p.version)::int,
              state = case when excluded.version > p.version then 'catching_up' else p.state end,
              version = greatest(p.version, excluded.version),
              serves_app = case when excluded.version < p.version then p.serves_app else excluded.serves_app end
            returning version, live_generation
            """)
                .bind("name", model.name())
                .bind("version", model.version())
                .bind("serves", model.servesApp())
                .map(row -> new Registered(
                        Objects.requireNonNull(row.get(0, Integer.class)),
                        Objects.requireNonNull(row.get(1, Integer.class))))
                .one()
                .flatMap(registered -> {
                    if (registered.version > model.version()) {
                        log.error(
                                "{} is not folded here: version {} is live, this node has {}",
                                model.name(),
                                registered.version,
                                model.version());
                        return Mono.empty();
                    }
                    return Mono.just(new Projection(model, registered.generation, MitaJson.mapper()));
                });
    }

    private record Registered(int version, int generation) {}

    /**
     * Makes those live that have caught up in every partition, and drops what their earlier generations left.
     *
     * @param partitions that the topic has
     * @return how many became live
     */
    Mono<Long> promote(Collection<Projection> projections, int partitions) {
        return Flux.fromIterable(projections)
                .concatMap(projection -> promote(projection, partitions)
                        .filter(Boolean::booleanValue)
                        .flatMap(live -> dropEarlier(projection).thenReturn(live)))
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

    private Mono<Void> dropEarlier(Projection projection) {
        var progress = database.sql(
                        "delete from read_model.progress where projection = :name and generation < :generation")
                .bind("name", projection.name())
                .bind("generation", projection.generation())
                .then();
        var letters = database.sql(
                        "delete from read_model.dead_letter where projection = :name and generation < :generation")
                .bind("name", projection.name())
                .bind("generation", projection.generation())
                .then();
        var documents = database.sql("""
            delete from read_model.%1$s where ctid = any(array(
              select ctid from read_model.%1$s where generation < :generation limit %2$d))
            """.formatted(projection.name(), DROPPED_AT_ONCE))
                .bind("generation", projection.generation())
                .fetch()
                .rowsUpdated()
                .repeat()
                .takeUntil(rows -> rows == 0)
                .then();
        return progress.then(letters).then(documents);
    }
}
