package app.mita.domain.budget;

import static org.assertj.core.api.Assertions.assertThat;

import app.mita.api.money.Money;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetWeightsTest {

    @Test
    void each_weight_follows_its_share_by_at_most_five_hundredths() {
        var adapted = BudgetWeights.adapted(
                        BudgetWeights.DEFAULT, Map.of("food", Money.of("400"), "groceries", Money.of("100")))
                .orElseThrow();
        // Food alone moves up, by .05; the others give it in proportion to what they should lose, here all .05 at most.
        assertThat(adapted)
                .isEqualTo(Map.of(
                        "food", new BigDecimal("0.35"),
                        "transportation", new BigDecimal("0.1375"),
                        "utilities", new BigDecimal("0.0875"),
                        "entertainment", new BigDecimal("0.0875"),
                        "savings", new BigDecimal("0.2"),
                        "other", new BigDecimal("0.1375")));
    }

    @Test
    void spending_as_planned_changes_nothing() {
        assertThat(BudgetWeights.adapted(
                        BudgetWeights.DEFAULT,
                        Map.of(
                                "dining", Money.of("300"),
                                "gas", Money.of("150"),
                                "utilities", Money.of("100"),
                                "entertainment", Money.of("107"),
                                "rent", Money.of("150"))))
                .as("no weight would move by .01")
                .isEmpty();
    }

    @Test
    void without_spending_there_is_nothing_to_follow() {
        assertThat(BudgetWeights.adapted(BudgetWeights.DEFAULT, Map.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "food,food",
        "dining,food",
        "groceries,food",
        "transportation,transportation",
        "gas,transportation",
        "public_transport,transportation",
        "utilities,utilities",
        "entertainment,entertainment",
        "rent,other",
        "pets,other"
    })
    void every_category_counts_under_one_weight(String category, String weight) {
        assertThat(BudgetWeights.weightOf(category)).isEqualTo(weight);
    }

    /** Asked again and again with the same spending, it comes to rest. */
    @Property(tries = 500)
    void sums_stay_one_and_no_step_is_too_long(@ForAll("spending") Map<String, Money> spent) {
        var now = BudgetWeights.DEFAULT;
        int steps = 0;
        for (var next = BudgetWeights.adapted(now, spent); next.isPresent(); next = BudgetWeights.adapted(now, spent)) {
            var after = next.get();
            var before = now;
            assertThat(after.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo("1");
            assertThat(after.get("savings")).isEqualByComparingTo("0.2");
            assertThat(after.keySet()).isEqualTo(before.keySet());
            assertThat(after).allSatisfy((name, weight) -> {
                assertThat(weight.signum()).isNotNegative();
                assertThat(weight.subtract(before.get(name)).abs()).isLessThanOrEqualTo(new BigDecimal("0.05"));
            });
            assertThat(after.entrySet())
                    .as("something moved by .01")
                    .anyMatch(weight -> weight.getValue()
                                    .subtract(before.get(weight.getKey()))
                                    .abs()
                                    .compareTo(new BigDecimal("0.01"))
                            >= 0);
            now = after;
            assertThat(++steps).isLessThan(100);
        }
    }

    @Provide
    Arbitrary<Map<String, Money>> spending() {
        var category = Arbitraries.of(
                "food", "groceries", "gas", "public_transport", "utilities", "entertainment", "rent", "pets");
        return Arbitraries.maps(
                        category,
                        Arbitraries.longs().between(1, 100_000_000_000L).map(Money::cents))
                .map(HashMap::new);
    }
}
