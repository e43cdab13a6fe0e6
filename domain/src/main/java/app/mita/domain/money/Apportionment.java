package app.mita.domain.money;

import app.mita.api.money.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Division of an amount in proportion to weights, exact to the cent (the method of the largest remainder). */
public final class Apportionment {

    private Apportionment() {}

    /**
     * Each part is its exact share rounded down or up to a cent; the cents left over go to the largest remainders, the
     * earlier of equal ones first.
     *
     * @param total   not negative
     * @param weights not negative, their sum positive
     * @return as many parts as weights, in their order; they sum to the total
     */
    public static List<Money> of(Money total, List<BigDecimal> weights) {
        int scale = weights.stream().mapToInt(BigDecimal::scale).max().orElse(0);
        var whole = weights.stream()
                .map(weight -> weight.setScale(scale).unscaledValue())
                .toList();
        var sum = whole.stream().reduce(BigInteger.ZERO, BigInteger::add);
        var shares = whole.stream()
                .map(weight ->
                        BigInteger.valueOf(total.cents()).multiply(weight).divideAndRemainder(sum))
                .toList();
        var cents = new ArrayList<>(
                shares.stream().map(share -> share[0].longValueExact()).toList());
        int leftOver =
                (int) (total.cents() - cents.stream().mapToLong(Long::longValue).sum());
        IntStream.range(0, cents.size())
                .boxed()
                .sorted(Comparator.comparing((Integer part) -> shares.get(part)[1])
                        .reversed())
                .limit(leftOver)
                .forEach(part -> cents.set(part, cents.get(part) + 1));
        return cents.stream().map(Money::cents).toList();
    }
}
