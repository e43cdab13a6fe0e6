package app.mita.projection.operations;

import static org.assertj.core.api.Assertions.assertThat;

import app.mita.api.event.RecordedEvent;
import app.mita.projection.engine.Lives;
import app.mita.projection.engine.TestReadModels;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Events that fail in a generation that is being built: seen, repaired, and in nobody's way back. */
class FailedBesideTheLiveTest {

    private final Fragile fragile = new Fragile();
    private RunningProjections running;
    private List<RecordedEvent> happened;

    @BeforeEach
    void start() {
        running = new RunningProjections(fragile);
        happened = running.happen(Lives.shuffled(1, 6, 200));
        running.readModels.awaitApplied(running.log, List.of(fragile));
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void aReplayInWhichMoreFailsIsHeldUntilItIsRepaired() {
        var poison = poisoned();
        int next = replay();
        awaitNext("held");
        assertThat(next().path("failed").asInt()).isEqualTo(1);
        var letters = letters();
        assertThat(letters).hasSize(1);
        assertThat(letters.get(0).path("generation").asInt()).isEqualTo(next);
        assertThat(letters.get(0).path("live").asBoolean()).isFalse();
        assertThat(projection().path("failed").asInt()).isZero();

        fragile.poisoned.remove(poison.id());
        var repaired = post("dead-letters/retry", "\"user_id\": \"%s\"".formatted(poison.user()));
        assertThat(repaired.status()).as(repaired.toString()).isEqualTo(200);
        running.awaitLive("fragile", next);
        assertThat(letters()).isEmpty();
        assertVerified();
    }

    @Test
    void whatIsDiscardedThereIsLeftOutAndLetsItThrough() {
        var poison = poisoned();
        int next = replay();
        awaitNext("held");
        var discarded = post("dead-letters/discard", "\"position\": %d".formatted(poison.position()));
        assertThat(discarded.status()).as(discarded.toString()).isEqualTo(200);
        running.awaitLive("fragile", next);
        assertVerified();
        // It fails no more: the documents still are without it, and that is right.
        fragile.poisoned.clear();
        assertVerified();
        running.awaitLive("fragile", replay());
        assertVerified();
    }

    @Test
    void theWayBackIsOpenWhateverHasFailedThere() {
        poisoned();
        var late = running.happen(Lives.shuffled(2, 3, 60));
        fragile.poisoned.clear();
        late.forEach(event -> fragile.poisoned.add(event.id()));
        running.happen(Lives.shuffled(2, 3, 60));
        running.readModels.awaitApplied(running.log, List.of(fragile));
        fragile.poisoned.clear();
        running.awaitLive("fragile", replay());
        fragile.poisoned.add(happened.getLast().id());
        var back = running.post("/ops/projections/fragile/rollback");
        assertThat(back.status()).as(back.toString()).isEqualTo(200);
        running.awaitLive("fragile", 1);
    }

    /** Fails from now on; the live generation has applied it already. */
    private RecordedEvent poisoned() {
        var poison = happened.get(happened.size() / 2);
        fragile.poisoned.add(poison.id());
        return poison;
    }

    private int replay() {
        return running.post("/ops/projections/fragile/replay")
                .data()
                .path("result")
                .path("generation")
                .asInt();
    }

    private void awaitNext(String state) {
        Awaitility.await()
                .atMost(TestReadModels.DEADLINE)
                .until(() -> next().path("state").asString(), state::equals);
    }

    private void assertVerified() {
        var verified = running.finished(running.post("/ops/projections/fragile/verify"));
        assertThat(verified.path("state").asString()).as(verified.toString()).isEqualTo("done");
        assertThat(verified.path("result").path("differences").asInt())
                .as(verified.toString())
                .isZero();
        assertThat(verified.path("result").path("documents").asInt()).isPositive();
    }

    private RunningProjections.Reply post(String verb, String field) {
        return running.post("/ops/projections/fragile/" + verb, "{\"reason\": \"a test\", " + field + "}");
    }

    private JsonNode letters() {
        return running.get("/ops/dead-letters?projection=fragile").data();
    }

    private JsonNode next() {
        return projection().path("next");
    }

    private JsonNode projection() {
        return running.projection("fragile");
    }
}
