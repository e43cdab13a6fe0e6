package app.mita.runtime.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.DoubleStream;
import org.springframework.stereotype.Component;

/** {@code http_request_duration_seconds}: how long requests took until their answer began. */
@Component
public final class RequestTimer {

    /**
     * In milliseconds. A P95 is known no better than the bucket that it falls into, and has to be told from one that is a
     * fifth higher: where requests usually are, the edges are E12's, a fifth to a quarter apart.
     */
    private static final double[] EDGES = {
        1, 1.8, 2.2, 2.7, 3.3, 3.9, 4.7, 5.6, 6.8, 8.2, //
        10, 12, 15, 18, 22, 27, 33, 39, 47, 56, 68, 82, //
        100, 120, 150, 180, 220, 270, 330, 390, 470, 560, //
        1000, 2200, 5000
    };

    private static final Duration[] BUCKETS = DoubleStream.of(EDGES)
            .mapToObj(millis -> Duration.ofNanos(Math.round(millis * 1e6)))
            .toArray(Duration[]::new);

    private static final String APP = "/api/";

    private record Key(String method, String route, int status) {}

    private final MeterRegistry registry;
    private final ConcurrentMap<Key, Timer> timers = new ConcurrentHashMap<>();
    private final LongAdder app = new LongAdder();

    RequestTimer(MeterRegistry registry) {
        this.registry = registry;
    }

    /** @param route the template, such as {@code /api/transactions/{id}}: never an address that a client made up */
    public void record(String method, String route, int status, long nanos) {
        if (route.startsWith(APP)) {
            app.increment();
        }
        timers.computeIfAbsent(new Key(known(method), route, status), this::timer)
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    /** Requests of the app that have been answered since the start; not those of operators, monitors and browsers. */
    public long ofApp() {
        return app.sum();
    }

    private Timer timer(Key key) {
        var route = key.route.length() > 1 && key.route.endsWith("/")
                ? key.route.substring(0, key.route.length() - 1)
                : key.route;
        return Timer.builder("http.request.duration")
                .description("Time until the answer began")
                .tag("method", key.method)
                .tag("route", route)
                .tag("status", String.valueOf(key.status))
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    /** A client can make up methods, too. */
    private static String known(String method) {
        return switch (method) {
            case "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS" -> method;
            default -> "other";
        };
    }
}
