package app.mita.domain.cluster;

import app.mita.api.money.Money;
import app.mita.domain.analytics.Spread;
import app.mita.domain.money.Percent;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

/** The kinds of spenders that the contract names (planning.md, behavior), told apart by a person's last 30 days. */
public enum SpenderCluster {
    /** Too little is known. */
    UNKNOWN("Unknown Cluster"),
    /** Leaves half of the income and more. */
    CONSERVATIVE_SAVER("Conservative Saver"),
    /** Spends nearly all of it, in amounts that differ a lot. */
    IMPULSIVE_SPENDER("Impulsive Spender"),
    /** Two fifths and more of the spending go into the pleasant things. */
    LIFESTYLE_SPENDER("Lifestyle Spender"),
    BALANCED_SPENDER("Balanced Spender");

    private static final int LEAST_TRANSACTIONS = 5;
    private static final int SAVERS_PERCENT = 50;
    private static final int IMPULSIVE_PERCENT = 90;
    private static final int LIFESTYLE_PERCENT = 40;
    private static final BigDecimal UNEVEN = new BigDecimal("0.5");
    private static final Set<String> LIFESTYLE =
            Set.of("dining", "entertainment", "shopping", "clothing", "travel", "gifts");

    private final String label;

    SpenderCluster(String label) {
        this.label = label;
    }

    /**
     * @param spent      of each transaction in the 30 days
     * @param byCategory the same in sums by the category's word
     * @param income     of a month
     */
    public static SpenderCluster of(Spread spent, Map<String, Money> byCategory, Money income) {
        if (spent.count() < LEAST_TRANSACTIONS || !income.isPositive()) {
            return UNKNOWN;
        }
        if (!Percent.reaches(spent.total(), income, SAVERS_PERCENT)) {
            return CONSERVATIVE_SAVER;
        }
        if (Percent.reaches(spent.total(), income, IMPULSIVE_PERCENT) && spent.varies(UNEVEN)) {
            return IMPULSIVE_SPENDER;
        }
        return Percent.reaches(lifestyle(byCategory), spent.total(), LIFESTYLE_PERCENT)
                ? LIFESTYLE_SPENDER
                : BALANCED_SPENDER;
    }

    /** As the app shows it. */
    public String label() {
        return label;
    }

    private static Money lifestyle(Map<String, Money> byCategory) {
        return Money.sum(byCategory.entrySet().stream()
                .filter(spent -> LIFESTYLE.contains(spent.getKey()))
                .map(Map.Entry::getValue)
                .toList());
    }
}
