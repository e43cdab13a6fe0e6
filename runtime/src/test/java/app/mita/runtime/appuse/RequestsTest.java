package app.mita.runtime.appuse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RequestsTest {

    private static final Duration LOOK = Duration.ofMillis(250);

    private long answered = 70;
    private long now = 5;
    private final Requests requests = new Requests(() -> answered, () -> now);

    @Test
    void nobodyIsNoPeople() {
        assertThat(timesToldOfPeople(40, 0)).isZero();
    }

    @Test
    void aMonitorIsNoPeople() {
        for (int second = 0; second < 20; second++) {
            answered += 2;
            assertThat(timesToldOfPeople(4, 0)).isZero();
        }
    }

    @Test
    void fewAreToldOfOnceASecond() {
        assertThat(timesToldOfPeople(40, 1)).isBetween(9, 10);
    }

    @Test
    void manyAreToldOfOnceASecond() {
        assertThat(timesToldOfPeople(40, 1000)).isBetween(9, 11);
    }

    @Test
    void theFirstAreToldOfAtOnce() {
        timesToldOfPeople(41, 0);
        assertThat(timesToldOfPeople(1, 3)).isOne();
        timesToldOfPeople(40, 0);
        assertThat(timesToldOfPeople(1, 3)).isOne();
    }

    private int timesToldOfPeople(int looks, int requestsBetween) {
        int told = 0;
        for (int look = 0; look < looks; look++) {
            now += LOOK.toNanos();
            answered += requestsBetween;
            told += requests.areOfPeople() ? 1 : 0;
        }
        return told;
    }
}
