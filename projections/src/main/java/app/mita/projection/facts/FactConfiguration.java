package app.mita.projection.facts;

import app.mita.runtime.database.Database;
import app.mita.runtime.personal.EventCodec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FactSettings.class)
class FactConfiguration {

    private final FactMetrics metrics = new FactMetrics();

    @Bean
    FactMetrics factMetrics() {
        return metrics;
    }

    /**
     * Not where a version that is only tried runs beside everybody's: what it made of events would be everybody's fact.
     *
     * @param instance see {@code mita.projections.instance}
     */
    @Bean
    @ConditionalOnBooleanProperty(name = "mita.daily-spending.published", matchIfMissing = true)
    FactLifecycle factLifecycle(
            FactSettings settings,
            Database database,
            EventCodec codec,
            @Value("${mita.projections.instance:#{null}}") @Nullable String instance) {
        var store = new FactStore(database.pool("daily-spending", 1));
        var clients = new FactClients(settings, instance);
        return new FactLifecycle(() -> new FactPublisher(settings, clients, store, metrics, codec), metrics);
    }
}
