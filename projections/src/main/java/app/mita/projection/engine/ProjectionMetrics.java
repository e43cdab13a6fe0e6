package app.mita.projection.engine;

import app.mita.projection.engine.ProjectionStatus.Standing;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** {@code projection_lag_events} and {@code projection_lag_seconds}, by projection. */
@Component
final class ProjectionMetrics implements MeterBinder {

    private final ProjectionStatus status;
    private final List<ReadModel<?>> models;
    private final Clock clock;

    ProjectionMetrics(ProjectionStatus status, List<ReadModel<?>> models, Clock clock) {
        this.status = status;
        this.models = models;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (var model : models) {
            var name = model.name();
            Gauge.builder("projection.lag.events", () -> Lag.events(of(name)))
                    .description("Events on Kafka that the projection has not applied, on this node")
                    .tag("projection", name)
                    .register(registry);
            Gauge.builder("projection.lag.seconds", () -> Lag.seconds(of(name), clock.instant()))
                    .description("For how long the projection has had something to apply, on this node")
                    .tag("projection", name)
                    .register(registry);
        }
    }

    private List<Standing> of(String projection) {
        return status.standings().stream()
                .filter(standing -> standing.projection().equals(projection))
                .toList();
    }
}
