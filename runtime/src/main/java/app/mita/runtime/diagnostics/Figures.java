package app.mita.runtime.diagnostics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** What the parts of this process measure of themselves for Prometheus, by names for people. A figure without a value is left out. */
@Component
final class Figures {

    private static final Map<String, String> POOL = Map.of(
            "db.connection.pool.size", "size",
            "db.connection.pool.available", "available",
            "db.connection.pool.waiting", "waiting");
    private static final Map<String, String> PROJECTION = Map.of(
            "projection.lag.events", "lag_events",
            "projection.lag.seconds", "lag_seconds");
    private static final Map<String, String> RELAY = Map.of(
            "mita.relay.position", "position",
            "mita.relay.lag", "lag_events",
            "mita.relay.published", "published_events",
            "mita.relay.failures", "failures");

    private final MeterRegistry registry;

    Figures(MeterRegistry registry) {
        this.registry = registry;
    }

    Map<String, Map<String, Object>> databasePools() {
        return by("pool", POOL);
    }

    Map<String, Map<String, Object>> projections() {
        return by("projection", PROJECTION);
    }

    Map<String, Object> relay() {
        var figures = new TreeMap<String, Object>();
        RELAY.forEach((meter, figure) -> registry.find(meter).meters().forEach(found -> put(figures, figure, found)));
        return figures;
    }

    private Map<String, Map<String, Object>> by(String tag, Map<String, String> names) {
        var byTag = new TreeMap<String, Map<String, Object>>();
        names.forEach((meter, figure) -> registry.find(meter).meters().forEach(found -> {
            if (found.getId().getTag(tag) instanceof String value) {
                put(byTag.computeIfAbsent(value, _ -> new TreeMap<>()), figure, found);
            }
        }));
        return byTag;
    }

    private static void put(Map<String, Object> figures, String name, Meter meter) {
        double value =
                switch (meter) {
                    case Gauge gauge -> gauge.value();
                    case FunctionCounter counter -> counter.count();
                    default -> Double.NaN;
                };
        if (Double.isFinite(value)) {
            figures.put(name, value);
        }
    }
}
