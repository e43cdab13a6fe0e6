package app.mita.projection.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SpareTimeTest {

    private static final Duration WORKED = Duration.ofMillis(40);
    /** What the replay uses while it works, of the whole machine. */
    private static final double REPLAY = 0.97;

    private double others;
    private double compiler;
    private boolean works = true;
    private long now;
    private int asked;
    private boolean appIsUsed;
    private boolean wanted = true;
    private final SpareTime spare = new SpareTime(this::load, () -> wanted, () -> appIsUsed, () -> now);

    @Test
    void aReplayAloneHardlyRests() throws InterruptedException {
        others = 0.1;
        var rested = Duration.ZERO;
        for (int i = 0; i < 100; i++) {
            rested = rested.plus(rest());
        }
        assertThat(spare.isScarce()).isFalse();
        // Of the ten seconds and more in which it worked.
        assertThat(rested).isPositive().isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void whoFindsOthersAtWorkRestsFromTheBeginning() throws InterruptedException {
        others = 1;
        assertThat(rest()).isGreaterThanOrEqualTo(WORKED.multipliedBy(4));
        assertThat(spare.isScarce()).isTrue();
    }

    @Test
    void theCompilerWaitsForNobody() throws InterruptedException {
        others = 0.1;
        compiler = 0.5;
        rest();
        assertThat(spare.isScarce()).isFalse();
    }

    @Test
    void thePeopleWhoUseTheAppAreManyEnoughWhenTheyAreFew() throws InterruptedException {
        others = 0.1;
        rest();
        assertThat(spare.isScarce()).isFalse();
        appIsUsed = true;
        for (int i = 0; i < 5; i++) {
            assertThat(rest()).isEqualTo(WORKED.multipliedBy(31));
        }
        appIsUsed = false;
        rest();
        assertThat(spare.isScarce()).as("at once when they have gone").isFalse();
        appIsUsed = true;
        rest();
        appIsUsed = false;
        others = 1;
        assertThat(rest()).as("unless others need it").isGreaterThanOrEqualTo(WORKED.multipliedBy(4));
        assertThat(spare.isScarce()).isTrue();
    }

    @Test
    void whoComesLaterIsNoticedWithinTwoSeconds() throws InterruptedException {
        others = 0;
        for (int i = 0; i < 50; i++) {
            rest();
        }
        others = 1;
        int looks = 0;
        while (!spare.isScarce()) {
            rest();
            looks++;
        }
        assertThat(looks).isLessThanOrEqualTo(21);
    }

    @Test
    void whoIsNotToRestDoesNot() throws InterruptedException {
        others = 1;
        appIsUsed = true;
        rest();
        assertThat(spare.isScarce()).isTrue();
        wanted = false;
        assertThat(rest()).isZero();
        assertThat(spare.isScarce()).isFalse();
    }

    @Test
    void theBusierTheLongerUpToALimit() throws InterruptedException {
        others = 1;
        rest();
        var before = Duration.ZERO;
        for (int i = 0; i < 2; i++) {
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
    void itEndsSoonAfterTheLoad() throws InterruptedException {
        theBusierTheLongerUpToALimit();
        others = 0;
        int looks = 0;
        while (spare.isScarce()) {
            rest();
            looks++;
        }
        assertThat(looks).isBetween(2, 10);
    }

    @Test
    void theLoadIsNotAskedForAtEachBatch() throws InterruptedException {
        rest();
        rest();
        int before = asked;
        now += 1000;
        rested();
        assertThat(asked).isEqualTo(before);
    }

    @Test
    void whatIsNotKnownIsNoLoad() throws InterruptedException {
        others = -2;
        rest();
        assertThat(rest()).isZero();
    }

    @Test
    void whoWouldNotEndRestsLess() throws InterruptedException {
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
    void thePaceThatEndsWithinADayIsEnough() throws InterruptedException {
        theBusierTheLongerUpToALimit();
        spare.left(10_000_000);
        now += Duration.ofSeconds(3).toNanos();
        spare.left(10_000_000 - 300);
        assertThat(rest()).isEqualTo(WORKED.multipliedBy(31).dividedBy(2));
    }

    /** A look later. */
    private Duration rest() throws InterruptedException {
        now += Duration.ofMillis(101).toNanos();
        return rested();
    }

    private Duration rested() throws InterruptedException {
        long before = now;
        // While it rests, what it uses itself is little.
        works = !spare.isScarce();
        spare.restAfter(WORKED, this::sleep);
        return Duration.ofNanos(now - before);
    }

    private SpareTime.Used load() {
        asked++;
        double needed = Math.min(1, others + (works ? REPLAY : 0));
        return new SpareTime.Used(Math.min(1, needed + compiler), needed);
    }

    private void sleep(Duration time) {
        works = false;
        now += time.toNanos();
    }
}
