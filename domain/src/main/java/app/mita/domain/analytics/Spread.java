package app.mita.domain.analytics;

import app.mita.api.money.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * How far amounts lie apart, from their sums alone. Variance is that of the whole population, and everything is compared
 * exactly.
 *
 * @param count   of the amounts, at least 0
 * @param squares the sum of the squared amounts, in square cents
 */
public record Spread(long count, Money total, BigInteger squares) {

    public static final Spread NONE = new Spread(0, Money.ZERO, BigInteger.ZERO);

    public static Spread of(Iterable<Money> amounts) {
        var spread = NONE;
        for (var amount : amounts) {
            spread = spread.plus(
                    new Spread(1, amount, BigInteger.valueOf(amount.cents()).pow(2)));
        }
        return spread;
    }

    public Spread plus(Spread other) {
        return new Spread(count + other.count, total.plus(other.total), squares.add(other.squares));
    }

    /** Rounded HALF_UP to the cent; zero of nothing. */
    public Money mean() {
        return count == 0
                ? Money.ZERO
                : Money.of(total.amount().divide(BigDecimal.valueOf(count), 2, RoundingMode.HALF_UP));
    }

    /**
     * The variance in units of the squared mean: 0 when all amounts are alike, however large they are.
     *
     * @param places decimals to round to, HALF_UP; 0 of nothing
     */
    public BigDecimal relativeVariance(int places) {
        return total.isZero()
                ? BigDecimal.ZERO.setScale(places)
                : new BigDecimal(scaledVariance())
                        .divide(new BigDecimal(scaledSquareOfMean()), places, RoundingMode.HALF_UP);
    }

    /** Whether the variance is at least that many times the squared mean. */
    public boolean varies(BigDecimal times) {
        var bound = times.multiply(new BigDecimal(scaledSquareOfMean()));
        return !total.isZero() && new BigDecimal(scaledVariance()).compareTo(bound) >= 0;
    }

    /** Whether the amount lies above the mean by more than that many standard deviations. */
    public boolean isExceededBy(Money amount, BigDecimal deviations) {
        var above = BigInteger.valueOf(count)
                .multiply(BigInteger.valueOf(amount.cents()))
                .subtract(BigInteger.valueOf(total.cents()));
        var bound = deviations.pow(2).multiply(new BigDecimal(scaledVariance()));
        return above.signum() > 0 && new BigDecimal(above.pow(2)).compareTo(bound) > 0;
    }

    /** The mean and that many standard deviations more, rounded to the cent; zero of nothing. */
    public Money bound(BigDecimal deviations) {
        if (count == 0) {
            return Money.ZERO;
        }
        var deviation = new BigDecimal(scaledVariance()).sqrt(MathContext.DECIMAL128);
        var cents = BigDecimal.valueOf(total.cents())
                .add(deviations.multiply(deviation))
                .divide(BigDecimal.valueOf(count), 0, RoundingMode.HALF_UP);
        return Money.cents(cents.longValueExact());
    }

    /** The variance times the squared count, which is whole. */
    private BigInteger scaledVariance() {
        return BigInteger.valueOf(count).multiply(squares).subtract(scaledSquareOfMean());
    }

    /** The squared mean times the squared count. */
    private BigInteger scaledSquareOfMean() {
        return BigInteger.valueOf(total.cents()).pow(2);
    }
}
