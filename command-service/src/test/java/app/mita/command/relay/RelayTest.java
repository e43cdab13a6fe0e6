package app.mita.command.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.mita.api.event.CloudEventHeaders;
import app.mita.command.eventstore.StoredEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RelayTest {

    private final Bed bed = new Bed();

    @AfterEach
    void end() {
        bed.close();
    }

    @Test
    void publishesWhatWasThereAndWhatComes() {
        bed.log.append(2_500);
        Bed.Running relay = bed.relay();
        bed.assertExactlyOnce();
        bed.log.append(1);
        bed.log.append(7);
        bed.assertExactlyOnce();
        await().untilAsserted(() -> {
            assertThat(relay.status.leading()).isTrue();
            assertThat(relay.status.position()).isEqualTo(2_508);
            assertThat(relay.status.sent()).isEqualTo(2_508);
            assertThat(relay.status.lag()).isZero();
        });
    }

    @Test
    void aRecordIsACloudEvent() {
        bed.log.append(2);
        bed.relay();
        bed.assertExactlyOnce();
        try (var consumer = bed.clients.consumer()) {
            List<ConsumerRecord<byte[], byte[]>> records = bed.readAll(consumer);
            for (StoredEvent event : bed.log.all()) {
                ConsumerRecord<byte[], byte[]> published = records.stream()
                        .filter(each -> Bed.position(each) == event.position())
                        .findFirst()
                        .orElseThrow();
                assertThat(published.value()).isEqualTo(event.payload());
                assertThat(published.partition()).isEqualTo(event.partition());
                assertThat(published.key()).asString().isEqualTo(event.user().toString());
                var names = new TreeSet<>(List.of(
                        "ce_specversion",
                        "ce_id",
                        "ce_source",
                        "ce_type",
                        "ce_subject",
                        "ce_time",
                        "ce_position",
                        "ce_commandid",
                        "content-type"));
                if (event.traceparent() != null) {
                    names.add("ce_traceparent");
                    assertThat(Bed.header(published, "ce_traceparent")).isEqualTo(event.traceparent());
                }
                var present = new TreeSet<String>();
                for (Header header : published.headers()) {
                    present.add(header.key());
                }
                assertThat(present).isEqualTo(names);
                assertThat(Bed.header(published, "ce_specversion")).isEqualTo("1.0");
                assertThat(Bed.header(published, "ce_source")).isEqualTo("/mita");
                assertThat(Bed.header(published, "content-type")).isEqualTo("application/json");
                assertThat(Bed.header(published, "ce_type")).isEqualTo("app.mita.TransactionRecorded.v1");
                assertThat(Bed.header(published, "ce_id")).isEqualTo(event.id().toString());
                assertThat(Bed.header(published, "ce_subject"))
                        .isEqualTo(event.user().toString());
                assertThat(Bed.header(published, CloudEventHeaders.TIME))
                        .isEqualTo(event.occurredAt().toString());
                assertThat(Bed.header(published, "ce_commandid")).isEqualTo(event.commandId());
            }
        }
    }

    @Test
    void theTopicKeepsItsEventsForEver() throws Exception {
        bed.log.append(1);
        bed.relay();
        bed.assertExactlyOnce();
        try (Admin admin = bed.clients.admin()) {
            var resource = new ConfigResource(ConfigResource.Type.TOPIC, bed.properties.topic());
            var config = admin.describeConfigs(List.of(resource)).all().get().get(resource);
            assertThat(config.get("retention.ms").value()).isEqualTo("-1");
            assertThat(config.get("retention.bytes").value()).isEqualTo("-1");
            assertThat(config.get("cleanup.policy").value()).isEqualTo("delete");
        }
    }

    @Test
    void goesOnWhereAnEarlierRelayStopped() {
        bed.log.append(100);
        Bed.Running first = bed.relay();
        bed.assertExactlyOnce();
        first.lifecycle.stop();
        assertThat(first.lifecycle.isRunning()).isFalse();
        bed.log.append(100);
        Bed.Running second = bed.relay();
        bed.assertExactlyOnce();
        assertThat(second.status.sent()).isEqualTo(100);
    }

    @Test
    void publishesAllAgainWhenKafkaLostItsData() throws Exception {
        bed.log.append(50);
        bed.relay();
        bed.assertExactlyOnce();
        try (Admin admin = bed.clients.admin()) {
            admin.deleteTopics(List.of(bed.properties.topic())).all().get();
        }
        bed.log.append(5);
        bed.assertExactlyOnce();
    }

    @Test
    void refusesATopicThatBelongsToAnotherLog() {
        bed.log.append(50);
        bed.relay().lifecycle.stop();
        Bed.Running ours = bed.relay();
        bed.assertExactlyOnce();
        ours.lifecycle.stop();
        try (TestLog other = new TestLog()) {
            other.append(60);
            Bed.Running stranger = bed.relay(other.reader(), bed.clients::producer);
            await().atMost(Bed.PATIENCE)
                    .untilAsserted(() -> assertThat(stranger.outage.reason()).contains("position 50"));
            stranger.lifecycle.stop();
            assertThat(stranger.status.sent()).isZero();
        }
        bed.assertExactlyOnce();
    }

    @Test
    void oneOfSeveralLeadsAndAnotherTakesOver() {
        bed.log.append(10);
        List<Bed.Running> relays = new ArrayList<>(List.of(bed.relay(), bed.relay(), bed.relay()));
        for (int round = 0; round < 3; round++) {
            bed.log.append(100);
            bed.assertExactlyOnce();
            assertThat(relays).filteredOn(relay -> relay.status.leading()).hasSize(1);
            relays.stream().filter(relay -> relay.status.leading()).forEach(relay -> relay.lifecycle.stop());
            relays.removeIf(relay -> !relay.lifecycle.isRunning());
        }
    }

    @Test
    void recoversFromLosingItsDatabaseConnections() {
        bed.relay();
        for (int round = 0; round < 5; round++) {
            bed.log.append(200);
            bed.log.killConnections();
            bed.log.append(200);
        }
        bed.assertExactlyOnce();
    }
}
