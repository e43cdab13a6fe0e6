package app.mita.projection.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.LifecycleProcessor;

class FactConfigurationTest {

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withUserConfiguration(FactConfiguration.class)
            .withBean(LazyInitializationBeanFactoryPostProcessor.class)
            .withBean("lifecycleProcessor", LifecycleProcessor.class, NothingBegins::new);

    /** There is neither a database nor Kafka. */
    private static final class NothingBegins implements LifecycleProcessor {

        @Override
        public void onRefresh() {}

        @Override
        public void onClose() {}

        @Override
        public void start() {}

        @Override
        public void stop() {}

        @Override
        public boolean isRunning() {
            return false;
        }
    }

    @Test
    void factsArePublished() {
        application.run(context ->
                assertThat(context.getBeanNamesForType(FactLifecycle.class)).hasSize(1));
    }

    @Test
    void aVersionThatIsTriedPublishesNone() {
        application.withPropertyValues("mita.daily-spending.published=false").run(context -> assertThat(
                        context.getBeanNamesForType(FactLifecycle.class))
                .isEmpty());
    }
}
