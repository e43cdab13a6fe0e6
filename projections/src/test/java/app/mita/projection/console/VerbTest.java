package app.mita.projection.console;

import static org.assertj.core.api.Assertions.assertThat;

import app.mita.projection.operations.ProjectionView;
import app.mita.projection.operations.ProjectionView.GenerationView;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerbTest {

    @ParameterizedTest
    @CsvSource({"building, false", "paused, false", "ready, true", "held, true"})
    void whatHasCaughtUpCanBeSwitchedTo(String state, boolean offered) {
        assertThat(Verb.of(beside(state)).contains(Verb.SWITCH)).isEqualTo(offered);
        assertThat(Verb.of(beside(state))).contains(Verb.CANCEL).doesNotContain(Verb.REPLAY);
    }

    private static ProjectionView beside(String state) {
        return new ProjectionView(
                "dashboard",
                "running",
                1,
                true,
                generation(1, "live"),
                generation(2, state),
                null,
                9,
                0,
                0,
                0,
                0,
                0,
                1,
                null);
    }

    private static GenerationView generation(int number, String state) {
        return new GenerationView(
                number,
                1,
                "replay",
                state,
                true,
                null,
                Instant.EPOCH,
                null,
                9,
                0L,
                1.0,
                null,
                null,
                0,
                0,
                null,
                null,
                false);
    }
}
