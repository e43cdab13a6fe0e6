package app.mita.runtime.database;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.netty.channel.EventLoop;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.pool.PoolMetrics;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.beans.factory.DisposableBean;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.resources.LoopResources;
import reactor.netty.tcp.TcpResources;

/** Ways to the database, after it has been migrated. */
public final class Database implements DisposableBean {

    private static final Duration MAX_IDLE = Duration.ofMinutes(10);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private final DatabaseProperties properties;
    private final LoopResources loops;
    private final MeterRegistry meters;
    private final List<ConnectionPool> pools = new CopyOnWriteArrayList<>();

    /** Outside an application: on Reactor Netty's own threads, with its figures shown nowhere. */
    public Database(DatabaseProperties properties) {
        this(properties, TcpResources.get(), new CompositeMeterRegistry());
    }

    public Database(DatabaseProperties properties, LoopResources loops, MeterRegistry meters) {
        this.properties = properties;
        this.loops = loops;
        this.meters = meters;
    }

    /**
     * A pool of its own, for a part that must not wait for the others' connections. Closed with the application.
     *
     * @param name shown in metrics and in pg_stat_activity
     */
    public ConnectionPool pool(String name, int size) {
        var pool = new ConnectionPool(ConnectionPoolConfiguration.builder(connections(name))
                .name(name)
                .initialSize(0)
                .maxSize(size)
                .maxIdleTime(MAX_IDLE)
                .maxAcquireTime(properties.acquireTimeout())
                .maxCreateConnectionTime(CONNECT_TIMEOUT)
                .build());
        pools.add(pool);
        measure(name, pool);
        return pool;
    }

    /** One connection outside every pool, for who holds it long; the caller closes it. */
    public Mono<PostgresqlConnection> connect(String name) {
        // Made here and once: it looks for extensions on the class path, which would block whoever connects.
        var connections = connections(name);
        return Mono.defer(connections::create);
    }

    /** The caller's own; for a caller on another thread any. A connection opened on it has its answers arrive on it. */
    public EventLoop eventLoop() {
        return loops.onClient(LoopResources.DEFAULT_NATIVE).next();
    }

    @Override
    public void destroy() {
        Flux.fromIterable(pools)
                .flatMap(ConnectionPool::disposeLater)
                .onErrorComplete()
                .blockLast(CONNECT_TIMEOUT);
    }

    private void measure(String name, ConnectionPool pool) {
        pool.getMetrics().ifPresent(figures -> {
            Gauge.builder("db.connection.pool.size", figures, PoolMetrics::getMaxAllocatedSize)
                    .description("Connections that the pool may open")
                    .tag("pool", name)
                    .strongReference(true)
                    .register(meters);
            Gauge.builder(
                            "db.connection.pool.available",
                            figures,
                            pooled -> pooled.getMaxAllocatedSize() - pooled.acquiredSize())
                    .description("Connections of the pool that are not in use")
                    .tag("pool", name)
                    .strongReference(true)
                    .register(meters);
            Gauge.builder("db.connection.pool.waiting", figures, PoolMetrics::pendingAcquireSize)
                    .description("Requests that wait for a connection of the pool")
                    .tag("pool", name)
                    .strongReference(true)
                    .register(meters);
        });
    }

    private PostgresqlConnectionFactory connections(String name) {
        var options = new HashMap<String, String>();
        if (properties.genericPlans()) {
            options.put("plan_cache_mode", "force_generic_plan");
        }
        return new PostgresqlConnectionFactory(PostgresqlConnectionConfiguration.builder()
                .host(properties.host())
                .port(properties.port())
                .database(properties.name())
                .username(properties.username())
                .password(properties.password())
                .applicationName("mita " + name)
                .options(options)
                .connectTimeout(CONNECT_TIMEOUT)
                .statementTimeout(properties.statementTimeout())
                .lockWaitTimeout(properties.lockTimeout())
                .tcpKeepAlive(true)
                .tcpNoDelay(true)
                .loopResources(loops)
                .codecRegistrar(new TextBytes())
                .build());
    }
}
