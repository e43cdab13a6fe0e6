package app.mita.domain.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import app.mita.api.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeasonalPatternTest {

    private final SortedMap<YearMonth, Map<String, Money>> months = new TreeMap<>();

    private void month(String month, String... spending) {
        var byCategory = new TreeMap<String, Money>();
        for (int i = 0; i < spending.length; i += 2) {
            byCategory.put(spending[i], Money.of(spending[i + 1]));
        }
        months.put(YearMonth.parse(month), byCategory);
    }

    @Test
    void a_season_that_costs_more_shows_with_what_rises_most() {
        month("2025-11", "food", "100", "gifts", "60", "travel", "70");
        month("2025-12", "food", "100", "gifts", "140", "travel", "70");
        month("2026-01", "food", "100", "travel", "60");
        month("2026-02", "food", "100", "travel", "60");
        assertThat(SeasonalPattern.in(months))
                .containsExactly(
                        new SeasonalPattern(Season.HOLIDAY_SEASON, new BigDecimal("0.69"), List.of("gifts", "travel")));
    }

    @Test
    void a_tenth_more_is_not_enough() {
        month("2026-04", "food", "100");
        month("2026-05", "food", "100");
        month("2026-06", "food", "110");
        assertThat(SeasonalPattern.in(months)).isEmpty();
        month("2026-07", "food", "110.01");
        assertThat(SeasonalPattern.in(months)).hasSize(1);
    }

    @Test
    void two_months_say_nothing() {
        month("2026-05", "food", "100");
        month("2026-06", "food", "1000");
        assertThat(SeasonalPattern.in(months)).isEmpty();
    }

    @Test
    void a_season_needs_something_to_compare_it_with() {
        month("2026-06", "food", "100");
        month("2026-07", "food", "100");
        month("2026-08", "food", "100");
        assertThat(SeasonalPattern.in(months)).isEmpty();
    }

    /** The months of the recorded history: the original finds no pattern in them. */
    @Test
    void the_recorded_history_has_none() {
        month("2026-08", "food", "664.28");
        month("2026-09", "food", "1423.14");
        month("2026-10", "food", "1582.54");
        assertThat(SeasonalPattern.in(months)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "HOLIDAY_SEASON, 2026-10-31, 2026-11-01",
        "HOLIDAY_SEASON, 2026-11-01, 2027-11-01",
        "HOLIDAY_SEASON, 2026-12-31, 2027-11-01",
        "SUMMER, 2028-02-29, 2028-06-01",
        "SUMMER, 2026-11-24, 2027-06-01"
    })
    void begins_next_after_today(Season season, LocalDate today, LocalDate start) {
        assertThat(season.nextStart(today)).isEqualTo(start);
    }
}
