package app.mita.api.onboarding;

import app.mita.api.money.Money;
import java.math.BigDecimal;
import java.util.Map;

/**
 * A month's money, divided. income = fixed + savings + discretionary, to the cent (invariant 6).
 *
 * @param discretionaryBreakdown by plan category, in the order of the rule; sums to at most discretionary
 * @param tierWeightsUsed        the income tier's weights by area
 */
public record BudgetPlan(
        Money totalIncome,
        Money fixedExpensesTotal,
        Money savingsGoal,
        Money discretionaryTotal,
        Map<String, Money> discretionaryBreakdown,
        String userClass,
        String incomeTier,
        String behavior,
        Map<String, BigDecimal> tierWeightsUsed) {}
