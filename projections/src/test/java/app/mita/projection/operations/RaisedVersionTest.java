package app.mita.projection.operations;

import static org.assertj.core.api.Assertions.assertThat;

import app.mita.projection.engine.Lives;
import app.mita.projection.engine.TestReadModels;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A model whose version rises: built by itself, live when it is wanted, and not again once somebody went back from it. */
class RaisedVersionTest {

    private final Fragile fragile = new Fragile();
    private RunningProjections running;

    @BeforeEach
    void start() {
        running = new RunningProjections(fragile);
        running.happen(Lives.shuffled(1, 6, 200));
        running.readModels.awaitApplied(running.log, List.of(fragile));
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void forACanaryItWaitsToBeSwitchedTo() {
        fragile.version = 2;
        running.restart("--mita.projections.switch-changed=false");
        awaitNext("ready");
        assertThat(projection().path("live").path("version").asInt()).isEqualTo(1);
        assertThat(next().path("switches_itself").asBoolean()).isFalse();
        Awaitility.await()
                .atMost(TestReadModels.DEADLINE)
                .until(() -> running.post("/ops/projections/fragile/switch").status() == 200);
        running.awaitLive("fragile", 2);
    }

    @Test
    void whatAnOperatorWentBackFromIsNotBuiltAgain() {
        fragile.version = 2;
        running.restart();
        running.awaitLive("fragile", 2);
        fragile.version = 1;
        running.restart();
        awaitRolledBack();
        running.awaitLive("fragile", 1);
        // Nodes of both versions may be there; the newer one starts again.
        fragile.version = 2;
        running.restart();
        assertThat(projection().path("live").path("number").asInt()).isEqualTo(1);
        assertThat(projection().path("next").isNull()).isTrue();
        // Who has the older code alone replays that.
        fragile.version = 1;
        running.restart();
        Awaitility.await()
                .atMost(TestReadModels.DEADLINE)
                .until(() -> projection().path("state").asString().equals("running"));
        assertThat(running.post("/ops/projections/fragile/replay").status()).isEqualTo(200);
        running.awaitLive("fragile", 3);
        assertThat(projection().path("live").path("version").asInt()).isEqualTo(1);
        // A later version is built by itself.
        fragile.version = 3;
        running.restart();
        running.awaitLive("fragile", 4);
        assertThat(projection().path("live").path("version").asInt()).isEqualTo(3);
    }

    private void awaitRolledBack() {
        Awaitility.await()
                .atMost(TestReadModels.DEADLINE)
                .until(() -> running.post("/ops/projections/fragile/rollback").status() == 200);
    }

    private void awaitNext(String state) {
        Awaitility.await()
                .atMost(TestReadModels.DEADLINE)
                .until(() -> next().path("state").asString(), state::equals);
    }

    private JsonNode next() {
        return projection().path("next");
    }

    private JsonNode projection() {
        return running.projection("fragile");
    }
}
