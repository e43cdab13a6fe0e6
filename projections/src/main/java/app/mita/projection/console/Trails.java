package app.mita.projection.console;

import app.mita.projection.operations.ProjectionView;
import app.mita.projection.operations.Projections;
import app.mita.runtime.background.BackgroundWork;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

/** How each projection was in the last minutes, as far as this node has seen it: in memory, a ring for each. */
@Component
final class Trails extends BackgroundWork {

    static final int POINTS = 150;

    private final Projections projections;
    private final Duration every;
    private final Map<String, Deque<Point>> trails = new HashMap<>();

    Trails(Projections projections, @Value("${mita.console.sample-every:4s}") Duration every) {
        this.projections = projections;
        this.every = every;
    }

    /** @param rate events a second, of what is being built if something is */
    private record Point(double lagEvents, double rate) {}

    Sparkline lag(String projection) {
        return line(projection, "Lag in events", Point::lagEvents);
    }

    Sparkline rate(String projection) {
        return line(projection, "Events a second", Point::rate);
    }

    private Sparkline line(String projection, String what, ToDoubleFunction<Point> value) {
        List<Point> points;
        synchronized (trails) {
            points = new ArrayList<>(trails.getOrDefault(projection, new ArrayDeque<>()));
        }
        return Sparkline.of(
                what,
                Words.seconds(every.toMillis() * (double) POINTS / 1000),
                points.stream().mapToDouble(value).toArray(),
                POINTS);
    }

    private void add(List<ProjectionView> views) {
        synchronized (trails) {
            for (var view : views) {
                var trail = trails.computeIfAbsent(view.name(), name -> new ArrayDeque<>(POINTS));
                if (trail.size() == POINTS) {
                    trail.removeFirst();
                }
                var next = view.next();
                var building = next == null ? null : next.rate();
                trail.addLast(new Point(view.lagEvents(), view.rate() + (building == null ? 0 : building)));
            }
        }
    }

    @Override
    protected Disposable begin() {
        return Flux.interval(Duration.ZERO, every)
                .onBackpressureDrop()
                // A database that is away is the health check's to tell; the line has a gap then.
                .concatMap(tick -> projections.all().doOnNext(this::add).onErrorComplete(), 1)
                .subscribe();
    }
}
