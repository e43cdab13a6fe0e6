package app.mita.api.financial;

import java.math.BigDecimal;
import java.util.Map;

/**
 * How the user's income may be divided (planning.md, small engines).
 *
 * @param userTier such as {@code lower_middle}
 */
public record BudgetMethodView(Method personalizedMethod, String userTier, String economicJustification) {

    /**
     * @param method      essentials_first, balanced_percentage or wealth_building
     * @param allocations by area of life, as shares that sum to 1
     */
    public record Method(
            String method,
            String description,
            BigDecimal needsPercentage,
            BigDecimal wantsPercentage,
            BigDecimal savingsPercentage,
            BigDecimal investmentsPercentage,
            Map<String, BigDecimal> allocations) {}
}
