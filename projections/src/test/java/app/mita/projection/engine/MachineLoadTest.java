package app.mita.projection.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class MachineLoadTest {

    @Test
    void whatIsUsedIsAPartOfTheMachineAndWhatIsNeededAPartOfThat() {
        var load = MachineLoad.ofThisMachine();
        load.sinceAskedLast();
        Awaitility.await().untilAsserted(() -> {
            var used = load.sinceAskedLast();
            assertThat(used.all()).isBetween(0.0, 1.0);
            assertThat(used.needed()).isLessThanOrEqualTo(used.all());
        });
    }

    /** By the compiler threads of a JVM that has just compiled all of this test's libraries. */
    @Test
    void theCompilersHaveWorked() {
        assertThat(new MachineLoad(null).ticks()).isPositive();
    }
}
