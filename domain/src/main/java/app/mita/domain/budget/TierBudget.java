package app.mita.domain.budget;

import app.mita.api.money.Money;
import app.mita.domain.money.Apportionment;
import app.mita.domain.onboarding.IncomeTier;
import app.mita.domain.onboarding.RegionalProfiles;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Money divided as people of an income class divide theirs, to the cent.
 *
 * @param categories areas of life, such as {@code housing}, in the order of the region's figures
 */
public record TierBudget(IncomeTier tier, Map<String, Money> categories) {

    private static final String SAVINGS = "savings";
    /** A user who is known saves a twentieth more than their class does; the other shares give way evenly. */
    private static final BigDecimal KNOWN_SAVER = new BigDecimal("1.05");

    /**
     * An income by its tier's weights (planning.md, monthly).
     *
     * @param income not negative
     * @param region null means the national figures
     */
    public static TierBudget ofIncome(Money income, @Nullable String region) {
        var weights = RegionalProfiles.weightsOf(income, region);
        var sum = weights.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return new TierBudget(RegionalProfiles.tierOf(income, region), divided(income.times(sum), weights));
    }

    /**
     * Any amount by the weights of its owner's tier (planning.md, behavioral allocation); all of it is allocated.
     *
     * @param total  not negative
     * @param income its owner's; null when nothing is known of them: the amount itself then names the tier
     */
    public static TierBudget ofAmount(Money total, @Nullable Money income, @Nullable String region) {
        var standing = income == null ? total : income;
        var weights = new LinkedHashMap<>(RegionalProfiles.weightsOf(standing, region));
        if (income != null) {
            weights.computeIfPresent(SAVINGS, (area, weight) -> weight.multiply(KNOWN_SAVER));
        }
        return new TierBudget(RegionalProfiles.tierOf(standing, region), divided(total, weights));
    }

    public Money allocated() {
        return Money.sum(categories.values());
    }

    public Money saved() {
        return categories.getOrDefault(SAVINGS, Money.ZERO);
    }

    private static Map<String, Money> divided(Money total, Map<String, BigDecimal> weights) {
        var parts = Apportionment.of(total, List.copyOf(weights.values())).iterator();
        var divided = new LinkedHashMap<String, Money>();
        weights.keySet().forEach(area -> divided.put(area, parts.next()));
        return divided;
    }
}
