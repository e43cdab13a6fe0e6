package app.mita.domain.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.mita.api.event.PersonalText;
import app.mita.api.money.Money;
import app.mita.api.onboarding.OnboardingAnswers;
import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Invariants 1 to 7 of domain.md over any answers. */
public class BudgetInvariantsTest {

    @Property
    void every_cent_of_the_income_is_somewhere(@ForAll("payable") OnboardingAnswers answers) {
        var plan = BudgetFromAnswers.plan(answers);
        assertThat(plan.totalIncome())
                .isEqualTo(answers.monthlyIncome().plus(answers.additionalIncome()))
                .isEqualTo(plan.fixedExpensesTotal().plus(plan.savingsGoal()).plus(plan.discretionaryTotal()));
        assertThat(plan.fixedExpensesTotal())
                .isEqualTo(Money.sum(answers.fixedExpenses().values()));
    }

    @Property
    void savings_give_way_to_fixed_expenses(@ForAll("payable") OnboardingAnswers answers) {
        var plan = BudgetFromAnswers.plan(answers);
        assertThat(plan.savingsGoal()).isBetween(Money.ZERO, answers.savingsGoal());
        assertThat(plan.discretionaryTotal()).isGreaterThanOrEqualTo(Money.ZERO);
        if (plan.savingsGoal().compareTo(answers.savingsGoal()) < 0) {
            assertThat(plan.discretionaryTotal()).isEqualTo(Money.ZERO);
        }
    }

    @Property
    void the_parts_are_never_more_than_there_is(@ForAll("payable") OnboardingAnswers answers) {
        var plan = BudgetFromAnswers.plan(answers);
        assertThat(plan.discretionaryBreakdown().values()).allMatch(Money::isPositive);
        assertThat(Money.sum(plan.discretionaryBreakdown().values())).isLessThanOrEqualTo(plan.discretionaryTotal());
    }

    @Property
    void fixed_expenses_above_the_income_are_refused(
            @ForAll("payable") OnboardingAnswers answers, @ForAll("cents") Money more) {
        var broke = Answers.answers(
                answers.monthlyIncome(),
                answers.additionalIncome(),
                Map.of("rent", answers.totalIncome().plus(more).plus(Money.cents(1))),
                answers.habits(),
                answers.savingsGoal(),
                PersonalText.reveal(answers.region()));
        assertThatThrownBy(() -> BudgetFromAnswers.plan(broke))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.code())
                        .isEqualTo(ErrorCode.BUDGET_GENERATION_FAILED));
    }

    @Provide
    public static Arbitrary<Money> cents() {
        return Arbitraries.longs().between(0, 5_000_000).map(Money::cents);
    }

    /** Answers whose fixed expenses the income pays for. */
    @Provide
    public static Arbitrary<OnboardingAnswers> payable() {
        var fixedShare = Arbitraries.integers().between(0, 100);
        var habits = Arbitraries.maps(
                Arbitraries.of(
                        "coffee_per_week",
                        "dining_out_per_month",
                        "entertainment_per_month",
                        "clothing_per_month",
                        "travel_per_year",
                        "transport_per_month"),
                Arbitraries.integers().between(0, 40));
        var regions = Arbitraries.of("US", "US-CA", "US-FL", "US-NY", "US-TX", "GB", "FR")
                .injectNull(0.1);
        var fixedNames = Arbitraries.of("rent", "utilities", "loans", "groceries", "Dining_Out", "insurance medical")
                .list()
                .uniqueElements()
                .ofMinSize(1);
        return Combinators.combine(
                        Arbitraries.longs().between(1, 5_000_000).map(Money::cents),
                        cents(),
                        fixedShare,
                        fixedNames,
                        habits,
                        cents(),
                        regions)
                .as((monthly, additional, share, names, counts, savings, region) -> {
                    var fixed = Money.cents(monthly.plus(additional).cents() * share / 100)
                            .split(names.size());
                    var expenses = new LinkedHashMap<String, Money>();
                    names.forEach(name -> expenses.put(name, fixed.get(expenses.size())));
                    return Answers.answers(monthly, additional, expenses, counts, savings, region);
                });
    }
}
