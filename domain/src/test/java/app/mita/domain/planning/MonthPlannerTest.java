package app.mita.domain.planning;

import static app.mita.domain.golden.Golden.money;
import static org.assertj.core.api.Assertions.assertThat;

import app.mita.api.money.Money;
import app.mita.api.onboarding.OnboardingAnswers;
import app.mita.domain.golden.Golden;
import app.mita.domain.onboarding.Answers;
import app.mita.domain.onboarding.BudgetFromAnswers;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonthPlannerTest {

    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    @Test
    void lays_out_the_recorded_month_as_the_original_did_but_for_its_choice_of_weekend_days() {
        var planned = plan(Answers.golden("budget-B1"), NOVEMBER);
        var recorded = new TreeMap<String, TreeMap<Integer, Money>>();
        Golden.read("recorded-month").properties().forEach(day -> day.getValue()
                .properties()
                .forEach(row -> recorded.computeIfAbsent(row.getKey(), category -> new TreeMap<>())
                        .put(LocalDate.parse(day.getKey()).getDayOfMonth(), money(row.getValue()))));
        assertThat(planned.keySet()).containsExactlyInAnyOrderElementsOf(recorded.keySet());
        for (var category : List.of("rent", "utilities", "insurance medical")) {
            assertThat(daysOf(planned.get(category))).isEqualTo(recorded.get(category));
        }
        for (var category : List.of("dining out", "clothing", "hobbies", "entertainment events", "transport gas")) {
            assertThat(daysOf(planned.get(category)).values())
                    .containsExactlyElementsOf(recorded.get(category).values());
        }
        for (var category : List.of("groceries", "transport public")) {
            assertThat(daysOf(planned.get(category)).keySet())
                    .containsAll(recorded.get(category).keySet());
        }
    }

    @Test
    void obligations_have_their_own_day() {
        var planned = plan(answers(Map.of("rent_or_mortgage", Money.of("900"), "loans", Money.of("120"))), NOVEMBER);
        assertThat(daysOf(planned.get("rent or mortgage"))).isEqualTo(Map.of(1, Money.of("900")));
        assertThat(daysOf(planned.get("loans"))).isEqualTo(Map.of(5, Money.of("120")));
    }

    @Test
    void a_habit_says_on_how_many_days() {
        var answers = Answers.answers(
                Money.of("6000"),
                Money.ZERO,
                Map.of(),
                Map.of("dining_out_per_month", 20, "coffee_per_week", 2, "transport_per_month", 10),
                Money.ZERO,
                "US");
        var planned = plan(answers, NOVEMBER);
        assertThat(daysOf(planned.get("dining out"))).hasSize(20).containsKeys(1, 7, 8, 14, 15, 21, 22, 28, 29);
        assertThat(daysOf(planned.get("coffee")).keySet()).containsSubsequence(2, 3, 4, 5, 6, 9, 10, 11);
        assertThat(daysOf(planned.get("transport public")).keySet()).contains(2, 13);
    }

    @Test
    void the_chosen_days_are_the_same_every_time_but_differ_by_month_and_category() {
        var first = ClusteredDays.of(NOVEMBER, "hobbies", 4);
        assertThat(ClusteredDays.of(NOVEMBER, "hobbies", 4)).isEqualTo(first);
        assertThat(IntStream.rangeClosed(1, 12)
                        .mapToObj(month -> ClusteredDays.of(YearMonth.of(2027, month), "hobbies", 4))
                        .distinct())
                .hasSizeGreaterThan(6);
        assertThat(List.of("books", "gaming", "delivery", "clothing").stream()
                        .map(category -> ClusteredDays.of(NOVEMBER, category, 4))
                        .distinct())
                .hasSizeGreaterThan(2);
    }

    @ParameterizedTest
    @CsvSource({"2026-02,28", "2028-02,29", "2026-11,30", "2026-12,31"})
    void few_days_of_the_month_are_weekend_days_first(YearMonth month, int length) {
        var days = ClusteredDays.of(month, "books", 4);
        assertThat(days)
                .hasSize(4)
                .isSorted()
                .allMatch(day -> month.atDay(day + 1).getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0);
        assertThat(ClusteredDays.of(month, "books", 31)).hasSize(length);
    }

    @Test
    void the_first_of_november_2026_has_money_even_when_nobody_goes_out_on_that_sunday() {
        var planned = plan(answers(Map.of()), NOVEMBER);
        assertThat(IntStream.range(0, 30).mapToObj(day -> dayTotal(planned, day)))
                .allMatch(Money::isPositive);
    }

    @Test
    void names_that_mean_the_same_are_one_category() {
        var planned = plan(answers(Map.of("Dining_Out", Money.of("31"))), NOVEMBER);
        assertThat(planned.keySet()).containsOnlyOnce("dining out").doesNotContain("Dining_Out");
    }

    private static OnboardingAnswers answers(Map<String, Money> fixed) {
        return Answers.answers(Money.of("3000"), Money.ZERO, fixed, Map.of(), Money.ZERO, null);
    }

    static Map<String, List<Money>> plan(OnboardingAnswers answers, YearMonth month) {
        return MonthPlanner.plan(answers, BudgetFromAnswers.plan(answers), month);
    }

    static Money dayTotal(Map<String, List<Money>> planned, int day) {
        return Money.sum(planned.values().stream().map(days -> days.get(day)).toList());
    }

    private static TreeMap<Integer, Money> daysOf(List<Money> amounts) {
        var days = new TreeMap<Integer, Money>();
        for (int day = 0; day < amounts.size(); day++) {
            if (amounts.get(day).isPositive()) {
                days.put(day + 1, amounts.get(day));
            }
        }
        return days;
    }
}
