package app.mita.domain.onboarding;

import app.mita.api.event.PersonalText;
import app.mita.api.money.Money;
import app.mita.api.onboarding.BudgetPlan;
import app.mita.api.onboarding.OnboardingAnswers;
import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;

/** The rule that divides a month's income (domain.md, "Budget from answers"; invariants 1 to 7). */
public final class BudgetFromAnswers {

    private BudgetFromAnswers() {}

    /**
     * Income is fixed expenses, savings and discretionary money, to the cent. Savings give way to fixed expenses.
     *
     * @throws Refused OUT_OF_RANGE for an income that is not positive, BUDGET_GENERATION_FAILED for fixed expenses
     *     above it
     */
    public static BudgetPlan plan(OnboardingAnswers answers) {
        var income = answers.totalIncome();
        if (!income.isPositive()) {
            throw new Refused(ErrorCode.OUT_OF_RANGE, "A budget needs an income above zero.");
        }
        var fixed = Money.sum(answers.fixedExpenses().values());
        if (fixed.compareTo(income) > 0) {
            throw new Refused(
                    ErrorCode.BUDGET_GENERATION_FAILED, "Your fixed expenses are higher than your monthly income.");
        }
        var left = income.minus(fixed);
        var savings = answers.savingsGoal().min(left);
        var discretionary = left.minus(savings);
        var standing = RegionalProfiles.standing(income, PersonalText.reveal(answers.region()));
        return new BudgetPlan(
                income,
                fixed,
                savings,
                discretionary,
                new Wants(income, standing, answers.habits()).within(discretionary),
                standing.tier().word(),
                standing.tier().word(),
                standing.behavior(),
                standing.weights());
    }
}
