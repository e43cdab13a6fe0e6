package app.mita.domain.onboarding;

import app.mita.api.money.Money;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What living in a region costs and how its people divide their income.
 *
 * @param costOfLiving relative to the national average, which is 1; null means 1
 * @param thresholds   the highest annual income of each tier but the last; null means the national ones
 * @param behavior     how people there deal with money; null means the national word
 * @param tiers        by the tier's word, the share of income that each area of life takes
 */
record RegionalProfile(
        @JsonProperty("cost_of_living_adjustment") @Nullable BigDecimal costOfLiving,
        @JsonProperty("class_thresholds") @Nullable Map<String, BigDecimal> thresholds,
        @JsonProperty("default_behavior") @Nullable String behavior,
        @JsonProperty("classes") Map<String, Map<String, BigDecimal>> tiers) {

    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

    RegionalProfile completedBy(RegionalProfile national) {
        return new RegionalProfile(
                costOfLiving == null ? BigDecimal.ONE : costOfLiving,
                thresholds == null ? national.thresholds : thresholds,
                behavior == null ? national.behavior : behavior,
                tiers);
    }

    /** The lowest tier whose threshold the income does not pass (inclusive). */
    IncomeTier tierOf(Money monthlyIncome) {
        var annual = monthlyIncome.amount().multiply(MONTHS);
        for (var tier : IncomeTier.values()) {
            var threshold = thresholds == null ? null : thresholds.get(tier.word());
            if (threshold != null && annual.compareTo(threshold) <= 0) {
                return tier;
            }
        }
        return IncomeTier.HIGH;
    }
}
