package app.mita.query.readmodel;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** The connections that shared reads hold, in the same figures as the pools'. */
final class ReadMetrics {

    private ReadMetrics() {}

    static void show(String pool, SharedReads<?, ?> reads, MeterRegistry registry) {
        Gauge.builder("db.connection.pool.size", reads, each -> each.sum(LoopReads::connections))
                .description("Connections that the pool may open")
                .tag("pool", pool)
                .register(registry);
        Gauge.builder("db.connection.pool.available", reads, each -> each.sum(LoopReads::free))
                .description("Connections of the pool that are not in use")
                .tag("pool", pool)
                .register(registry);
        Gauge.builder("db.connection.pool.waiting", reads, each -> each.sum(LoopReads::waiting))
                .description("Requests that wait for a connection of the pool")
                .tag("pool", pool)
                .register(registry);
    }
}
