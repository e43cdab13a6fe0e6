package app.mita.api.money;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * An exact amount in US dollars, held in cents. Outside it is a decimal number with at most two places.
 *
 * @param cents may be negative (a balance can be)
 */
public record Money(long cents) implements Comparable<Money> {

    public static final Money ZERO = new Money(0);

    public static Money cents(long cents) {
        return cents == 0 ? ZERO : new Money(cents);
    }

    /** Rounds HALF_UP to the cent. Throws ArithmeticException beyond a long of cents. */
    @JsonCreator
    public static Money of(BigDecimal amount) {
        return cents(amount.setScale(2, RoundingMode.HALF_UP).unscaledValue().longValueExact());
    }

    /** @param amount a decimal literal, such as {@code "12.50"} */
    public static Money of(String amount) {
        return of(new BigDecimal(amount));
    }

    /** The amount with two places, as it is written in JSON. */
    @JsonValue
    public BigDecimal amount() {
        return BigDecimal.valueOf(cents, 2);
    }

    public Money plus(Money other) {
        return cents(Math.addExact(cents, other.cents));
    }

    public Money minus(Money other) {
        return cents(Math.subtractExact(cents, other.cents));
    }

    public Money negated() {
        return cents(Math.negateExact(cents));
    }

    public Money min(Money other) {
        return cents <= other.cents ? this : other;
    }

    public Money max(Money other) {
        return cents >= other.cents ? this : other;
    }

    /** Rounds HALF_UP to the cent, once. */
    public Money times(BigDecimal factor) {
        return of(amount().multiply(factor));
    }

    public boolean isZero() {
        return cents == 0;
    }

    public boolean isPositive() {
        return cents > 0;
    }

    public boolean isNegative() {
        return cents < 0;
    }

    /** Parts that differ by at most a cent, the larger ones first, and sum to this amount. */
    public List<Money> split(int parts) {
        long floor = Math.floorDiv(cents, parts);
        long remainder = Math.floorMod(cents, parts);
        var split = new ArrayList<Money>(parts);
        for (int i = 0; i < parts; i++) {
            split.add(cents(i < remainder ? floor + 1 : floor));
        }
        return split;
    }

    public static Money sum(Iterable<Money> amounts) {
        long total = 0;
        for (var amount : amounts) {
            total = Math.addExact(total, amount.cents);
        }
        return cents(total);
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(cents, other.cents);
    }

    @Override
    public String toString() {
        return amount().toPlainString();
    }
}
