package app.mita.api.transactions;

import app.mita.api.money.Money;
import java.math.BigDecimal;
import java.util.List;

/**
 * What a purchase would do to its category's day (core.md section 7).
 *
 * @param warningLevel    safe, caution, warning, danger or blocked
 * @param remainingBudget after the purchase; negative when it is too much
 * @param percentageUsed  after the purchase, one decimal
 * @param overage         what the purchase goes beyond the budget; zero when it does not
 * @param alternativeCategories at most three that could pay for it
 * @param suggestions     at most three
 * @param category        as asked for
 */
public record AffordabilityView(
        boolean canAfford,
        String warningLevel,
        Money currentSpent,
        Money dailyBudget,
        Money remainingBudget,
        BigDecimal percentageUsed,
        Money overage,
        String impactMessage,
        List<Alternative> alternativeCategories,
        List<String> suggestions,
        boolean allowOverride,
        String category,
        Money amount) {

    /**
     * @param available      not yet spent
     * @param percentageFree one decimal
     */
    public record Alternative(String category, Money available, BigDecimal percentageFree, Money dailyBudget) {}
}
