package app.mita.domain.planning;

import static app.mita.domain.planning.MonthPlannerTest.dayTotal;
import static app.mita.domain.planning.MonthPlannerTest.plan;
import static org.assertj.core.api.Assertions.assertThat;

import app.mita.api.money.Money;
import app.mita.api.onboarding.OnboardingAnswers;
import app.mita.domain.onboarding.BudgetFromAnswers;
import app.mita.domain.onboarding.BudgetInvariantsTest;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Invariants 16 and 17 of domain.md, and the limit of every day, over any answers and any month. */
class MonthPlanInvariantsTest {

    @Property
    void a_month_is_the_sum_of_its_days(
            @ForAll("payable") OnboardingAnswers answers, @ForAll("months") YearMonth month) {
        var monthly = new HashMap<String, Money>();
        answers.fixedExpenses().forEach((name, amount) -> monthly.merge(PlanCategory.named(name), amount, Money::plus));
        BudgetFromAnswers.plan(answers)
                .discretionaryBreakdown()
                .forEach((name, amount) -> monthly.merge(name, amount, Money::plus));
        monthly.values().removeIf(Money::isZero);
        var planned = plan(answers, month);
        assertThat(planned.keySet()).isEqualTo(monthly.keySet());
        planned.forEach((category, days) -> {
            assertThat(days).hasSize(month.lengthOfMonth()).noneMatch(Money::isNegative);
            assertThat(Money.sum(days)).as(category).isEqualTo(monthly.get(category));
        });
    }

    @Property
    void every_day_has_a_limit_when_there_is_a_cent_a_day(
            @ForAll("payable") OnboardingAnswers answers, @ForAll("months") YearMonth month) {
        var parts = Money.sum(
                BudgetFromAnswers.plan(answers).discretionaryBreakdown().values());
        if (parts.cents() < month.lengthOfMonth()) {
            return;
        }
        var planned = plan(answers, month);
        assertThat(IntStream.range(0, month.lengthOfMonth()).mapToObj(day -> dayTotal(planned, day)))
                .allMatch(Money::isPositive);
    }

    @Property
    void it_is_the_same_whoever_plans(@ForAll("payable") OnboardingAnswers answers, @ForAll("months") YearMonth month) {
        assertThat(plan(answers, month)).isEqualTo(plan(answers, month));
    }

    @Provide
    Arbitrary<OnboardingAnswers> payable() {
        return BudgetInvariantsTest.payable();
    }

    @Provide
    Arbitrary<YearMonth> months() {
        return Arbitraries.integers().between(0, 12 * 30).map(YearMonth.of(2020, 1)::plusMonths);
    }
}
