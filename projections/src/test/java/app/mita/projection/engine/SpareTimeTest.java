package app.mita.projection.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SpareTimeTest {

    private static final Duration WORKED = Duration.ofMillis(40);

    private double load;
    private long now;
    private final SpareTime spare = new SpareTime(() -> load, () -> now);

    @Test
    void nobodyRestsWhileThereIsTime() {
        load = 0.85;
        for (int i = 0; i < 100; i++) {
            assertThat(rest()).isZero();
        }
    }

    @Test
    void theBusierTheLongerUpToALimit() {
        load = 1;
        var before = Duration.ZERO;
        for (int i = 0; i < 4; i++) {
            var rest = rest();
            assertThat(rest).isGreaterThan(before);
            before = rest;
        }
        for (int i = 0; i < 100; i++) {
            rest();
        }
        assertThat(rest()).isEqualTo(WORKED.multipliedBy(31));
    }

    @Test
    void itEndsSoonAfterTheLoad() {
        theBusierTheLongerUpToALimit();
        load = 0.5;
        int looks = 0;
        while (!rest().isZero()) {
            looks++;
        }
        assertThat(looks).isBetween(2, 10);
    }

    @Test
    void theLoadIsNotAskedForAtEachBatch() {
        load = 1;
        rest();
        var first = rest();
        now += 1000;
        assertThat(spare.restAfter(WORKED)).isEqualTo(first);
    }

    @Test
    void whatIsNotKnownIsNoLoad() {
        load = -1;
        assertThat(rest()).isZero();
    }

    private Duration rest() {
        now += Duration.ofMillis(101).toNanos();
        return spare.restAfter(WORKED);
    }
}
