package app.mita.projection.engine;

import app.mita.runtime.background.BackgroundWork;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * {@code projection_dead_letters}, by projection: everybody's, so every node says the same. {@code failed} are events
 * that could not be applied, {@code waiting} those of the same users that wait behind them.
 */
@Component
final class DeadLetterMetrics extends BackgroundWork implements MeterBinder {

    private static final Logger log = LoggerFactory.getLogger(DeadLetterMetrics.class);
    private static final Duration EVERY = Duration.ofSeconds(10);

    private final DatabaseClient database;
    private final List<ReadModel<?>> models;
    private final Map<String, Letters> counted = new ConcurrentHashMap<>();
    private volatile boolean known;

    private record Letters(long failed, long waiting) {
        private static final Letters NONE = new Letters(0, 0);
    }

    DeadLetterMetrics(DatabaseClient database, List<ReadModel<?>> models) {
        this.database = database;
        this.models = models;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (var model : models) {
            gauge(registry, model.name(), "failed");
            gauge(registry, model.name(), "waiting");
        }
    }

    private void gauge(MeterRegistry registry, String projection, String kind) {
        Gauge.builder("projection.dead.letters", () -> count(projection, kind))
                .description("Events set aside because they, or an earlier one of their user, could not be applied")
                .tag("projection", projection)
                .tag("kind", kind)
                .register(registry);
    }

    /** Not a number until the database has told. */
    private double count(String projection, String kind) {
        if (!known) {
            return Double.NaN;
        }
        var letters = counted.getOrDefault(projection, Letters.NONE);
        return kind.equals("failed") ? letters.failed : letters.waiting;
    }

    @Override
    protected Disposable begin() {
        return Flux.interval(Duration.ZERO, EVERY)
                .onBackpressureDrop()
                .concatMap(tick -> count().onErrorResume(failure -> {
                    log.debug("dead letters are not counted", failure);
                    return Mono.empty();
                }))
                .subscribe();
    }

    private Mono<Void> count() {
        return database.sql("""
            select d.projection, count(d.cause), count(*) - count(d.cause) from read_model.dead_letter d
            join read_model.projection p on (p.name, p.live_generation) = (d.projection, d.generation)
            group by d.projection
            """)
                .map(row -> Map.entry(
                        Objects.requireNonNull(row.get(0, String.class)),
                        new Letters(
                                Objects.requireNonNull(row.get(1, Long.class)),
                                Objects.requireNonNull(row.get(2, Long.class)))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .doOnNext(now -> {
                    counted.keySet().retainAll(now.keySet());
                    counted.putAll(now);
                    known = true;
                })
                .then();
    }
}
