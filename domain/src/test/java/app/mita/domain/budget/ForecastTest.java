package app.mita.domain.budget;

import static app.mita.domain.golden.Golden.money;
import static org.assertj.core.api.Assertions.assertThat;

import app.mita.api.budget.ForecastView;
import app.mita.api.money.Money;
import app.mita.domain.golden.Golden;
import app.mita.domain.planning.DayRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

class ForecastTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    static Stream<Golden> months() {
        return Golden.cases("forecasts");
    }

    @ParameterizedTest
    @MethodSource("months")
    void says_where_a_month_leads(Golden golden) {
        var given = golden.given();
        var forecast = Forecast.of(
                YearMonth.of(given.get("year").intValue(), given.get("month").intValue()),
                LocalDate.parse(given.get("today").asString()),
                rows(given.get("rows")),
                goals(given.get("goals")));
        assertSame(golden.then(), JSON.valueToTree(forecast), "");
    }

    /** recorded-history.json: a November seen on its 24th. */
    @ParameterizedTest
    @CsvSource({
        "43.10, 122.05, 5.09, 1.44, 3.53, 0",
        "52.72, 141.14, 5.88, 1.76, 3.34, 0",
        "121.47, 187.31, 7.80, 4.05, 1.93, 0",
        "566.50, 343.57, 14.32, 18.88, 0.76, 16",
        "453.49, 0, 0, 15.12, 0,"
    })
    void categories_as_recorded(
            String planned, String spent, String pace, String perDay, BigDecimal ratio, Long exhausted) {
        var month = YearMonth.of(2026, 11);
        var row = new DayRow(month.atDay(2), "any", Money.of(planned), Money.of(spent));
        var category = Forecast.of(month, month.atDay(24), List.of(row), List.of())
                .allCategories()
                .getFirst();
        assertThat(category.pace()).isEqualTo(Money.of(pace));
        assertThat(category.budgetPerDay()).isEqualTo(Money.of(perDay));
        assertThat(category.overspendRatio()).isEqualByComparingTo(ratio);
        assertThat(category.daysUntilExhausted()).isEqualTo(exhausted);
    }

    @Test
    void a_month_as_recorded() {
        var month = YearMonth.of(2026, 11);
        var row = new DayRow(month.atDay(2), "any", Money.of("4466.13"), Money.of("1706.24"));
        var forecast = Forecast.of(month, month.atDay(24), List.of(row), List.of());
        assertThat(forecast.currentDailyPace()).isEqualTo(Money.of("71.09"));
        assertThat(forecast.safeDailyLimit()).isEqualTo(Money.of("459.98"));
        assertThat(forecast.projectedMonthEndSpend()).isEqualTo(Money.of("2132.78"));
        assertThat(forecast.projectedMonthEndBalance()).isEqualTo(Money.of("2333.35"));
        assertThat(forecast.status()).isEqualTo("on_track");
    }

    @ParameterizedTest
    @CsvSource({
        "0.10, 5.00, 2, 9.99, 0", // less than a cent a day is planned
        "0.15, 0, 10, 0.00,",
        "100, 100, 10, 3.10, 0",
        "100, 100, 31, 1.00, 0",
        "99999999.99, 0.31, 31, 0.00, 9999999968"
    })
    void a_category_may_be_tiny_or_huge(String planned, String spent, int day, BigDecimal ratio, Long exhausted) {
        var month = YearMonth.of(2026, 3);
        var row = new DayRow(month.atDay(1), "food", Money.of(planned), Money.of(spent));
        var category = Forecast.of(month, month.atDay(day), List.of(row), List.of())
                .allCategories()
                .getFirst();
        assertThat(category.overspendRatio()).isEqualByComparingTo(ratio);
        assertThat(category.daysUntilExhausted()).isEqualTo(exhausted);
    }

    @Test
    void an_overspent_month_has_no_safe_limit() {
        var month = YearMonth.of(2026, 3);
        var row = new DayRow(month.atDay(1), "food", Money.of("10"), Money.of("20"));
        assertThat(Forecast.of(month, month.atDay(1), List.of(row), List.of()).safeDailyLimit())
                .isEqualTo(Money.ZERO);
    }

    /** recorded-history.json: three goals on 24 November. */
    @Test
    void goals_as_recorded() {
        var today = LocalDate.of(2026, 11, 24);
        var goals = Forecast.of(
                        YearMonth.of(2026, 11),
                        today,
                        List.of(),
                        List.of(
                                goal("Trip", "1200", "300", "150", today.plusDays(180)),
                                goal("Laptop", "900", "800", "50", today.plusDays(30)),
                                goal("Late", "500", "20", "0", today.minusDays(5))))
                .goals();
        assertThat(goals.stream().map(ForecastView.Goal::requiredMonthlyContribution))
                .containsExactly(Money.of("152.28"), Money.of("101.01"), null);
        assertThat(goals.stream().map(ForecastView.Goal::projectedSaved))
                .containsExactly(Money.of("1186.5"), Money.of("849.5"), Money.of("20"));
        assertThat(goals.stream().map(ForecastView.Goal::shortfall))
                .containsExactly(Money.of("13.5"), Money.of("50.5"), Money.of("480"));
        assertThat(goals).noneMatch(ForecastView.Goal::onTrack);
    }

    @Property
    void the_sums_are_those_of_the_rows(
            @ForAll List<@LongRange(min = 0, max = 10_000_000) Long> cents,
            @ForAll @IntRange(min = -40, max = 40) int day) {
        var month = YearMonth.of(2028, 2);
        var rows = new ArrayList<DayRow>();
        for (int i = 0; i + 1 < cents.size(); i += 2) {
            rows.add(new DayRow(
                    month.atDay(1 + i % 29), "c" + i % 5, Money.cents(cents.get(i)), Money.cents(cents.get(i + 1))));
        }
        var forecast = Forecast.of(month, month.atDay(1).plusDays(day), rows, List.of());
        assertThat(forecast.totalPlanned())
                .isEqualTo(Money.sum(rows.stream().map(DayRow::planned).toList()));
        assertThat(Money.sum(forecast.allCategories().stream()
                        .map(ForecastView.Category::monthlySpent)
                        .toList()))
                .isEqualTo(forecast.totalSpent());
        assertThat(forecast.daysElapsed() + forecast.daysRemaining()).isEqualTo(29);
        assertThat(forecast.totalPlanned().minus(forecast.projectedMonthEndSpend()))
                .isEqualTo(forecast.projectedMonthEndBalance());
        assertThat(forecast.allCategories()).containsAll(forecast.categoriesAtRisk());
    }

    private static SavingGoal goal(String title, String target, String saved, String contribution, LocalDate date) {
        return new SavingGoal(title, title, Money.of(target), Money.of(saved), Money.of(contribution), date);
    }

    private static List<DayRow> rows(JsonNode rows) {
        var list = new ArrayList<DayRow>();
        rows.forEach(row -> list.add(new DayRow(
                LocalDate.parse(row.get(0).asString()), row.get(1).asString(), money(row.get(2)), money(row.get(3)))));
        return list;
    }

    private static List<SavingGoal> goals(JsonNode goals) {
        var list = new ArrayList<SavingGoal>();
        goals.forEach(goal -> list.add(new SavingGoal(
                "g" + list.size(),
                goal.get(0).asString(),
                money(goal.get(1)),
                money(goal.get(2)),
                goal.get(3).isNull() ? Money.ZERO : money(goal.get(3)),
                goal.get(4).isNull() ? null : LocalDate.parse(goal.get(4).asString()))));
        return list;
    }

    /** Every recorded field, numbers by value. */
    private static void assertSame(JsonNode expected, JsonNode actual, String path) {
        if (expected.isObject()) {
            expected.properties()
                    .forEach(field ->
                            assertSame(field.getValue(), actual.path(field.getKey()), path + "." + field.getKey()));
        } else if (expected.isArray()) {
            assertThat(actual.size()).as(path).isEqualTo(expected.size());
            for (int i = 0; i < expected.size(); i++) {
                assertSame(expected.get(i), actual.get(i), path + "[" + i + "]");
            }
        } else if (expected.isNumber()) {
            assertThat(actual.isNumber()).as(path).isTrue();
            assertThat(actual.decimalValue()).as(path).isEqualByComparingTo(expected.decimalValue());
        } else {
            assertThat(actual).as(path).isEqualTo(expected);
        }
    }
}
