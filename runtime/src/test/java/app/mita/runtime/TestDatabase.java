package app.mita.runtime;

import app.mita.embedded.TestBackend;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Points a service's configuration to a new database. */
public final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        NoBlocking.install();
        var database = TestBackend.freshDatabase();
        TestPropertyValues.of(
                        "mita.database.port=" + database.port(),
                        "mita.database.name=" + database.name(),
                        "mita.database.password=it's secret",
                        "mita.database.owner-username=" + database.owner(),
                        "mita.database.owner-password=" + database.password(),
                        "mita.personal-data.master-key=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
                        "mita.metrics.token=for-prometheus",
                        "mita.cors.allowed-origins=https://app.example")
                .applyTo(context);
    }
}
