package app.mita.projection.console;

import static org.assertj.core.api.Assertions.assertThat;

import app.mita.projection.engine.TestReadModels;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page of nodes and of Kafka's topic, and what is refused there and elsewhere, as a browser without scripts has them. */
class ConsoleSystemTest {

    private static final String SYSTEM = "/ops/console/system";

    private static ConsoleBed bed;

    @BeforeAll
    static void start() {
        bed = new ConsoleBed();
        bed.signIn();
    }

    @AfterAll
    static void stop() {
        bed.close();
    }

    @Test
    void theNodeAndTheTopicAreShown() {
        var id = bed.running.get("/ops/instances").data().get(0).path("id").asString();
        int head = bed.running.log.events().size();
        Awaitility.await().atMost(TestReadModels.DEADLINE).untilAsserted(() -> assertThat(
                        bed.get(SYSTEM).text())
                .contains(
                        bed.running.log.topic,
                        "Partitions 4",
                        "Newest in the log " + head,
                        "Newest that came through " + head,
                        "On their way 0",
                        id,
                        "Moves analytics, calendar, dashboard, fragile",
                        "in 4 partitions",
                        "fragile 1"));
        var live = bed.get(SYSTEM + "/live?seen=" + id);
        assertThat(live.html()).contains("hx-trigger=\"every 2s\"").doesNotContain("<html", "hx-swap-oob");
        assertThat(bed.get(SYSTEM + "/live?seen=gone").text()).contains("1 node runs projections");
    }

    /** The relay, which grants it, is another service's: it finds it in the record, as one that was asked for by REST. */
    @Test
    void aRepublishIsAskedForAsByRest() {
        var id = UUID.randomUUID();
        var form = Map.of("topic", bed.running.log.topic, "reason", "lost a disk", "operation", id.toString());
        var asked = bed.done(SYSTEM, form);
        assertThat(asked.text()).contains("republish: requested", "What was done");
        assertThat(bed.post(SYSTEM, form).location()).as("once").endsWith(id + "#deed");
        var deed = bed.running.get("/ops/operations/" + id).data();
        assertThat(deed.path("verb").asString()).isEqualTo("republish");
        assertThat(deed.path("projection").isNull()).isTrue();
        assertThat(deed.path("arguments").toString()).isEqualTo("{\"topic\":\"%s\"}".formatted(bed.running.log.topic));
        assertThat(deed.path("operator").asString()).isEqualTo("token:ada");
        assertThat(deed.path("state").asString()).isEqualTo("requested");

        bed.running.readModels.execute("update operations.operation set state = 'done', finished_at = now(),"
                + " result = '{\"events\": 4000}' where id = '" + id + "'");
        assertThat(bed.get("/ops/console/deeds/" + id).text())
                .contains("republish: done. 4,000 events published anew into a fresh topic.");
        assertThat(bed.get("/ops/console/audit?verb=republish").text()).contains("lost a disk", bed.running.log.topic);
    }

    @Test
    void anotherTopicIsRefusedAndThatIsKept() {
        assertThat(bed.post(SYSTEM, Map.of("reason", "x")).status()).isEqualTo(422);
        assertThat(bed.post(SYSTEM, Map.of("topic", bed.running.log.topic)).status())
                .isEqualTo(422);
        var refused = bed.post(SYSTEM, Map.of("topic", "mine.not.yours", "reason", "a slip"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("The events are in another topic.");
        assertThat(bed.get("/ops/console/audit?verb=republish").text())
                .contains("republish failed Refused: The events are in another topic. a slip", "mine.not.yours");
    }

    @Test
    void whatIsRefusedIsInTheAuditAndWithTheProjection() {
        var form = Map.of("verb", "switch", "reason", "too early", "confirm", "yes");
        assertThat(bed.post("/ops/console/projections/analytics", form).status())
                .isEqualTo(409);
        assertThat(bed.get("/ops/console/audit?projection=analytics").text())
                .contains(
                        "switch analytics failed Refused: No generation of this projection is being built. too early");
        assertThat(bed.get("/ops/console/projections/analytics").text())
                .contains("switch failed too early Refused: No generation");
    }
}
