package app.mita.domain.budget;

import static org.assertj.core.api.Assertions.assertThat;

import app.mita.api.money.Money;
import app.mita.domain.onboarding.IncomeTier;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TierBudgetTest {

    private static final List<String> REGIONS = List.of("US", "US-CA", "US-FL", "US-NY", "US-TX", "GB", "DEFAULT");

    /** recorded.json, POST /api/budget/monthly. */
    @Test
    void an_income_by_its_tiers_weights() {
        var budget = TierBudget.ofIncome(Money.of("6000"), null);
        assertThat(budget.tier()).isEqualTo(IncomeTier.MIDDLE);
        assertThat(budget.categories())
                .isEqualTo(Map.of(
                        "housing", Money.of("1800"),
                        "food", Money.of("720"),
                        "transport", Money.of("900"),
                        "utilities", Money.of("420"),
                        "healthcare", Money.of("360"),
                        "savings", Money.of("720"),
                        "entertainment", Money.of("480"),
                        "miscellaneous", Money.of("600")));
        assertThat(budget.saved()).isEqualTo(Money.of("720"));
    }

    /** recorded.json, POST /api/budget/behavioral_allocation, which lost a cent; ours puts it where it belongs. */
    @Test
    void an_amount_of_a_known_user() {
        var budget = TierBudget.ofAmount(Money.of("3900"), Money.of("6000"), null);
        assertThat(budget.categories())
                .containsEntry("housing", Money.of("1163.02"))
                .containsEntry("food", Money.of("465.21"))
                .containsEntry("transport", Money.of("581.51"))
                .containsEntry("utilities", Money.of("271.37"))
                .containsEntry("savings", Money.of("488.47"))
                .containsEntry("entertainment", Money.of("310.14"));
        assertThat(budget.allocated()).isEqualTo(Money.of("3900"));
    }

    @Test
    void nothing_divides_into_nothing() {
        assertThat(TierBudget.ofAmount(Money.ZERO, null, null).allocated()).isEqualTo(Money.ZERO);
        assertThat(TierBudget.ofIncome(Money.ZERO, "US-CA").allocated()).isEqualTo(Money.ZERO);
    }

    @Property
    void no_cent_is_lost(@ForAll @LongRange(min = 0, max = 99_999_999_99L) long cents) {
        for (var region : REGIONS) {
            var amount = Money.cents(cents);
            assertThat(TierBudget.ofAmount(amount, null, region).allocated()).isEqualTo(amount);
            assertThat(TierBudget.ofAmount(amount, Money.of("6000"), region).allocated())
                    .isEqualTo(amount);
            assertThat(TierBudget.ofIncome(amount, region).categories().values())
                    .noneMatch(Money::isNegative);
        }
    }

    @ParameterizedTest
    @CsvSource({"3000, 0.15", "3000.01, 0.2", "6000, 0.2", "0, 0.15"})
    void who_earns_more_can_save_more(String income, BigDecimal rate) {
        assertThat(IncomeAdvice.on(Money.of(income)).recommendedSavingsRate()).isEqualByComparingTo(rate);
    }

    /** recorded.json, POST /api/budget/income_based_recommendations. */
    @Test
    void rules_of_thumb() {
        var advice = IncomeAdvice.on(Money.of("6000"));
        assertThat(advice.emergencyFundTarget()).isEqualTo(Money.of("36000"));
        assertThat(advice.maxHousingCost()).isEqualTo(Money.of("1800"));
        assertThat(advice.discretionaryBudget()).isEqualTo(Money.of("1800"));
        assertThat(advice.categoryLimits())
                .containsEntry("food", Money.of("900"))
                .containsEntry("transportation", Money.of("600"))
                .containsEntry("utilities", Money.of("300"))
                .containsEntry("entertainment", Money.of("600"))
                .containsEntry("healthcare", Money.of("300"))
                .containsEntry("savings", Money.of("1200"))
                .containsEntry("other", Money.of("300"));
    }

    @Test
    void the_mode_follows_the_income() {
        assertThat(DefaultMode.of(IncomeTier.HIGH)).isEqualTo("aggressive");
        assertThat(DefaultMode.of(IncomeTier.UPPER_MIDDLE)).isEqualTo("balanced");
        assertThat(DefaultMode.of(IncomeTier.MIDDLE)).isEqualTo("default");
        assertThat(DefaultMode.of(IncomeTier.LOW)).isEqualTo("default");
    }
}
