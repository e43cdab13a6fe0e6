package app.mita.query.financial;

import app.mita.api.financial.ThresholdsView;
import app.mita.api.money.Money;
import app.mita.domain.analytics.SpendingHabit;
import app.mita.domain.budget.IncomeAdvice;
import app.mita.domain.onboarding.IncomeShares;
import app.mita.domain.onboarding.RegionalProfiles;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Figures that the user's spending is judged by, by their type. */
final class Thresholds {

    private static final List<String> TYPES = List.of(
            "budget_allocation",
            "spending_pattern",
            "health_scoring",
            "income_classification",
            "savings_target",
            "emergency_fund");

    private Thresholds() {}

    static ThresholdsView of(String type, Money income, @Nullable String region, IncomeShares shares) {
        var thresholds = thresholds(type, income, region, shares);
        return thresholds == null
                ? new ThresholdsView.Unknown("There are no thresholds of this type.", TYPES)
                : new ThresholdsView.Known(type, thresholds, shares.tier().word());
    }

    private static @Nullable Map<String, BigDecimal> thresholds(
            String type, Money income, @Nullable String region, IncomeShares shares) {
        return switch (type) {
            case "budget_allocation" -> shares.shares();
            case "spending_pattern" ->
                Map.of("variable_from", SpendingHabit.VARIABLE, "impulse_amount_from", SpendingHabit.SMALL.amount());
            case "health_scoring" ->
                Map.of(
                        "needs_at_most", shares.needs().movePointLeft(2),
                        "wants_at_most", shares.wants().movePointLeft(2),
                        "savings_at_least", shares.savings().movePointLeft(2));
            case "income_classification" -> bounds(region);
            case "savings_target" ->
                Map.of(
                        "savings_rate", shares.share("savings"),
                        "monthly_amount", income.times(shares.share("savings")).amount());
            case "emergency_fund" ->
                Map.of("amount", IncomeAdvice.on(income).emergencyFundTarget().amount());
            default -> null;
        };
    }

    private static Map<String, BigDecimal> bounds(@Nullable String region) {
        var bounds = new LinkedHashMap<String, BigDecimal>();
        RegionalProfiles.bounds(region).forEach((tier, bound) -> bounds.put(tier.word(), bound));
        return bounds;
    }
}
