package app.mita.projection.engine;

import app.mita.runtime.tracing.Traced;
import app.mita.runtime.tracing.Tracing;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.opentelemetry.api.trace.SpanKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts the events that are applied, and continues the traces of those whose request is less than a minute old: what is
 * applied later is no part of what happened then.
 */
final class ApplyObserver {

    /** For what is applied again beside what is live: it happened long ago, and is counted elsewhere. */
    static final ApplyObserver SILENT = new ApplyObserver(Tracing.OFF, Clock.systemUTC(), new CompositeMeterRegistry());

    private static final Duration YOUNG = Duration.ofMinutes(1);

    private final Tracing tracing;
    private final Clock clock;
    private final Counter applied;

    ApplyObserver(Tracing tracing, Clock clock, MeterRegistry registry) {
        this.tracing = tracing;
        this.clock = clock;
        this.applied = Counter.builder("projection.applied.events")
                .description("Events that this node has applied, each once for all projections that move together")
                .register(registry);
    }

    /** Events on their way into the documents. */
    Applying applying(List<Decoded> events) {
        return new Applying(events.size(), tracing.on() ? spans(events) : List.of());
    }

    private List<Traced> spans(List<Decoded> events) {
        var now = clock.instant();
        return events.stream()
                .map(Decoded::arrival)
                .filter(arrival -> arrival.traceparent() != null && isYoung(arrival, now))
                .map(this::begin)
                .toList();
    }

    private Traced begin(Arrival arrival) {
        return tracing.begin("projections process", SpanKind.CONSUMER, arrival.traceparent())
                .with("messaging.system", "kafka")
                .with("mita.event", arrival.type())
                .with("mita.position", arrival.position());
    }

    private static boolean isYoung(Arrival arrival, Instant now) {
        var time = arrival.readableTime();
        return time != null && Instant.parse(time).isAfter(now.minus(YOUNG));
    }

    final class Applying {

        private final int events;
        private final List<Traced> spans;

        private Applying(int events, List<Traced> spans) {
            this.events = events;
            this.spans = spans;
        }

        /** From any thread. */
        void end(@Nullable Throwable failure) {
            if (failure == null) {
                applied.increment(events);
            }
            spans.forEach(span -> span.end(failure));
        }
    }
}
