package app.mita.domain.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import app.mita.api.money.Money;
import app.mita.domain.dashboard.MonthMoney.Pace;
import java.math.BigDecimal;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonthMoneyTest {

    /** The recorded figures of the original on the 24th of a month. */
    @Test
    void figures_are_rounded_once() {
        var month = new MonthMoney(Money.of("6000"), Money.of("1706.24"));
        assertThat(month.balance()).isEqualTo(Money.of("4293.76"));
        assertThat(month.dailyAverage(24)).isEqualTo(Money.of("71.09"));
        assertThat(month.savingsRate()).isEqualTo(new BigDecimal("71.56"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, STARTING", "0, 5, STARTING", "100, 0, STARTING", "100, 60, EXCELLENT",
        "100, 60.01, GOOD", "100, 80, GOOD", "100, 80.01, HIGH", "100, 300, HIGH"
    })
    void the_pace_goes_by_the_share_of_income_spent(String income, String spent, Pace pace) {
        assertThat(new MonthMoney(Money.of(income), Money.of(spent)).pace()).isEqualTo(pace);
    }

    @ParameterizedTest
    @CsvSource({
        "3000, 2400, 24, true",
        "3000, 2400.01, 24, false",
        "0, 50, 1, true",
        "100, 3.33, 1, true",
        "100, 3.34, 1, false"
    })
    void on_track_is_income_by_days_of_thirty(String income, String spent, int day, boolean onTrack) {
        assertThat(new MonthMoney(Money.of(income), Money.of(spent)).isOnTrack(day))
                .isEqualTo(onTrack);
    }

    @Test
    void without_income_there_is_no_rate() {
        var month = new MonthMoney(Money.ZERO, Money.of("12.50"));
        assertThat(month.savingsRate()).isEqualByComparingTo("0");
        assertThat(month.balance()).isEqualTo(Money.of("-12.50"));
    }

    @Test
    void without_a_plan_the_day_is_divided_by_default() {
        var month = new MonthMoney(Money.of("6000"), Money.ZERO);
        assertThat(month.unplannedDay()).isEqualTo(Money.of("200"));
        assertThat(Arrays.stream(DefaultTarget.values()).map(target -> target.limit(month)))
                .containsExactly(Money.of("70"), Money.of("50"), Money.of("40"), Money.of("40"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, good",
        "100, 90, good",
        "100, 90.01, warning",
        "100, 100, warning",
        "100, 100.01, over",
        "0, 0.01, over"
    })
    void a_day_of_the_week_is_judged_against_its_budget(String budget, String spent, String status) {
        assertThat(WeekDayStatus.of(Money.of(budget), Money.of(spent)).word()).isEqualTo(status);
    }
}
