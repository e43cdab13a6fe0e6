package app.mita.domain.onboarding;

import static java.util.Objects.requireNonNull;

import app.mita.api.money.Money;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What living in a region costs and how its people divide their income. What a region's file leaves out is taken from the
 * national figures.
 *
 * @param costOfLiving relative to the national average, which is 1
 * @param thresholds   by the tier's word, the highest annual income of each tier but the last
 * @param behavior     how people there deal with money
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
                costOfLiving == null ? national.costOfLiving : costOfLiving,
                thresholds == null ? national.thresholds : thresholds,
                behavior == null ? national.behavior : behavior,
                tiers);
    }

    /** The lowest tier whose threshold the income does not pass (inclusive). */
    IncomeTier tierOf(Money monthlyIncome) {
        var annual = monthlyIncome.amount().multiply(MONTHS);
        var highest = requireNonNull(thresholds);
        return Arrays.stream(IncomeTier.values())
                .filter(tier -> highest.containsKey(tier.word()))
                .filter(tier -> annual.compareTo(highest.get(tier.word())) <= 0)
                .findFirst()
                .orElse(IncomeTier.HIGH);
    }

    /** How far up in its tier an income is: 0 at the bottom, 1 at the top, and 1 in the tier that has no top; six decimals. */
    BigDecimal heightInTier(Money monthlyIncome) {
        var annual = monthlyIncome.amount().multiply(MONTHS);
        var bottom = BigDecimal.ZERO;
        for (var tier : IncomeTier.values()) {
            var top = requireNonNull(thresholds).get(tier.word());
            if (top != null && annual.compareTo(top) <= 0) {
                return annual.subtract(bottom).divide(top.subtract(bottom), 6, RoundingMode.HALF_UP);
            }
            bottom = top == null ? bottom : top;
        }
        return BigDecimal.ONE;
    }

    boolean describes(IncomeTier tier) {
        return tiers.containsKey(tier.word());
    }

    Standing standing(IncomeTier tier) {
        return new Standing(
                tier, requireNonNull(tiers.get(tier.word())), requireNonNull(behavior), requireNonNull(costOfLiving));
    }
}
