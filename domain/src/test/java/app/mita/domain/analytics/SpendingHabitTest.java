package app.mita.domain.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import app.mita.api.money.Money;
import app.mita.domain.analytics.SpendingHabit.Adherence;
import app.mita.domain.golden.Golden;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SpendingHabitTest {

    static Stream<Golden> habits() {
        return Golden.cases("spending-habits");
    }

    /** The original's answers for the recorded histories. */
    @ParameterizedTest
    @MethodSource("habits")
    void is_read_from_the_amounts(Golden golden) {
        var amounts = StreamSupport.stream(golden.given().get("amounts").spliterator(), false)
                .map(Golden::money)
                .toList();
        var habit = SpendingHabit.of(Spread.of(amounts), new Adherence(0, 0), Money.ZERO, null);
        assertThat(habit.variable())
                .isEqualTo(golden.then().get("spending_behavior").asString().equals("variable"));
        assertThat(habit.riskScore())
                .isEqualByComparingTo(golden.then().get("risk_score").decimalValue());
        assertThat(habit.impulseBuying())
                .isEqualTo(
                        golden.then().get("impulse_buying_tendency").asString().equals("medium"));
    }

    @ParameterizedTest
    @CsvSource({
        // average, and whether it is more than small change
        "49.99, false",
        "50.00, true"
    })
    void small_change_is_no_impulse(String amount, boolean impulse) {
        var spread = Spread.of(List.of(Money.of(amount), Money.of(amount)));
        assertThat(SpendingHabit.of(spread, new Adherence(0, 0), Money.ZERO, null)
                        .impulseBuying())
                .isEqualTo(impulse);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0.00", "30, 0, 1.00", "30, 30, 0.00", "30, 1, 0.97", "3, 1, 0.67"})
    void keeping_to_the_plan_is_the_share_of_days_that_did_not_end_red(int planned, int red, BigDecimal share) {
        assertThat(SpendingHabit.of(Spread.NONE, new Adherence(planned, red), Money.ZERO, null)
                        .budgetAdherence())
                .isEqualByComparingTo(share);
    }

    @ParameterizedTest
    @CsvSource({
        // income, spent, wanted savings
        "6000, 2000, 400, 1.00",
        "6000, 5800, 400, 0.50",
        "6000, 6000, 400, 0.00",
        "6000, 7000, 400, 0.00",
        "6000, 4500, 0, 0.25",
        "0, 100, 400, 0.00",
        "0, 0, 0, 0.00"
    })
    void saving_is_what_the_income_leaves_of_what_is_wanted(
            String income, String spent, String wanted, BigDecimal discipline) {
        var habit = SpendingHabit.of(
                Spread.of(List.of(Money.of(spent))), new Adherence(0, 0), Money.of(income), Money.of(wanted));
        assertThat(habit.savingDiscipline()).isEqualByComparingTo(discipline);
    }
}
