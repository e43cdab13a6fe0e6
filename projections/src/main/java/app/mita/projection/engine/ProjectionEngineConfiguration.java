package app.mita.projection.engine;

import app.mita.runtime.database.Database;
import app.mita.runtime.personal.PersonalKeys;
import app.mita.runtime.tracing.Tracing;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({TopicSettings.class, EngineSettings.class})
class ProjectionEngineConfiguration {

    /** One for the live consumer, one for catching up: neither ever waits for the other or for a reader. */
    private static final int CONNECTIONS = 2;

    @Bean
    ProjectionEngine projectionEngine(
            TopicSettings topic,
            EngineSettings settings,
            Database database,
            PersonalKeys keys,
            EventReader reader,
            ProjectionStatus status,
            List<ReadModel<?>> models,
            Tracing tracing,
            Clock clock,
            MeterRegistry registry) {
        var connections = database.pool("projections", CONNECTIONS);
        var observer = new ApplyObserver(tracing, clock, registry);
        return new ProjectionEngine(
                new Machinery(topic, settings, connections, keys, reader, status, Step.Watcher.NONE, observer), models);
    }
}
