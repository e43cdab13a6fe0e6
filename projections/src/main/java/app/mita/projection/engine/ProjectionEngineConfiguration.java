package app.mita.projection.engine;

import app.mita.runtime.appuse.AppUse;
import app.mita.runtime.database.Database;
import app.mita.runtime.personal.PersonalKeys;
import app.mita.runtime.tracing.Tracing;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({TopicSettings.class, EngineSettings.class})
class ProjectionEngineConfiguration {

    /** Of a thread that folds: it loads or copies documents while others are being stored. */
    private static final int OF_WORKER = 2;
    /** For the live consumer and for catching up: neither ever waits for the other or for a reader. */
    private static final int CONNECTIONS = 2 * OF_WORKER;

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
            MeterRegistry registry,
            AppUse app) {
        var connections = database.pool("projections", CONNECTIONS);
        var observer = new ApplyObserver(tracing, clock, registry);
        // And one for supervision.
        var beside = database.pool(
                "projections-beside", 1 + OF_WORKER * settings.replay().workers());
        return new ProjectionEngine(
                new Machinery(
                        topic,
                        settings,
                        connections,
                        beside,
                        name(settings),
                        keys,
                        reader,
                        status,
                        Step.Watcher.NONE,
                        observer,
                        app.isNow()),
                models);
    }

    private static String name(EngineSettings settings) {
        return settings.instance() == null || settings.instance().isBlank()
                ? UUID.randomUUID().toString()
                : settings.instance();
    }
}
