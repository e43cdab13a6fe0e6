package app.mita.runtime.appuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.mita.runtime.ServiceDatabase;
import app.mita.runtime.metrics.RequestTimer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class AppUseTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void everyServiceKnowsWhatOneHasSeen() {
        var database = new ServiceDatabase();
        try (var one = database.start();
                var other = database.start()) {
            assertThat(isUsed(one)).isFalse();
            assertThat(isUsed(other)).isFalse();

            one.getBean(RequestTimer.class).record("GET", "/metrics", 200, 1000);
            await().atMost(PATIENCE).until(() -> {
                one.getBean(RequestTimer.class).record("GET", "/api/dashboard", 200, 1000);
                return isUsed(other);
            });
            await().atMost(PATIENCE).until(() -> !isUsed(other));
            assertThat(isUsed(one)).isFalse();
        }
    }

    @Test
    void aLostRowIsWrittenAnew() {
        var database = new ServiceDatabase();
        try (var service = database.start()) {
            database.execute("delete from operations.app_use");
            assertThat(isUsed(service)).isFalse();
            await().atMost(PATIENCE).until(() -> {
                service.getBean(RequestTimer.class).record("GET", "/api/dashboard", 200, 1000);
                return isUsed(service);
            });
        }
    }

    private static boolean isUsed(ConfigurableApplicationContext service) {
        return Boolean.TRUE.equals(service.getBean(AppUse.class).isNow().block(PATIENCE));
    }
}
