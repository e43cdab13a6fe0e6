package app.mita.command.relay;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** What Prometheus sees of the relay. Position and lag are of the leading node; another one says NaN. */
final class RelayMetrics implements MeterBinder {

    private final RelayStatus status;
    private final Outage outage;

    RelayMetrics(RelayStatus status, Outage outage) {
        this.status = status;
        this.outage = outage;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("mita.relay.leading", status, relay -> relay.leading() ? 1 : 0)
                .description("1 on the node that publishes events to Kafka")
                .register(registry);
        Gauge.builder("mita.relay.position", status, relay -> ifConcerned(relay.position()))
                .description("Position of the last event published to Kafka")
                .register(registry);
        Gauge.builder("mita.relay.lag", status, relay -> ifConcerned(relay.lag()))
                .description("Events in the log that are not on Kafka yet")
                .baseUnit("events")
                .register(registry);
        FunctionCounter.builder("mita.relay.published", status, RelayStatus::sent)
                .description("Events published to Kafka by this node")
                .baseUnit("events")
                .register(registry);
        FunctionCounter.builder("mita.relay.failures", outage, Outage::failures)
                .description("Failed tries to publish")
                .register(registry);
    }

    private double ifConcerned(long figure) {
        return status.leading() || outage.reason() != null ? figure : Double.NaN;
    }
}
