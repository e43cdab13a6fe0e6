package app.mita.projection.operations;

import app.mita.runtime.background.BackgroundWork;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * {@code mita_verify_differences}, what the last verification of a projection found, and {@code projection_replay_…}, how
 * far a generation is that is being built; and {@code projection_unattended_seconds}, for how long what no node folds has had
 * something to apply: no node can then say so itself. Everybody's, so every node says the same; there while there is one.
 */
@Component
final class OperationMetrics extends BackgroundWork implements MeterBinder {

    private static final Logger log = LoggerFactory.getLogger(OperationMetrics.class);
    private static final Duration EVERY = Duration.ofSeconds(5);

    private static final String VERIFIED = """
            select distinct on (projection) projection, coalesce((result ->> 'differences')::float8, 0)
            from operations.operation where verb = 'verify' and state = 'done' and projection is not null
            order by projection, finished_at desc
            """;

    /**
     * Stuck: it has not caught up, nobody wants it to wait, and it fails or nobody builds it; or it has, and does not become
     * live by itself because more events have failed in it.
     */
    private static final String BUILDING = """
            select p.name, g.generation, coalesce(g.remaining, 'nan'::float8), coalesce(g.rate, 0),
              (not g.paused and case when g.ready_at is null
                then g.failure is not null or coalesce(g.builder_until < now(), true)
                else g.switches_itself and read_model.is_worse(p.name, g.generation) end)::int::float8
            from read_model.projection p
            join read_model.generation g on (g.projection, g.generation) = (p.name, p.next_generation)
            """;

    private final DatabaseClient database;
    private final Projections projections;
    private final List<Figures> shown = new CopyOnWriteArrayList<>();

    private record Figure(String projection, double value) {}

    private record Building(String projection, int generation, double remaining, double rate, double stuck) {}

    private record Figures(
            MultiGauge differences, MultiGauge unattended, MultiGauge remaining, MultiGauge rate, MultiGauge stuck) {

        static Figures in(MeterRegistry registry) {
            return new Figures(
                    gauge(registry, "mita.verify.differences", "Documents that the last verification found different"),
                    gauge(
                            registry,
                            "projection.unattended.seconds",
                            "For how long there has been something to apply for a projection that no node folds"),
                    gauge(registry, "projection.replay.remaining.events", "Events that a replay has yet to apply"),
                    gauge(registry, "projection.replay.events.per.second", "Events that a replay applies in a second"),
                    gauge(
                            registry,
                            "projection.replay.stuck",
                            "1 when a replay fails, when no node builds it, or when it waits because more events failed in it"));
        }

        private static MultiGauge gauge(MeterRegistry registry, String name, String description) {
            return MultiGauge.builder(name).description(description).register(registry);
        }

        void show(List<Figure> verified, List<Figure> left, List<Building> building) {
            show(differences, verified);
            show(unattended, left);
            show(remaining, building, Building::remaining);
            show(rate, building, Building::rate);
            show(stuck, building, Building::stuck);
        }

        private static void show(MultiGauge gauge, List<Figure> figures) {
            gauge.register(
                    figures.stream()
                            .map(figure -> Row.of(Tags.of("projection", figure.projection), figure.value))
                            .toList(),
                    true);
        }

        private static void show(MultiGauge gauge, List<Building> building, ToDoubleFunction<Building> figure) {
            gauge.register(
                    building.stream()
                            .map(one -> Row.of(
                                    Tags.of("projection", one.projection, "generation", String.valueOf(one.generation)),
                                    figure.applyAsDouble(one)))
                            .toList(),
                    true);
        }
    }

    OperationMetrics(DatabaseClient database, Projections projections) {
        this.database = database;
        this.projections = projections;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        shown.add(Figures.in(registry));
    }

    @Override
    protected Disposable begin() {
        return Flux.interval(Duration.ZERO, EVERY)
                .onBackpressureDrop()
                .concatMap(tick -> look().onErrorResume(failure -> {
                    log.debug("what is verified and replayed is not known", failure);
                    return Mono.empty();
                }))
                .subscribe();
    }

    private Mono<Void> look() {
        var verified = database.sql(VERIFIED)
                .map(row -> new Figure(text(row, 0), number(row, 1)))
                .all()
                .collectList();
        var unattended = projections.all().map(all -> all.stream()
                .map(one -> new Figure(one.name(), one.nodes() == 0 ? one.lagSeconds() : 0))
                .toList());
        var building = database.sql(BUILDING)
                .map(row -> new Building(
                        text(row, 0),
                        Objects.requireNonNull(row.get(1, Integer.class)),
                        number(row, 2),
                        number(row, 3),
                        number(row, 4)))
                .all()
                .collectList();
        return Mono.zip(verified, unattended, building)
                .doOnNext(found -> shown.forEach(figures -> figures.show(found.getT1(), found.getT2(), found.getT3())))
                .then();
    }

    private static String text(Readable row, int column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }

    private static double number(Readable row, int column) {
        return Objects.requireNonNull(row.get(column, Double.class));
    }
}
