package app.mita.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** When the watching of a replay ends, and what it says until then. */
class ReplayWatchTest {

    private Instant now = Instant.parse("2026-11-01T08:00:00Z");
    private final ReplayWatch watch = new ReplayWatch("dashboard", 2, false, () -> now);
    private final ReplayWatch manual = new ReplayWatch("dashboard", 2, true, () -> now);

    @Test
    void itEndsWhenTheNewGenerationIsLive() {
        assertThat(watch.ending(projection(2, "null", 1))).hasValueSatisfying(ending -> {
            assertThat(ending.good()).isTrue();
            assertThat(ending.words()).isEqualTo("dashboard: the new generation is live");
        });
    }

    @Test
    void itEndsWhenMoreEventsFailedAndSaysWhatToDo() {
        assertThat(watch.ending(projection(1, next("held", "\"me\""), 0))).hasValueSatisfying(ending -> {
            assertThat(ending.good()).isFalse();
            assertThat(ending.words())
                    .isEqualTo(
                            "dashboard: the new generation is held: more events failed in it (3) than in the live one"
                                    + " (1); see 'mita dead-letters dashboard', then 'mita switch dashboard' or"
                                    + " 'mita cancel dashboard'; it goes on by itself once they are retried or discarded");
        });
    }

    @Test
    void itEndsWhenNothingIsBuiltAnyMore() {
        assertThat(watch.ending(projection(1, "null", 0))).hasValueSatisfying(ending -> {
            assertThat(ending.good()).isFalse();
            assertThat(ending.words()).isEqualTo("dashboard: the new generation was cancelled");
        });
        assertThat(watch.ending(projection(1, "null", 2))).hasValueSatisfying(ending -> {
            assertThat(ending.good()).isFalse();
            assertThat(ending.words()).contains("generation 1 has taken the place of the new one");
        });
        assertThat(watch.ending(projection(3, "null", 0)).orElseThrow().words())
                .contains("generation 3 has taken the place of the new one");
    }

    @Test
    void readyIsAnEndOnlyForOneThatIsSwitchedByHand() {
        var ready = projection(1, next("ready", "\"me\""), 0);
        assertThat(watch.ending(ready)).isEmpty();
        assertThat(manual.ending(ready)).hasValueSatisfying(ending -> {
            assertThat(ending.good()).isTrue();
            assertThat(ending.words()).contains("is ready; 'mita switch dashboard' makes it live");
        });
    }

    @Test
    void whatKeepsItFromGettingOnIsSaid() {
        assertThat(watch.words(json(next("building", "\"me\"")))).isEqualTo("1,200 events, 0/s");
        assertThat(watch.words(json(next("building", "\"me\"").replace("false", "true"))))
                .isEqualTo("1,200 events, 0/s; it rests while others need the machine");
        assertThat(watch.words(json(next("paused", "null"))))
                .isEqualTo("1,200 events, 0/s; paused: 'mita resume-replay dashboard' lets it go on");
    }

    @Test
    void thatNobodyBuildsItIsSaidAfterAWhile() {
        var nobody = json(next("building", "null"));
        assertThat(watch.words(nobody)).doesNotContain("no node");
        now = now.plus(ReplayWatch.UNBUILT).minusMillis(1);
        assertThat(watch.words(nobody)).doesNotContain("no node");
        now = now.plusMillis(1);
        assertThat(watch.words(nobody)).contains("no node builds it", "version 7", "mita nodes");
        assertThat(watch.words(json(next("building", "\"me\"")))).doesNotContain("no node");
        assertThat(watch.words(nobody)).as("counted anew").doesNotContain("no node");
    }

    @Test
    void elsewhereThanOnATerminalOneLineIsNotSaidTwice() {
        var out = new StringWriter();
        try (var bar = ProgressBar.on(new PrintWriter(out), false)) {
            bar.show(0.999, "events");
            bar.show(0.999, "events");
            bar.show("events");
        }
        assertThat(out.toString()).isEqualTo(" 99 %%  events%n".formatted());
    }

    private static JsonNode projection(int live, String next, int previous) {
        return json("""
                {"name": "dashboard", "live": {"number": %d, "failed": 1}, "next": %s, "previous": %s}
                """.formatted(live, next, previous == 0 ? "null" : "{\"number\": " + previous + "}"));
    }

    private static String next(String state, String builder) {
        return """
                {"number": 2, "version": 7, "state": "%s", "failed": 3, "applied": 1200, "rate": null,
                 "eta_seconds": null, "failure": null, "builder": %s, "resting": false}
                """.formatted(state, builder);
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
