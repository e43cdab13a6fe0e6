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

    @Bean
    Documents documents(Database database, ReadProperties properties, Clock clock, MeterRegistry registry) {
        return new Documents(
                database.connect("documents"), properties.cacheBytes(), generations(properties), clock, registry);
    }

    @Bean
    Rows rows(Database database, ReadProperties properties) {
        return new Rows(database.pool("lists", properties.connections()), generations(properties));
    }

    private static Generations generations(ReadProperties properties) {
        return new Generations(properties.generations());
    }
}
