package app.mita.domain.drift;

import app.mita.api.money.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeSet;

/**
 * How far the division of money among categories has moved: the share of the money that goes elsewhere than before,
 * which is half the sum of the differences of all shares. 0 when every category has kept its share, 1 when none has any
 * money left that it had.
 */
public final class Drift {

    private static final int PLACES = 4;

    private Drift() {}

    /**
     * @param before spending by category; not negative
     * @param after  the same of a later time
     * @return 0 to 1, four decimals; 0 when either has no spending, for then there is nothing to compare
     */
    public static BigDecimal between(Map<String, Money> before, Map<String, Money> after) {
        var wholeBefore = cents(Money.sum(before.values()));
        var wholeAfter = cents(Money.sum(after.values()));
        if (wholeBefore.signum() == 0 || wholeAfter.signum() == 0) {
            return BigDecimal.ZERO.setScale(PLACES);
        }
        var names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        var moved = names.stream()
                .map(name -> cents(before.getOrDefault(name, Money.ZERO))
                        .multiply(wholeAfter)
                        .subtract(cents(after.getOrDefault(name, Money.ZERO)).multiply(wholeBefore))
                        .abs())
                .reduce(BigInteger.ZERO, BigInteger::add);
        return new BigDecimal(moved)
                .divide(new BigDecimal(wholeBefore.multiply(wholeAfter).shiftLeft(1)), PLACES, RoundingMode.HALF_UP);
    }

    private static BigInteger cents(Money amount) {
        return BigInteger.valueOf(amount.cents());
    }
}
