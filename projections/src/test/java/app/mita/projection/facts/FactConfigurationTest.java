package app.mita.projection.facts;

import static org.assertj.core.api.Assertions.assertThat;

import app.mita.runtime.database.Database;
import app.mita.runtime.personal.EventCodec;
import org.junit.jupiter.api.Test;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class FactConfigurationTest {

    /** Nothing is begun: there is neither a database nor Kafka. */
    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withUserConfiguration(FactConfiguration.class)
            .withBean(LazyInitializationBeanFactoryPostProcessor.class)
            .withBean(EventCodec.class)
            .withBean(Database.class, () -> {
                throw new AssertionError("a connection is asked for");
            });

    @Test
    void factsArePublished() {
        application.run(context -> assertThat(context.getBeanNamesForType(FactLifecycle.class)).hasSize(1));
    }

    @Test
    void aVersionThatIsTriedPublishesNone() {
        application
                .withPropertyValues("mita.daily-spending.published=false")
                .run(context -> assertThat(context.getBeanNamesForType(FactLifecycle.class)).isEmpty());
    }
}
