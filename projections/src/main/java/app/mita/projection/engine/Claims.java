package app.mita.projection.engine;

import io.r2dbc.spi.ConnectionFactory;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Takes partitions over from whoever held them. */
final class Claims {

    private final DatabaseClient database;

    Claims(ConnectionFactory connections) {
        this.database = DatabaseClient.builder()
                .connectionFactory(connections)
                .namedParameters(false)
                .build();
    }

    /**
     * Claims a partition for some projections. From then on no earlier claim on it can store anything.
     *
     * @return one claim a projection, standing where its progress stands; none for a generation that nobody asks for any
     *     more
     */
    Mono<List<Claim>> take(int partition, Collection<Projection> projections) {
        var byName = projections.stream().collect(Collectors.toMap(Projection::name, Function.identity()));
        var names = projections.stream().map(Projection::name).toArray(String[]::new);
        var generations = projections.stream().map(Projection::generation).toArray(Integer[]::new);
        var claimed = database.sql("""
            select c.projection, c.position, c.kafka_offset, c.epoch, p.serves_app and p.state = 'live'
            from read_model.claim($1::text[], $2::int[], $3) c
            join read_model.projection p on p.name = c.projection
            """)
                .bind(0, names)
                .bind(1, generations)
                .bind(2, partition)
                .map(row -> new Taken(
                        Objects.requireNonNull(byName.get(row.get(0, String.class))),
                        number(row.get(1, Long.class)),
                        number(row.get(2, Long.class)),
                        number(row.get(3, Long.class)),
                        Boolean.TRUE.equals(row.get(4, Boolean.class))))
                .all()
                .collectList();
        return claimed.flatMap(taken -> parked(partition, names, generations)
                .zipWith(discarded(names))
                .map(both -> taken.stream()
                        .map(one -> one.claim(partition, both.getT1(), both.getT2()))
                        .toList()));
    }

    /** Fails with FencedException unless all claims on them still count. */
    Mono<Void> demand(Collection<Lane> lanes) {
        return hold(lanes.stream().flatMap(lane -> lane.claims().stream()).toList())
                .filter(held -> held)
                .switchIfEmpty(Mono.error(
                        () -> new BatchStore.FencedException(new IllegalStateException("claimed elsewhere"))))
                .then();
    }

    private Mono<Boolean> hold(Collection<Claim> claims) {
        return database.sql("""
            select not exists (
              select from unnest($1::text[], $2::int[], $3::int[], $4::bigint[]) as c
                (projection, generation, partition, epoch)
              where not exists (
                select from read_model.progress p
                where (p.projection, p.generation, p.partition, p.epoch)
                  = (c.projection, c.generation, c.partition, c.epoch)))
            """)
                .bind(0, claims.stream().map(claim -> claim.projection().name()).toArray(String[]::new))
                .bind(
                        1,
                        claims.stream()
                                .map(claim -> claim.projection().generation())
                                .toArray(Integer[]::new))
                .bind(2, claims.stream().map(Claim::partition).toArray(Integer[]::new))
                .bind(3, claims.stream().map(Claim::epoch).toArray(Long[]::new))
                .map(row -> Boolean.TRUE.equals(row.get(0, Boolean.class)))
                .one();
    }

    private record Taken(Projection projection, long position, long offset, long epoch, boolean awaited) {
        Claim claim(int partition, Map<String, Set<UUID>> parked, Map<String, Set<Long>> discarded) {
            var users = new HashSet<>(parked.getOrDefault(projection.name(), Set.of()));
            var passedOver = discarded.getOrDefault(projection.name(), Set.of());
            return new Claim(projection, partition, epoch, awaited, users, passedOver, position, offset);
        }
    }

    /** Asked after the claim: nobody else parks users there any more. */
    private Mono<Map<String, Set<UUID>>> parked(int partition, String[] names, Integer[] generations) {
        return database.sql("""
            select distinct d.projection, d.user_id
            from read_model.dead_letter d
            join unnest($1::text[], $2::int[]) as p (projection, generation)
              on (d.projection, d.generation) = (p.projection, p.generation)
            where d.partition = $3
            """)
                .bind(0, names)
                .bind(1, generations)
                .bind(2, partition)
                .map(row -> Map.entry(
                        Objects.requireNonNull(row.get(0, String.class)),
                        Objects.requireNonNull(row.get(1, UUID.class))))
                .all()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
    }

    private Mono<Map<String, Set<Long>>> discarded(String[] names) {
        return database.sql("select projection, position from read_model.discarded where projection = any($1)")
                .bind(0, names)
                .map(row -> Map.entry(Objects.requireNonNull(row.get(0, String.class)), number(row.get(1, Long.class))))
                .all()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
    }

    private static long number(Long value) {
        return Objects.requireNonNull(value);
    }
}
