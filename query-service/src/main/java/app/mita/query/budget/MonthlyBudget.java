package app.mita.query.budget;

import app.mita.api.budget.MonthlyBudgetView;
import app.mita.api.money.Money;
import app.mita.api.onboarding.OnboardingAnswers;
import app.mita.domain.budget.TierBudget;
import app.mita.domain.onboarding.BudgetFromAnswers;
import java.time.YearMonth;
import java.util.LinkedHashMap;

/** A month's budget, from answers as onboarding asks for them or from an income alone (planning.md, monthly). */
final class MonthlyBudget {

    private static final String SAVINGS = "savings";

    private MonthlyBudget() {}

    /** Refuses what onboarding would refuse. */
    static MonthlyBudgetView from(YearMonth month, OnboardingAnswers answers) {
        var plan = BudgetFromAnswers.plan(answers);
        var categories = new LinkedHashMap<>(answers.fixedExpenses());
        plan.discretionaryBreakdown().forEach((category, amount) -> categories.merge(category, amount, Money::plus));
        categories.merge(SAVINGS, plan.savingsGoal(), Money::plus);
        return new MonthlyBudgetView(
                month,
                plan.totalIncome(),
                plan.totalIncome(),
                Money.sum(categories.values()),
                plan.savingsGoal(),
                plan.incomeTier(),
                categories);
    }

    static MonthlyBudgetView from(YearMonth month, Standing standing) {
        var budget = TierBudget.ofIncome(standing.income(), standing.region());
        return new MonthlyBudgetView(
                month,
                standing.income(),
                standing.income(),
                budget.allocated(),
                budget.saved(),
                budget.tier().word(),
                budget.categories());
    }
}
