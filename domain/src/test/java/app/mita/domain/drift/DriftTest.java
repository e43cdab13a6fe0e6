package app.mita.domain.drift;

import static org.assertj.core.api.Assertions.assertThat;

import app.mita.api.money.Money;
import java.math.BigDecimal;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class DriftTest {

    @Test
    void is_the_share_that_goes_elsewhere() {
        var before = Map.of("food", Money.of("75"), "rent", Money.of("25"));
        var after = Map.of("food", Money.of("100"), "pets", Money.of("100"));
        assertThat(Drift.between(before, after)).isEqualByComparingTo("0.5");
    }

    @Test
    void nothing_moves_where_nothing_was_spent() {
        assertThat(Drift.between(Map.of(), Map.of("food", Money.of("1")))).isEqualByComparingTo("0");
        assertThat(Drift.between(Map.of("food", Money.of("1")), Map.of())).isEqualByComparingTo("0");
    }

    @Property
    void lies_between_none_and_all_and_is_the_same_both_ways(
            @ForAll("spending") Map<String, Money> one, @ForAll("spending") Map<String, Money> other) {
        assertThat(Drift.between(one, other))
                .isBetween(BigDecimal.ZERO, BigDecimal.ONE)
                .isEqualTo(Drift.between(other, one));
        assertThat(Drift.between(one, one)).isEqualByComparingTo("0");
    }

    @Provide
    Arbitrary<Map<String, Money>> spending() {
        return Arbitraries.maps(
                        Arbitraries.of("food", "rent", "pets", "gifts"),
                        Arbitraries.longs().between(0, 100_000_000L).map(Money::cents))
                .ofMaxSize(4);
    }
}
