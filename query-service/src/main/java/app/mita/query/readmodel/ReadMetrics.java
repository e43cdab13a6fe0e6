package app.mita.query.readmodel;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** The connections that reads hold, in the same figures as the pools': one pool a model, {@code documents <model>}. */
final class ReadMetrics {

    private final MeterRegistry registry;

    ReadMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void show(Model<?> model, ConditionalReads<?> reads) {
        var pool = "documents " + model.name();
        Gauge.builder("db.connection.pool.size", reads, ConditionalReads::connections)
                .description("Connections that the pool may open")
                .tag("pool", pool)
                .register(registry);
        Gauge.builder("db.connection.pool.available", reads, ConditionalReads::free)
                .description("Connections of the pool that are not in use")
                .tag("pool", pool)
                .register(registry);
        Gauge.builder("db.connection.pool.waiting", reads, ConditionalReads::waiting)
                .description("Requests that wait for a connection of the pool")
                .tag("pool", pool)
                .register(registry);
    }
}
