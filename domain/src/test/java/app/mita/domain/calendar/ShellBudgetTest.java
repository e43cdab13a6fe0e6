package app.mita.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.mita.api.money.Money;
import app.mita.api.wire.Refused;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellBudgetTest {

    @ParameterizedTest
    @CsvSource({
        "0.15, 0.1, 900, 600", // fractions
        "0.5, 0.5, 2050, 2050", // all of the income: bounded by what is left
        "15, 10, 900, 600", // percent
        "50, 50, 2050, 2050",
        "300, 100, 3075, 1025",
        "0, 0, 0, 0"
    })
    void weights_are_fractions_or_percent_of_the_income(String food, String gas, String foodGets, String gasGets) {
        var weights = new LinkedHashMap<String, BigDecimal>();
        weights.put("food", new BigDecimal(food));
        weights.put("gas", new BigDecimal(gas));
        assertThat(ShellBudget.of(Money.of("6000"), Money.of("400"), Map.of("rent", Money.of("1500")), weights))
                .isEqualTo(Map.of("food", Money.of(foodGets), "gas", Money.of(gasGets), "rent", Money.of("1500")));
    }

    @Test
    void a_category_may_be_fixed_and_weighted() {
        assertThat(ShellBudget.of(
                        Money.of("100"), Money.ZERO, Map.of("food", Money.of("10")), Map.of("food", BigDecimal.ONE)))
                .isEqualTo(Map.of("food", Money.of("100")));
    }

    @ParameterizedTest
    @CsvSource({"1000, 1000, 0", "1000, 1001, 0", "1000, 0, 1000.01", "1000, 500, 500.01", "0, 0, 0"})
    void what_the_income_cannot_bear_is_refused(String income, String savings, String rent) {
        assertThatThrownBy(() ->
                        ShellBudget.of(Money.of(income), Money.of(savings), Map.of("rent", Money.of(rent)), Map.of()))
                .isInstanceOf(Refused.class);
    }

    @Property
    void never_more_than_there_is(
            @ForAll @LongRange(min = 1, max = 99_999_999_99L) long income,
            @ForAll @IntRange(min = 0, max = 99) int savedPercent,
            @ForAll @Size(min = 1, max = 9) List<@BigRange(min = "0", max = "100") @Scale(3) BigDecimal> shares) {
        var weights = new LinkedHashMap<String, BigDecimal>();
        shares.forEach(share -> weights.put("c" + weights.size(), share));
        var savings = Money.cents(income / 100 * savedPercent);
        var amounts = ShellBudget.of(Money.cents(income), savings, Map.of(), weights);
        var sum = Money.sum(amounts.values());
        assertThat(sum.plus(savings)).isLessThanOrEqualTo(Money.cents(income));
        assertThat(amounts.values()).noneMatch(Money::isNegative);
        var days = EvenDays.of(amounts, 30);
        assertThat(Money.sum(days.stream().map(day -> Money.sum(day.values())).toList()))
                .isEqualTo(sum);
    }

    @ParameterizedTest
    @CsvSource({"0, 5, green", "100, 85, green", "100, 85.01, yellow", "100, 100, yellow", "100, 100.01, red"})
    void the_older_status_of_a_day(String planned, String spent, String status) {
        assertThat(DayStatus.byUse(Money.of(planned), Money.of(spent)).word()).isEqualTo(status);
    }
}
