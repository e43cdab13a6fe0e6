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

/** Replays leave the machine to people who use the app, whichever service answers them. */
class RestingReplayTest {

    /** So that what is built is far from the end for long. */
    private static final String[] SMALL_STEPS = {"--mita.projections.distance=5", "--mita.projections.replay.batch=10"};

    private final Fragile fragile = new Fragile();
    private RunningProjections running;

    @BeforeEach
    void start() {
        running = new RunningProjections(fragile);
        running.happen(Lives.shuffled(1, 40, 2000));
        running.readModels.awaitApplied(running.log, List.of(fragile));
        running.restart(SMALL_STEPS);
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void itRestsWhileTheAppIsUsedAndNoLonger() {
        used();
        assertThat(running.post("/ops/projections/fragile/replay").status()).isEqualTo(200);
        awaitResting();
        leftAlone();
        running.awaitLive("fragile", 2);
    }

    @Test
    void soDoesOneThatBeginsWithTheUsersOfAPosition() {
        used();
        replayFrom(1);
        awaitResting();
        var next = next();
        assertThat(next.path("remaining").asLong()).as(next.toString()).isPositive();
        assertThat(next.path("progress").asDouble()).as(next.toString()).isBetween(0.0, 1.0);
        leftAlone();
        running.awaitLive("fragile", 2);
    }

    /** However long it takes, and what is folded live meanwhile is not in it twice. */
    @Test
    void whatIsCopiedIsAsItWasAtOneMoment() {
        var life = Lives.shuffled(2, 40, 2000);
        var begun = running.happen(life.subList(0, 1400));
        running.readModels.awaitApplied(running.log, List.of(fragile));
        running.restart("--mita.projections.replay.batch=1");
        used();
        replayFrom(begun.getLast().position());
        awaitResting();
        assertThat(copied()).as("rows that others see before all are copied").isZero();
        running.happen(life.subList(1400, 1700));
        running.readModels.awaitApplied(running.log, List.of(fragile));
        leftAlone();
        running.happen(life.subList(1700, life.size()));
        running.awaitLive("fragile", 2);
        running.readModels.awaitApplied(running.log, List.of(fragile));
        running.readModels.assertFolded(running.log.events(), List.of(fragile));
        assertThat(copied()).isPositive();
    }

    @Test
    void nothingIsLeftOfOneThatIsCancelledWhileItCopies() {
        running.restart("--mita.projections.replay.batch=1");
        used();
        replayFrom(running.log.events().getLast().position());
        awaitResting();
        assertThat(running.post("/ops/projections/fragile/cancel").status()).isEqualTo(200);
        leftAlone();
        Awaitility.await().atMost(TestReadModels.DEADLINE).until(() -> running.readModels
                .rows("select 1 from read_model.generation where projection = 'fragile' and generation = 2")
                .isEmpty());
        assertThat(copied()).isZero();
        assertThat(running.readModels.rows(
                        "select 1 from read_model.progress where projection = 'fragile' and generation = 2"))
                .isEmpty();
    }

    private void replayFrom(long position) {
        var replay = running.post(
                "/ops/projections/fragile/replay", "{\"reason\": \"x\", \"from_position\": %d}".formatted(position));
        assertThat(replay.status()).as(replay.toString()).isEqualTo(200);
    }

    private long copied() {
        return running.readModels
                .rows("select 1 from read_model.fragile where generation = 2")
                .size();
    }

    @Test
    void aVerificationRestsTooAndTellsHowFarItIs() {
        running.happen(Lives.shuffled(3, 120, 120));
        running.readModels.awaitApplied(running.log, List.of(fragile));
        running.readModels.execute("insert into personal_data.user_key (user_id, deleted_at)"
                + " select distinct user_id, now() from event_store.event");
        used();
        var asked = running.post("/ops/projections/fragile/verify").data();
        var operation = "/ops/operations/" + asked.path("id").asString();
        Awaitility.await()
                .atMost(TestReadModels.DEADLINE)
                .until(() -> running.get(operation).data().path("result").has("of_users"));
        var underWay = running.get(operation).data();
        assertThat(underWay.path("state").asString()).isEqualTo("running");
        assertThat(underWay.path("result").path("users").asInt()).isBetween(1, 159);
        assertThat(underWay.path("result").path("of_users").asInt()).isEqualTo(160);
        leftAlone();
        Awaitility.await()
                .atMost(TestReadModels.DEADLINE)
                .until(() ->
                        running.get(operation).data().path("state").asString().equals("done"));
        var verdict = running.get(operation).data().path("result");
        assertThat(verdict.path("users").asInt()).isEqualTo(160);
        assertThat(verdict.path("differences").asInt()).isZero();
    }

    @Test
    void whatNobodyElseFoldsIsNotKeptWaiting() {
        used();
        fragile.version = 2;
        running.restart(SMALL_STEPS);
        Awaitility.await().atMost(TestReadModels.DEADLINE).until(() -> {
            assertThat(next().path("resting").asBoolean()).isFalse();
            return projection().path("live").path("version").asInt() == 2;
        });
    }

    private void awaitResting() {
        Awaitility.await()
                .atMost(TestReadModels.DEADLINE)
                .until(() -> next().path("resting").asBoolean()
                        && !next().path("remaining").isNull());
    }

    private void used() {
        running.readModels.execute("update operations.app_use set used_at = now() + interval '1 h'");
    }

    private void leftAlone() {
        running.readModels.execute("update operations.app_use set used_at = now() - interval '1 h'");
    }

    private JsonNode next() {
        return projection().path("next");
    }

    private JsonNode projection() {
        return running.projection("fragile");
    }
}
