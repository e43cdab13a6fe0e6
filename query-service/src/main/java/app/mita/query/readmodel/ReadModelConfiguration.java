package app.mita.query.readmodel;

import app.mita.runtime.database.Database;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lists get connections of their own, so that a slow one never stands in the way of a screen. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReadProperties.class)
class ReadModelConfiguration {

    /** Looked at by one query for many. */
    static final int DOCUMENTS = 128;

    /** Likewise, of lists. */
    static final int ROWS = 2000;

    @Bean
    ReadCache readCache(ReadProperties properties) {
        return new ReadCache(properties.cacheBytes());
    }

    @Bean
    Documents documents(
            Database database, ReadCache cache, ReadProperties properties, Clock clock, MeterRegistry meters) {
        var query = new DocumentQuery(generations(properties));
        return new Documents(reads("documents", query, DOCUMENTS, database, meters), cache, clock);
    }

    @Bean
    Lists lists(Database database, ReadCache cache, ReadProperties properties, MeterRegistry meters) {
        var query = new ListQuery(generations(properties));
        return new Lists(reads("lists", query, ROWS, database, meters), cache);
    }

    @Bean
    Rows rows(Database database, ReadProperties properties) {
        return new Rows(database.pool("rows", properties.connections()), generations(properties));
    }

    static <W, C extends SharedQuery.Changed<C>> SharedReads<W, C> reads(
            String name, SharedQuery<W, C> query, int fullWeight, Database database, MeterRegistry meters) {
        var reads = new SharedReads<>(database::eventLoop, database.connect(name), query, fullWeight);
        ReadMetrics.show(name, reads, meters);
        return reads;
    }

    private static Generations generations(ReadProperties properties) {
        return new Generations(properties.generations());
    }
}
