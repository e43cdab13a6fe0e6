package app.mita.domain.planning;

import static org.assertj.core.api.Assertions.assertThat;

import app.mita.api.money.Money;
import app.mita.api.planning.BudgetRebalanced;
import app.mita.api.planning.BudgetRebalanced.Transfer;
import app.mita.api.planning.DayPlanEdited;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PlannedDaysTest {

    private static final UUID USER = UUID.randomUUID();
    private static final LocalDate FIRST = LocalDate.of(2026, 2, 1);

    private final Map<String, List<Money>> planned = plan();

    @Test
    void an_edit_sets_the_days_amounts() {
        var after = PlannedDays.after(
                planned,
                new DayPlanEdited(
                        USER,
                        FIRST,
                        Map.of("rent", Money.of("28"), "pets", Money.ZERO),
                        Map.of("rent", Money.of("5"), "pets", Money.of("7")),
                        Instant.EPOCH));
        assertThat(after.get("rent").getFirst()).isEqualTo(Money.of("5"));
        assertThat(after.get("rent").subList(1, 28))
                .isEqualTo(planned.get("rent").subList(1, 28));
        assertThat(after.get("food")).isEqualTo(planned.get("food"));
        assertThat(after.get("pets")).hasSize(28).startsWith(Money.of("7"), Money.ZERO);
        assertThat(after.keySet()).as("the plan's order, what is new last").containsExactly("rent", "food", "pets");
        assertThat(planned).as("stays as it is").isEqualTo(plan());
    }

    @Test
    void a_rebalance_moves_money_and_keeps_the_sum() {
        var taken = new TreeMap<>(Map.of(FIRST.plusDays(1), Money.of("0.33"), FIRST.plusDays(27), Money.of("0.67")));
        var after = PlannedDays.after(
                planned,
                new BudgetRebalanced(
                        USER,
                        FIRST,
                        "pets",
                        UUID.randomUUID(),
                        List.of(new Transfer(UUID.randomUUID(), "food", taken)),
                        Money.of("9"),
                        Instant.EPOCH));
        assertThat(after.get("pets").getFirst()).isEqualTo(Money.of("1"));
        assertThat(after.get("food").get(1)).isEqualTo(Money.of("0.67"));
        assertThat(after.get("food").get(27)).isEqualTo(Money.of("0.33"));
        assertThat(total(after)).isEqualTo(total(planned));
    }

    private static Map<String, List<Money>> plan() {
        var plan = new LinkedHashMap<String, List<Money>>();
        plan.put("rent", Money.of("784").split(28));
        plan.put("food", Money.of("28").split(28));
        return plan;
    }

    private static Money total(Map<String, List<Money>> planned) {
        return Money.sum(planned.values().stream().flatMap(List::stream).toList());
    }
}
