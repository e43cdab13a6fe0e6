package app.mita.projection.facts;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.atomic.AtomicLong;

/** What Prometheus sees of the facts that this node publishes. */
final class FactMetrics implements MeterBinder {

    private final AtomicLong lag = new AtomicLong();
    private final AtomicLong published = new AtomicLong();
    private final AtomicLong passedOver = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("mita.daily.spending.lag", lag, AtomicLong::get)
                .description("Events on Kafka that are not in the topic of daily spending, on this node")
                .baseUnit("events")
                .register(registry);
        FunctionCounter.builder("mita.daily.spending.published", published, AtomicLong::get)
                .description("Facts of daily spending published by this node, tombstones among them")
                .baseUnit("facts")
                .register(registry);
        FunctionCounter.builder("mita.daily.spending.passed.over", passedOver, AtomicLong::get)
                .description("Events that could not be read and changed no fact")
                .baseUnit("events")
                .register(registry);
        FunctionCounter.builder("mita.daily.spending.failures", failures, AtomicLong::get)
                .description("Times that publishing had to begin anew")
                .register(registry);
    }

    void lag(long events) {
        lag.set(events);
    }

    void published(int facts) {
        published.addAndGet(facts);
    }

    void passedOver() {
        passedOver.incrementAndGet();
    }

    void failed() {
        failures.incrementAndGet();
    }
}
