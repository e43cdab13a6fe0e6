package app.mita.command.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.mita.embedded.KafkaServer;
import app.mita.runtime.health.HealthPart;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The broker goes away and comes back. */
class RelayOutageTest {

    @TempDir
    Path directory;

    private final ListAppender<ILoggingEvent> told = new ListAppender<>();

    @AfterEach
    void end() {
        ((Logger) LoggerFactory.getLogger(Outage.class)).detachAppender(told);
    }

    @Test
    void goesOnWhenTheBrokerIsBack() {
        KafkaServer broker = KafkaServer.start(directory, 0);
        int port = broker.port();
        try (Bed bed = new Bed(broker.bootstrapServers())) {
            Bed.Running relay = bed.relay();
            KafkaHealth health = new KafkaHealth(bed.clients, relay.status, relay.outage);
            bed.log.append(500);
            bed.assertExactlyOnce();
            assertThat(health.check().block(Bed.PATIENCE).status()).isEqualTo("connected");
            told.start();
            ((Logger) LoggerFactory.getLogger(Outage.class)).addAppender(told);

            broker.close();
            bed.log.append(1);
            await().atMost(Bed.PATIENCE).until(() -> relay.outage.reason() != null);
            bed.log.append(500);
            await().atMost(Bed.PATIENCE).until(() -> relay.outage.failures() >= 3 && relay.status.lag() == 501);
            HealthPart.State down = health.check().block(Bed.PATIENCE);
            assertThat(down.status()).isEqualTo("disconnected");
            assertThat(down.details()).containsEntry("lag", 501L).containsEntry("relay", "waiting");

            broker = KafkaServer.start(directory, port);
            bed.assertExactlyOnce();
            await().atMost(Bed.PATIENCE).untilAsserted(() -> {
                HealthPart.State up = health.check().block(Bed.PATIENCE);
                assertThat(up.status()).isEqualTo("connected");
                assertThat(up.details()).containsEntry("lag", 0L).containsEntry("relay", "leading");
            });
            assertThat(told.list).extracting(ILoggingEvent::getLevel).containsExactly(Level.WARN, Level.INFO);
            health.destroy();
        } finally {
            broker.close();
        }
    }
}
