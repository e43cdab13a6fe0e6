package app.mita.command.relay;

import app.mita.command.eventstore.StoredEvent;
import app.mita.runtime.tracing.Traced;
import app.mita.runtime.tracing.Tracing;
import io.opentelemetry.api.trace.SpanKind;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** A span for each event that is published within a minute of its request: later it is no part of what happened then. */
final class RelayTraces {

    private static final Duration YOUNG = Duration.ofMinutes(1);

    private final Tracing tracing;
    private final Clock clock;
    private final String name;

    RelayTraces(Tracing tracing, Clock clock, String topic) {
        this.tracing = tracing;
        this.clock = clock;
        this.name = topic + " publish";
    }

    /** Begun; empty where tracing is off. An event without a trace has no span. */
    List<Traced> of(List<StoredEvent> page) {
        if (!tracing.on()) {
            return List.of();
        }
        var since = clock.instant().minus(YOUNG);
        return page.stream()
                .filter(event ->
                        event.traceparent() != null && event.occurredAt().isAfter(since))
                .map(this::begin)
                .toList();
    }

    private Traced begin(StoredEvent event) {
        return tracing.begin(name, SpanKind.PRODUCER, event.traceparent())
                .with("messaging.system", "kafka")
                .with("mita.event", event.name())
                .with("mita.position", event.position());
    }
}
