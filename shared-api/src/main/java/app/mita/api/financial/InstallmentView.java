package app.mita.api.financial;

import app.mita.api.money.Money;

/**
 * Whether a price can be paid in monthly parts (planning.md, small engines).
 *
 * @param monthlyPayment         the largest of the parts
 * @param installmentPeriod      in months
 * @param budgetImpactAssessment within_limits or exceeds_limits
 * @param availableMonthly       what a month leaves for it; negative when it leaves nothing
 */
public record InstallmentView(
        boolean canAfford,
        Money monthlyPayment,
        String reason,
        Money totalAmount,
        int installmentPeriod,
        String budgetImpactAssessment,
        Money availableMonthly) {}
