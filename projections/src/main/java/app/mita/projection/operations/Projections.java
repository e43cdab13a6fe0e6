package app.mita.projection.operations;

import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import app.mita.projection.operations.ProjectionView.GenerationView;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How the projections are, over all nodes. */
@Component
public class Projections {

    private static final String ROWS = """
            select p.name, p.version, p.serves_app, p.paused, p.state, p.live_generation, p.next_generation,
              p.previous_generation, coalesce(at.position, 0),
              coalesce(at.untouched, 0), coalesce(letters.number, 0), coalesce(letters.failed, 0),
              extract(epoch from now() - coalesce(
                (select e.occurred_at from event_store.event e where e.position = coalesce(at.position, 0) + 1), now()))
            from read_model.projection p
            left join lateral (
              select max(g.position) as position,
                (select coalesce(max(position), 0) from event_store.event) - max(g.position) as untouched
              from read_model.progress g where g.projection = p.name and g.generation = p.live_generation) at on true
            left join lateral (
              select count(*) as number, count(d.cause) as failed from read_model.dead_letter d
              where d.projection = p.name and d.generation = p.live_generation) letters on true
            where cast(:name as text) is null or p.name = :name
            order by p.name
            """;

    private static final String GENERATIONS = """
            select g.projection, g.generation, g.version, g.origin, g.switches_itself, g.paused, g.from_position,
              g.started_at, g.ready_at, g.applied, g.remaining, g.rate, g.failure,
              case when g.builder_until > now() then g.builder end,
              letters.number, letters.failed, g.switches_itself and read_model.is_worse(g.projection, g.generation),
              g.resting and g.builder_until > now() and g.ready_at is null
            from read_model.generation g
            cross join lateral (
              select count(*) as number, count(d.cause) as failed from read_model.dead_letter d
              where d.projection = g.projection and d.generation = g.generation) letters
            where cast(:name as text) is null or g.projection = :name
            """;

    private final DatabaseClient database;
    private final Instances instances;

    Projections(DatabaseClient database, Instances instances) {
        this.database = database;
        this.instances = instances;
    }

    public Mono<List<ProjectionView>> all() {
        return views(null);
    }

    /** @return fails with NOT_FOUND when there is none of this name */
    public Mono<ProjectionView> find(String name) {
        return views(name)
                .flatMap(found -> found.isEmpty()
                        ? Mono.error(new Refused(ErrorCode.NOT_FOUND, "There is no projection of this name."))
                        : Mono.just(found.getFirst()));
    }

    private Mono<List<ProjectionView>> views(@Nullable String name) {
        var rows = named(ROWS, name).map(Projections::row).all().collectList();
        var generations = named(GENERATIONS, name)
                .map(Projections::generation)
                .all()
                .collect(Collectors.groupingBy(GenerationRow::projection));
        return Mono.zip(rows, generations, instances.present()).map(found -> found.getT1().stream()
                .map(row -> view(row, found.getT2().getOrDefault(row.name, List.of()), found.getT3()))
                .toList());
    }

    private static ProjectionView view(Row row, List<GenerationRow> generations, List<Instances.Instance> nodes) {
        var moving = Instances.moving(nodes, row.name, row.live);
        var live = generation(generations, row.live, "live");
        boolean foldable = live != null
                && nodes.stream()
                        .anyMatch(node -> Objects.equals(node.versions().get(row.name), live.version()));
        boolean held = moving.nodes() == 0;
        return new ProjectionView(
                row.name,
                row.paused
                        ? "paused"
                        : !foldable && !nodes.isEmpty()
                                ? "waiting"
                                : held ? "stopped" : row.state.equals("live") ? "running" : row.state,
                row.version,
                row.servesApp,
                Objects.requireNonNull(live, () -> "no generation " + row.live + " of " + row.name),
                generation(generations, row.next, "building"),
                generation(generations, row.previous, "kept"),
                row.position,
                held ? row.untouched : moving.lagEvents(),
                held && row.untouched > 0 ? row.waitingSeconds : moving.lagSeconds(),
                moving.rate(),
                row.deadLetters,
                row.failed,
                moving.nodes(),
                nodes.stream()
                        .filter(node -> node.moves(row.name) || node.shares().isEmpty())
                        .map(Instances.Instance::failure)
                        .filter(Objects::nonNull)
                        .max(String::compareTo)
                        .orElse(null));
    }

    private static @Nullable GenerationView generation(
            List<GenerationRow> generations, @Nullable Integer number, String state) {
        return generations.stream()
                .filter(row -> number != null && row.number == number)
                .findFirst()
                .map(row -> row.view(state.equals("building") ? row.beside() : state))
                .orElse(null);
    }

    private record Row(
            String name,
            int version,
            boolean servesApp,
            boolean paused,
            String state,
            int live,
            @Nullable Integer next,
            @Nullable Integer previous,
            long position,
            long untouched,
            long deadLetters,
            long failed,
            double waitingSeconds) {}

    private static Row row(Readable row) {
        return new Row(
                required(row.get(0, String.class)),
                required(row.get(1, Integer.class)),
                required(row.get(2, Boolean.class)),
                required(row.get(3, Boolean.class)),
                required(row.get(4, String.class)),
                required(row.get(5, Integer.class)),
                row.get(6, Integer.class),
                row.get(7, Integer.class),
                required(row.get(8, Long.class)),
                Math.max(0, required(row.get(9, Long.class))),
                required(row.get(10, Long.class)),
                required(row.get(11, Long.class)),
                required(row.get(12, Double.class)));
    }

    private record GenerationRow(
            String projection,
            int number,
            int version,
            String origin,
            boolean switchesItself,
            boolean paused,
            @Nullable Long fromPosition,
            Instant startedAt,
            @Nullable Instant readyAt,
            long applied,
            @Nullable Long remaining,
            @Nullable Double rate,
            @Nullable String failure,
            @Nullable String builder,
            long deadLetters,
            long failed,
            boolean held,
            boolean resting) {

        /** Its state beside the live generation. */
        String beside() {
            if (paused) {
                return "paused";
            }
            if (readyAt == null) {
                return "building";
            }
            return held ? "held" : "ready";
        }

        GenerationView view(String state) {
            var total = remaining == null ? 0 : applied + remaining;
            return new GenerationView(
                    number,
                    version,
                    origin,
                    state,
                    switchesItself,
                    fromPosition,
                    startedAt,
                    readyAt,
                    applied,
                    remaining,
                    total == 0 ? null : (double) applied / total,
                    rate,
                    remaining == null || rate == null || rate < 1 ? null : remaining / rate,
                    deadLetters,
                    failed,
                    failure,
                    builder,
                    resting && !paused);
        }
    }

    private static GenerationRow generation(Readable row) {
        return new GenerationRow(
                required(row.get(0, String.class)),
                required(row.get(1, Integer.class)),
                required(row.get(2, Integer.class)),
                required(row.get(3, String.class)),
                required(row.get(4, Boolean.class)),
                required(row.get(5, Boolean.class)),
                row.get(6, Long.class),
                required(row.get(7, Instant.class)),
                row.get(8, Instant.class),
                required(row.get(9, Long.class)),
                row.get(10, Long.class),
                row.get(11, Double.class),
                row.get(12, String.class),
                row.get(13, String.class),
                required(row.get(14, Long.class)),
                required(row.get(15, Long.class)),
                required(row.get(16, Boolean.class)),
                Boolean.TRUE.equals(row.get(17, Boolean.class)));
    }

    private DatabaseClient.GenericExecuteSpec named(String sql, @Nullable String name) {
        var statement = database.sql(sql);
        return name == null ? statement.bindNull("name", String.class) : statement.bind("name", name);
    }

    private static <T> T required(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
