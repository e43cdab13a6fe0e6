package app.mita.domain.transactions;

import app.mita.api.money.Money;
import app.mita.domain.money.Percent;
import java.math.BigDecimal;

/**
 * How far one category's money for a day is used up (core.md section 7, budget-status).
 *
 * @param planned not negative
 * @param spent   not negative
 */
public record BudgetUse(Money planned, Money spent) {

    private static final BigDecimal WHOLLY = new BigDecimal("100.0");
    private static final int PLACES = 1;

    /** Negative when overspent. */
    public Money remaining() {
        return planned.minus(spent);
    }

    /** One decimal; anything spent of nothing is 100. */
    public BigDecimal percentageUsed() {
        return planned.isZero() && spent.isPositive() ? WHOLLY : Percent.of(spent, planned, PLACES);
    }

    /** One decimal; 0 when used up. */
    public BigDecimal percentageFree() {
        return Percent.of(remaining().max(Money.ZERO), planned, PLACES);
    }

    public UseLevel level() {
        return UseLevel.of(planned, spent);
    }
}
