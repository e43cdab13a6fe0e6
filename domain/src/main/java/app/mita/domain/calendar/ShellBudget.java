package app.mita.domain.calendar;

import app.mita.api.money.Money;
import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import app.mita.domain.money.Apportionment;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A month's amounts from an income alone, for an app that has no saved calendar (planning.md, shell). */
public final class ShellBudget {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private ShellBudget() {}

    /**
     * Weights are shares of the income when they sum to at most 1, else percentages of it. Together they get no more than
     * fixed amounts and savings leave; where they want more, each gives way in proportion.
     *
     * @param fixed   by category
     * @param weights by category, not negative
     * @return by category, the weighted ones first
     * @throws Refused BUDGET_EXCEEDED when nothing of the income is left beside the savings, or less than the fixed
     *     amounts
     */
    public static Map<String, Money> of(
            Money income, Money savings, Map<String, Money> fixed, Map<String, BigDecimal> weights) {
        if (savings.compareTo(income) >= 0) {
            throw new Refused(ErrorCode.BUDGET_EXCEEDED, "The savings target leaves nothing of the income to live on.");
        }
        var left = income.minus(savings).minus(Money.sum(fixed.values()));
        if (left.isNegative()) {
            throw new Refused(
                    ErrorCode.BUDGET_EXCEEDED, "Fixed amounts and the savings target are more than the income.");
        }
        var amounts = new LinkedHashMap<>(weighted(income, left, weights));
        fixed.forEach((category, amount) -> amounts.merge(category, amount, Money::plus));
        return amounts;
    }

    private static Map<String, Money> weighted(Money income, Money left, Map<String, BigDecimal> weights) {
        var sum = weights.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        var amounts = new LinkedHashMap<String, Money>();
        if (sum.signum() == 0) {
            weights.keySet().forEach(category -> amounts.put(category, Money.ZERO));
            return amounts;
        }
        var share = sum.compareTo(BigDecimal.ONE) <= 0 ? sum : sum.divide(HUNDRED);
        var wanted = share.compareTo(BigDecimal.ONE) >= 0 ? income : income.times(share);
        var parts = Apportionment.of(wanted.min(left), List.copyOf(weights.values()))
                .iterator();
        weights.keySet().forEach(category -> amounts.put(category, parts.next()));
        return amounts;
    }
}
