package app.mita.api.analytics;

import java.math.BigDecimal;
import java.util.List;

/**
 * The habits of the last 30 days as the contract shows them (planning.md, behavioral-insights).
 *
 * @param spendingBehavior       consistent or variable
 * @param riskScore              0 to 1
 * @param impulseBuyingTendency  low or medium
 * @param budgetAdherence        share of planned days that did not end red, 0 to 1
 * @param savingDiscipline       0 to 1
 */
public record BehavioralInsightsView(
        String spendingBehavior,
        BigDecimal riskScore,
        String impulseBuyingTendency,
        BigDecimal budgetAdherence,
        BigDecimal savingDiscipline,
        List<String> insights,
        List<String> recommendations) {}
