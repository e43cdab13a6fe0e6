package app.mita.domain.onboarding;

import static app.mita.domain.golden.Golden.money;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.mita.api.money.Money;
import app.mita.api.wire.Refused;
import app.mita.domain.golden.Golden;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BudgetFromAnswersTest {

    static Stream<Golden> budgets() {
        return Golden.cases("budgets");
    }

    static Stream<Golden> tiers() {
        return Golden.cases("tiers");
    }

    @ParameterizedTest
    @MethodSource("budgets")
    void divides_the_income_as_the_original_did(Golden golden) {
        if (golden.then().has("refused")) {
            assertThatThrownBy(() -> BudgetFromAnswers.plan(Answers.of(golden.given())))
                    .isInstanceOfSatisfying(
                            Refused.class, refused -> assertThat(refused.code().status())
                                    .isEqualTo(golden.then().get("refused").intValue()));
            return;
        }
        var plan = BudgetFromAnswers.plan(Answers.of(golden.given()));
        assertThat(plan.totalIncome()).isEqualTo(money(golden.then().get("total_income")));
        assertThat(plan.fixedExpensesTotal()).isEqualTo(money(golden.then().get("fixed_expenses_total")));
        assertThat(plan.savingsGoal()).isEqualTo(money(golden.then().get("savings_goal")));
        assertThat(plan.discretionaryTotal()).isEqualTo(money(golden.then().get("discretionary_total")));
        assertThat(plan.incomeTier()).isEqualTo(golden.then().get("income_tier").asString());
        assertThat(plan.userClass()).isEqualTo(golden.then().get("user_class").asString());
        assertThat(plan.behavior()).isEqualTo(golden.then().get("behavior").asString());
        var breakdown = golden.then().get("discretionary_breakdown");
        assertThat(plan.discretionaryBreakdown().keySet()).containsExactlyElementsOf(breakdown.propertyNames());
        plan.discretionaryBreakdown().forEach((category, amount) -> assertThat(amount.amount())
                .as(category)
                .isCloseTo(breakdown.get(category).decimalValue(), within(new BigDecimal("0.01"))));
    }

    @ParameterizedTest
    @MethodSource("tiers")
    void classifies_incomes_as_the_original_did(Golden golden) {
        var tier = RegionalProfiles.tierOf(
                money(golden.given().get("monthly_income")),
                golden.given().get("region").asString());
        assertThat(tier.word()).isEqualTo(golden.then().get("tier").asString());
    }

    @Test
    void a_region_that_describes_one_tier_only_puts_lower_incomes_into_it() {
        assertThat(RegionalProfiles.tierOf(Money.of("3000"), "GB")).isEqualTo(IncomeTier.LOWER_MIDDLE);
    }

    @Test
    void an_income_above_the_tiers_that_a_region_describes_is_classed_as_nationally() {
        assertThat(RegionalProfiles.tierOf(Money.of("25000"), "GB")).isEqualTo(IncomeTier.HIGH);
    }

    @Test
    void without_an_income_there_is_no_budget() {
        var answers = Answers.answers(Money.ZERO, Money.ZERO, Map.of(), Map.of(), Money.ZERO, null);
        assertThatThrownBy(() -> BudgetFromAnswers.plan(answers))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.code().status()).isEqualTo(422));
    }

    @Test
    void cents_are_kept() {
        var answers = Answers.answers(Money.of("0.1"), Money.of("0.2"), Map.of(), Map.of(), Money.ZERO, null);
        assertThat(BudgetFromAnswers.plan(answers).discretionaryTotal()).isEqualTo(Money.of("0.30"));
    }

    @Test
    void half_a_cent_is_rounded_up() {
        var answers = Answers.answers(Money.of("100.005"), Money.ZERO, Map.of(), Map.of(), Money.ZERO, null);
        assertThat(BudgetFromAnswers.plan(answers).discretionaryTotal()).isEqualTo(Money.of("100.01"));
    }

    @Test
    void counts_beyond_reason_are_taken() {
        var habits = Map.of(
                "coffee_per_week", Integer.MAX_VALUE,
                "dining_out_per_month", Integer.MAX_VALUE,
                "travel_per_year", Integer.MAX_VALUE);
        var answers = Answers.answers(Money.of("3000"), Money.ZERO, Map.of(), habits, Money.ZERO, null);
        var breakdown = BudgetFromAnswers.plan(answers).discretionaryBreakdown();
        assertThat(breakdown).containsEntry("coffee", Money.of("67.50")).containsKey("flights");
    }
}
