package app.mita.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.mita.embedded.TestBackend;
import app.mita.standalone.StandaloneApplication;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The whole system in this process, once for all tests, on real parts. */
final class RunningSystem {

    static final String OPS_TOKEN = "ops-token-of-the-tests";
    static final String METRICS_TOKEN = "metrics-token-of-the-tests";

    private static final String MASTER_KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    private RunningSystem() {}

    static Api api() {
        return Api.at(Api.Servers.one(address(One.CONTEXT)));
    }

    static ConfigurableApplicationContext context() {
        return One.CONTEXT;
    }

    static String address(ConfigurableApplicationContext context) {
        return "http://127.0.0.1:"
                + ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    /** Runs an application on a free port; returns when it is healthy, as {@code ./mita up} does. */
    static ConfigurableApplicationContext run(Class<?> application, Map<String, Object> settings) {
        return run(application, settings, Clock.systemUTC());
    }

    static ConfigurableApplicationContext run(Class<?> application, Map<String, Object> settings, Clock clock) {
        return run(application, settings, started -> started.registerBean(Clock.class, () -> clock));
    }

    /** @param beans adds some of the test's own */
    static ConfigurableApplicationContext run(
            Class<?> application, Map<String, Object> settings, Consumer<GenericApplicationContext> beans) {
        var arguments = settings.entrySet().stream().map(setting -> "--" + setting.getKey() + "=" + setting.getValue());
        var context = new SpringApplicationBuilder(application)
                .initializers((GenericApplicationContext started) -> beans.accept(started))
                .run(Stream.concat(arguments, Stream.of("--server.port=0")).toArray(String[]::new));
        var api = Api.at(Api.Servers.one(address(context)));
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                        api.get("/health").json().path("status").asString())
                .isEqualTo("healthy"));
        return context;
    }

    /** A database and a topic that no other test uses. */
    static Map<String, Object> freshSettings() {
        var database = TestBackend.freshDatabase();
        var settings = new LinkedHashMap<String, Object>();
        settings.put("mita.database.host", database.host());
        settings.put("mita.database.port", database.port());
        settings.put("mita.database.name", database.name());
        settings.put("mita.database.owner-username", database.owner());
        settings.put("mita.database.owner-password", database.password());
        settings.put("mita.database.password", "test-only-app");
        settings.put("mita.kafka.bootstrap-servers", TestBackend.bootstrapServers());
        settings.put("mita.kafka.topic", TestBackend.freshName("events"));
        settings.put("mita.kafka.daily-spending-topic", TestBackend.freshName("daily-spending"));
        settings.put("mita.personal-data.master-key", MASTER_KEY);
        settings.put("mita.ops.token", OPS_TOKEN);
        settings.put("mita.metrics.token", METRICS_TOKEN);
        settings.put("mita.rate-limits.enabled", "false");
        // A machine that runs tests may be slower than any user's.
        settings.put("mita.read-your-writes.at-most", "20s");
        return settings;
    }

    private static final class One {
        static final ConfigurableApplicationContext CONTEXT = run(StandaloneApplication.class, freshSettings());
    }
}
