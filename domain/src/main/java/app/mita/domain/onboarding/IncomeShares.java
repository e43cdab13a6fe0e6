package app.mita.domain.onboarding;

import app.mita.api.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How an income may be divided: its tier's weights, with savings that grow by up to a tenth the further the income is
 * up in its tier, made to sum to 1. (The original's own figures for 6,000 a month agree to its last digit.)
 *
 * @param weights by area of life, as they are before they are made to sum to 1
 * @param sum     of the weights, positive
 */
public record IncomeShares(IncomeTier tier, Map<String, BigDecimal> weights, BigDecimal sum) {

    private static final String SAVINGS = "savings";
    private static final String INVESTMENTS = "investments";
    private static final Set<String> WANTS = Set.of("entertainment", "miscellaneous", "luxury");
    private static final BigDecimal MOST_GROWTH = new BigDecimal("0.1");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** @param region such as {@code US-CA}; null or unknown means the national average */
    public static IncomeShares of(Money monthlyIncome, @Nullable String region) {
        var standing = RegionalProfiles.standing(monthlyIncome, region);
        var growth = BigDecimal.ONE.add(MOST_GROWTH.multiply(RegionalProfiles.heightInTier(monthlyIncome, region)));
        var weights = new LinkedHashMap<String, BigDecimal>();
        standing.weights()
                .forEach((area, weight) -> weights.put(area, area.equals(SAVINGS) ? weight.multiply(growth) : weight));
        var sum = weights.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return new IncomeShares(standing.tier(), Collections.unmodifiableMap(weights), sum);
    }

    /** Of one area, four decimals; 0 for one that the tier does not have. */
    public BigDecimal share(String area) {
        return weights.getOrDefault(area, BigDecimal.ZERO).divide(sum, 4, RoundingMode.HALF_UP);
    }

    /** Each area's, four decimals. */
    public Map<String, BigDecimal> shares() {
        var shares = new LinkedHashMap<String, BigDecimal>();
        weights.keySet().forEach(area -> shares.put(area, share(area)));
        return shares;
    }

    /** What cannot be done without, in percent, two decimals. */
    public BigDecimal needs() {
        return percentage(area -> !WANTS.contains(area) && !area.equals(SAVINGS) && !area.equals(INVESTMENTS));
    }

    public BigDecimal wants() {
        return percentage(WANTS::contains);
    }

    public BigDecimal savings() {
        return percentage(SAVINGS::equals);
    }

    public BigDecimal investments() {
        return percentage(INVESTMENTS::equals);
    }

    private BigDecimal percentage(Predicate<String> areas) {
        return weights.entrySet().stream()
                .filter(weight -> areas.test(weight.getKey()))
                .map(Map.Entry::getValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .multiply(HUNDRED)
                .divide(sum, 2, RoundingMode.HALF_UP);
    }
}
