package app.mita.query.readmodel;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** The connections that reads of documents hold, in the same figures as the pools': pool {@code documents}. */
final class ReadMetrics {

    private static final String POOL = "documents";

    private ReadMetrics() {}

    static void show(ConditionalReads reads, MeterRegistry registry) {
        Gauge.builder("db.connection.pool.size", reads, ConditionalReads::connections)
                .description("Connections that the pool may open")
                .tag("pool", POOL)
                .register(registry);
        Gauge.builder("db.connection.pool.available", reads, ConditionalReads::free)
                .description("Connections of the pool that are not in use")
                .tag("pool", POOL)
                .register(registry);
        Gauge.builder("db.connection.pool.waiting", reads, ConditionalReads::waiting)
                .description("Requests that wait for a connection of the pool")
                .tag("pool", POOL)
                .register(registry);
    }
}
