package app.mita.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./mita up} killed with SIGKILL in the middle of writing: all of it, or its database alone. */
class KillTest {

    private static final int USERS = 4;
    private static final int KILLS = 2;
    private static final int ENOUGH = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Until writes succeed again; mostly two or three, but the machine may be busy with other tests. */
    private static final Duration RECOVERY = Duration.ofSeconds(30);

    @TempDir
    private Path data;

    @Test
    void everyAcknowledgedWriteIsThereAfterKill9() throws Exception {
        try (var mita = MitaUp.over(data)) {
            var writers = Writers.onboarded(USERS, mita.api());
            for (int kill = 0; kill < KILLS; kill++) {
                writers.write(() -> {
                    writers.awaitMore(ENOUGH, PATIENCE);
                    mita.kill();
                });
                mita.start();
                writers.assertNothingLost();
            }
        }
    }

    @Test
    void aDatabaseKilledAloneComesBackByItselfWithEveryAcknowledgedWrite() throws Exception {
        try (var mita = MitaUp.over(data)) {
            var writers = Writers.onboarded(USERS, mita.api());
            for (int kill = 0; kill < KILLS; kill++) {
                writers.write(() -> {
                    writers.awaitMore(ENOUGH, PATIENCE);
                    mita.killDatabase();
                    writers.awaitMore(ENOUGH, RECOVERY);
                });
                writers.assertNothingLost();
                // Relay and projections too, with nothing left to do.
                await().atMost(PATIENCE).untilAsserted(() -> {
                    var health = mita.api().get("/health").json();
                    assertThat(health.path("status").asString())
                            .as(health.toString())
                            .isEqualTo("healthy");
                    assertThat(health.path("details").path("kafka").path("lag").asInt())
                            .as(health.toString())
                            .isZero();
                });
            }
            assertThat(mita.said()).contains("PostgreSQL is gone though it was not stopped", "PostgreSQL runs again");
        }
    }
}
