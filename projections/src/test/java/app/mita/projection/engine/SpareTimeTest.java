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
        for (int i = 0; i < 3; i++) {
            assertThat(rest()).isLessThan(WORKED);
        }
        for (int i = 0; i < 100; i++) {
            assertThat(rest()).isZero();
        }
    }

    @Test
    void theBusierTheLongerUpToALimit() {
        load = 1;
        var before = spare.restAfter(WORKED);
        assertThat(before).isEqualTo(WORKED);
        for (int i = 0; i < 3; i++) {
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
        for (int i = 0; i < 3; i++) {
            rest();
        }
        assertThat(rest()).isZero();
    }

    @Test
    void whoWouldNotEndRestsLess() {
        theBusierTheLongerUpToALimit();
        long left = 1_000_000;
        spare.left(left);
        for (int i = 0; i < 4; i++) {
            now += Duration.ofSeconds(3).toNanos();
            spare.left(left += 10);
        }
        assertThat(rest()).isEqualTo(WORKED.multipliedBy(31).dividedBy(16));
        // A day is long enough for what is left, at 100 events in 3 seconds.
        for (int i = 0; i < 40; i++) {
            now += Duration.ofSeconds(3).toNanos();
            spare.left(left -= 100);
        }
        for (int i = 0; i < 10; i++) {
            rest();
        }
        assertThat(rest()).isEqualTo(WORKED.multipliedBy(31));
    }

    @Test
    void thePaceThatEndsWithinADayIsEnough() {
        theBusierTheLongerUpToALimit();
        spare.left(10_000_000);
        now += Duration.ofSeconds(3).toNanos();
        spare.left(10_000_000 - 300);
        assertThat(rest()).isEqualTo(WORKED.multipliedBy(31).dividedBy(2));
    }

    private Duration rest() {
        now += Duration.ofMillis(101).toNanos();
        return spare.restAfter(WORKED);
    }
}
