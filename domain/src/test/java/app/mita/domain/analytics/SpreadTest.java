package app.mita.domain.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import app.mita.api.money.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SpreadTest {

    private static final MathContext EXACT_ENOUGH = new MathContext(60);

    @Property
    void variance_from_sums_is_variance_from_amounts(
            @ForAll @Size(min = 1, max = 60) List<@LongRange(min = 1, max = 100_000_000) Long> cents) {
        var mean = mean(cents);
        assertThat(spread(cents).mean().amount())
                .isEqualByComparingTo(mean.movePointLeft(2).setScale(2, RoundingMode.HALF_UP));
        assertThat(spread(cents).relativeVariance(2))
                .isCloseTo(
                        variance(cents).divide(mean.pow(2), EXACT_ENOUGH),
                        Offset.offset(new BigDecimal("0.005000001")));
    }

    @Property
    void an_outlier_lies_above_mean_and_deviations(
            @ForAll @Size(min = 1, max = 40) List<@LongRange(min = 1, max = 100_000_000) Long> cents,
            @ForAll @LongRange(min = 0, max = 200_000_000) long amount,
            @ForAll @BigRange(min = "0", max = "4") @Scale(2) BigDecimal deviations) {
        var bound = mean(cents).add(deviations.multiply(variance(cents).sqrt(EXACT_ENOUGH)));
        var spread = spread(cents);
        assertThat(spread.bound(deviations).cents())
                .isEqualTo(bound.setScale(0, RoundingMode.HALF_UP).longValueExact());
        // Where the bound itself is the amount, the root's last digit would decide.
        if (bound.subtract(BigDecimal.valueOf(amount)).abs().compareTo(new BigDecimal("0.000001")) > 0) {
            assertThat(spread.isExceededBy(Money.cents(amount), deviations))
                    .isEqualTo(BigDecimal.valueOf(amount).compareTo(bound) > 0);
        }
    }

    @Property
    void spreads_add_up(
            @ForAll @Size(max = 20) List<@LongRange(min = 1, max = 100_000_000) Long> some,
            @ForAll @Size(max = 20) List<@LongRange(min = 1, max = 100_000_000) Long> others) {
        var all = new ArrayList<>(some);
        all.addAll(others);
        assertThat(spread(some).plus(spread(others))).isEqualTo(spread(all));
    }

    @Test
    void equal_amounts_do_not_vary() {
        var spread = Spread.of(List.of(Money.of("10"), Money.of("10"), Money.of("10")));
        assertThat(spread.relativeVariance(2)).isEqualByComparingTo("0");
        assertThat(spread.isExceededBy(Money.of("10"), new BigDecimal("2.5"))).isFalse();
        assertThat(spread.isExceededBy(Money.of("10.01"), new BigDecimal("2.5")))
                .isTrue();
    }

    @Test
    void of_nothing_everything_is_zero() {
        assertThat(Spread.NONE.mean()).isEqualTo(Money.ZERO);
        assertThat(Spread.NONE.relativeVariance(2)).isEqualByComparingTo("0");
        assertThat(Spread.NONE.bound(BigDecimal.TWO)).isEqualTo(Money.ZERO);
        assertThat(Spread.NONE.varies(BigDecimal.ZERO)).isFalse();
        assertThat(Spread.NONE.isExceededBy(Money.of("1"), BigDecimal.TWO)).isFalse();
    }

    private static Spread spread(List<Long> cents) {
        return Spread.of(cents.stream().map(Money::cents).toList());
    }

    private static BigDecimal mean(List<Long> cents) {
        var sum = cents.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        return new BigDecimal(sum).divide(BigDecimal.valueOf(cents.size()), EXACT_ENOUGH);
    }

    private static BigDecimal variance(List<Long> cents) {
        var mean = mean(cents);
        return cents.stream()
                .map(amount -> BigDecimal.valueOf(amount).subtract(mean).pow(2))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(cents.size()), EXACT_ENOUGH);
    }
}
