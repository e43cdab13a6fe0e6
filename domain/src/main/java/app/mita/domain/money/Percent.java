package app.mita.domain.money;

import app.mita.api.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Percentages: exact until they are rounded, once. */
public final class Percent {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Percent() {}

    /**
     * @param whole  zero or less has no percentage: the answer is 0
     * @param places decimals to round to, HALF_UP
     */
    public static BigDecimal of(Money part, Money whole, int places) {
        return whole.isPositive()
                ? part.amount().multiply(HUNDRED).divide(whole.amount(), places, RoundingMode.HALF_UP)
                : BigDecimal.ZERO.setScale(places);
    }

    /** Whether the part is at least that many percent of the whole, compared exactly. */
    public static boolean reaches(Money part, Money whole, int percent) {
        return compare(part, whole, percent) >= 0;
    }

    /** Whether the part is more than that many percent of the whole, compared exactly. */
    public static boolean exceeds(Money part, Money whole, int percent) {
        return compare(part, whole, percent) > 0;
    }

    private static int compare(Money part, Money whole, int percent) {
        return part.amount().multiply(HUNDRED).compareTo(whole.amount().multiply(BigDecimal.valueOf(percent)));
    }
}
