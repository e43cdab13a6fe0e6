package app.mita.domain.money;

import static org.assertj.core.api.Assertions.assertThat;

import app.mita.api.money.Money;
import app.mita.domain.golden.Golden;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MoneyDivisionTest {

    static Stream<Golden> splits() {
        return Golden.cases("splits");
    }

    @ParameterizedTest
    @MethodSource("splits")
    void an_even_split_loses_no_cent(Golden golden) {
        var parts = Money.cents(golden.given().get("cents").longValue())
                .split(golden.given().get("parts").intValue());
        var first = parts.getFirst();
        var last = parts.getLast();
        assertThat(first.cents()).isEqualTo(golden.then().get("first").longValue());
        assertThat(last.cents()).isEqualTo(golden.then().get("last").longValue());
        assertThat(Money.sum(parts).cents()).isEqualTo(golden.then().get("sum").longValue());
        assertThat(parts.stream().filter(part -> part.compareTo(last) > 0))
                .hasSize(golden.then().get("parts_with_extra_cent").intValue());
    }

    @Property
    void a_division_by_weights_loses_no_cent(
            @ForAll @LongRange(min = 0, max = 100_000_000_00L) long cents,
            @ForAll @Size(min = 1, max = 20)
                    List<@BigRange(min = "0.001", max = "1000000") @Scale(4) BigDecimal> weights) {
        var total = Money.cents(cents);
        var parts = Apportionment.of(total, weights);
        assertThat(Money.sum(parts)).isEqualTo(total);
        var sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        for (int i = 0; i < parts.size(); i++) {
            var exact = total.amount().multiply(weights.get(i));
            var error = parts.get(i).amount().multiply(sum).subtract(exact).abs();
            assertThat(error).isLessThan(sum.multiply(new BigDecimal("0.01")));
        }
    }
}
