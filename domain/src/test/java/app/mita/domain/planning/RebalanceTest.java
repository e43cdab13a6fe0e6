package app.mita.domain.planning;

import static org.assertj.core.api.Assertions.assertThat;

import app.mita.api.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RebalanceTest {

    private static final LocalDate TENTH = LocalDate.of(2026, 3, 10);

    /** golden.json, rebalance-basic. */
    @Test
    void takesFromDiscretionaryFirstAndAtMostHalf() {
        var rebalance = Rebalance.of(
                List.of(
                        row(10, "food", "20", "50"),
                        row(11, "dining out", "40", "0"),
                        row(11, "groceries", "30", "0"),
                        row(11, "rent", "100", "0"),
                        row(12, "hobbies", "20", "0")),
                TENTH,
                "food");
        assertThat(rebalance.transfers().stream().map(Rebalance.Transfer::from))
                .containsExactly("dining out", "hobbies");
        assertThat(rebalance.transfers().stream().map(Rebalance.Transfer::amount))
                .containsExactly(Money.of("20"), Money.of("10"));
        assertThat(rebalance.uncovered()).isEqualTo(Money.ZERO);
    }

    /** golden.json, rebalance-short. */
    @Test
    void onTheLastDayNobodyCanGive() {
        var rebalance = Rebalance.of(List.of(row(31, "food", "20", "50")), LocalDate.of(2026, 3, 31), "food");
        assertThat(rebalance.transfers()).isEmpty();
        assertThat(rebalance.uncovered()).isEqualTo(Money.of("30"));
    }

    /** recorded-rebalance.json, its second step: 42.00 on food, which the plan does not have. */
    @Test
    void takesEvenlyFromACategorysRows() {
        var rebalance = Rebalance.of(
                List.of(
                        row(10, "food", "0", "42"),
                        row(28, "dining out", "25.50", "0"),
                        row(28, "entertainment events", "56.25", "0"),
                        row(29, "dining out", "25.50", "0"),
                        row(29, "entertainment events", "56.25", "0")),
                TENTH,
                "food");
        assertThat(rebalance.transfers().stream().map(Rebalance.Transfer::amount))
                .containsExactly(Money.of("25.50"), Money.of("16.50"));
        assertThat(rebalance.transfers().getLast().taken().values()).containsOnly(Money.of("8.25"));
    }

    /** Invariant 18. */
    @Property
    void makesAndLosesNoMoneyAndNeverTakesMoreThanHalf(@ForAll("months") List<DayRow> month) {
        var overspent = month.getFirst();
        var rebalance = Rebalance.of(month, overspent.day(), overspent.category());
        assertThat(rebalance.covered().plus(rebalance.uncovered())).isEqualTo(overspent.overspent());
        for (var transfer : rebalance.transfers()) {
            assertThat(Priority.of(transfer.from())).isNotEqualTo(Priority.SACRED);
            transfer.taken().forEach((day, amount) -> {
                var row = month.stream()
                        .filter(r -> r.day().equals(day) && r.category().equals(transfer.from()))
                        .findAny()
                        .orElseThrow();
                assertThat(day).isAfter(overspent.day());
                assertThat(amount.cents())
                        .isPositive()
                        .isLessThanOrEqualTo(row.left().cents() / 2);
            });
        }
    }

    @Provide
    Arbitrary<List<DayRow>> months() {
        var money = Arbitraries.longs().between(0, 50_000).map(Money::cents);
        var categories = List.of("groceries", "dining out", "hobbies", "rent", "clothing", "pets", "utilities");
        var spending = Combinators.combine(money, money).as((planned, spent) -> new Money[] {planned, spent});
        return spending.list().ofSize(categories.size() * 8 + 1).map(amounts -> {
            var rows = new ArrayList<DayRow>();
            rows.add(new DayRow(TENTH, "food", amounts.getFirst()[0], amounts.getFirst()[1]));
            for (int i = 1; i < amounts.size(); i++) {
                var category = categories.get(i % categories.size());
                var day = TENTH.plusDays((i - 1) / categories.size());
                rows.add(new DayRow(day, category, amounts.get(i)[0], amounts.get(i)[1]));
            }
            return rows;
        });
    }

    private static DayRow row(int day, String category, String planned, String spent) {
        return new DayRow(LocalDate.of(2026, 3, day), category, Money.of(planned), Money.of(spent));
    }
}
