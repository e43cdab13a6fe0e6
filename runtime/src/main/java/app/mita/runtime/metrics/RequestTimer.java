package app.mita.runtime.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** {@code http_request_duration_seconds}: how long requests took until their answer began. */
@Component
public final class RequestTimer {

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(1),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5)
    };

    private record Key(String method, String route, int status) {}

    private final MeterRegistry registry;
    private final ConcurrentMap<Key, Timer> timers = new ConcurrentHashMap<>();

    RequestTimer(MeterRegistry registry) {
        this.registry = registry;
    }

    /** @param route the template, such as {@code /api/transactions/{id}}: never an address that a client made up */
    public void record(String method, String route, int status, long nanos) {
        timers.computeIfAbsent(new Key(known(method), route, status), this::timer)
                .record(nanos, TimeUnit.NANOSECONDS);
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
