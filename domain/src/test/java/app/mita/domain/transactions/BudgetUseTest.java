package app.mita.domain.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import app.mita.api.money.Money;
import app.mita.domain.transactions.Affordability.Alternative;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetUseTest {

    @ParameterizedTest
    @CsvSource({
        "100.00, 0.00, 0.0, safe, safe",
        "100.00, 69.99, 70.0, safe, safe",
        "100.00, 70.00, 70.0, caution, caution",
        "100.00, 79.99, 80.0, caution, caution",
        "100.00, 80.00, 80.0, warning, warning",
        "100.00, 90.00, 90.0, danger, danger",
        "100.00, 99.99, 100.0, danger, danger",
        "100.00, 100.00, 100.0, over_budget, blocked",
        "42.00, 57.00, 135.7, over_budget, blocked",
        "0.00, 0.00, 0.0, safe, safe",
        "0.00, 0.01, 100.0, over_budget, blocked"
    })
    void is_judged_by_the_exact_share(
            String planned, String spent, BigDecimal percentage, String status, String warning) {
        var use = use(planned, spent);
        assertThat(use.percentageUsed()).isEqualByComparingTo(percentage);
        assertThat(use.level().status()).isEqualTo(status);
        assertThat(use.level().warning()).isEqualTo(warning);
    }

    /** The recorded answer of the original for 15.00 on food, after 42.00 of 42.00. */
    @Test
    void an_amount_that_does_not_fit_names_what_has_room() {
        var day = Map.of(
                "food", use("42.00", "42.00"),
                "groceries", use("19.43", "0.00"),
                "transport public", use("30.00", "0.00"),
                "hobbies", use("14.99", "0.00"));
        var answer = Affordability.of(day, "food", Money.of("15.00"));
        assertThat(answer)
                .isEqualTo(new Affordability(
                        true,
                        UseLevel.OVER,
                        Money.of("42.00"),
                        Money.of("42.00"),
                        Money.of("-15.00"),
                        new BigDecimal("135.7"),
                        Money.of("15.00"),
                        List.of(
                                new Alternative(
                                        "transport public",
                                        Money.of("30.00"),
                                        new BigDecimal("100.0"),
                                        Money.of("30.00")),
                                new Alternative(
                                        "groceries", Money.of("19.43"), new BigDecimal("100.0"), Money.of("19.43")))));
        assertThat(answer.canAfford()).isFalse();
    }

    @Test
    void an_amount_that_fits_needs_no_alternative() {
        var day = Map.of("food", use("100.00", "50.00"), "groceries", use("100.00", "0.00"));
        var answer = Affordability.of(day, "food", Money.of("39.99"));
        assertThat(answer.canAfford()).isTrue();
        assertThat(answer.level()).isEqualTo(UseLevel.WARNING);
        assertThat(answer.remaining()).isEqualTo(Money.of("10.01"));
        assertThat(answer.overage()).isEqualTo(Money.ZERO);
        assertThat(answer.alternatives()).isEmpty();
    }

    @Test
    void what_the_day_does_not_plan_is_affordable_with_caution() {
        var answer = Affordability.of(Map.of("food", use("0.00", "12.00")), "food", Money.of("5"));
        assertThat(answer.canAfford()).isTrue();
        assertThat(answer.planned()).isFalse();
        assertThat(answer.level()).isEqualTo(UseLevel.CAUTION);
        assertThat(answer.spent()).isEqualTo(Money.ZERO);
    }

    private static BudgetUse use(String planned, String spent) {
        return new BudgetUse(Money.of(planned), Money.of(spent));
    }
}
