package app.mita.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import app.mita.api.money.Money;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CalendarDayTest {

    private static final LocalDate SECOND = LocalDate.of(2026, 2, 2);

    @Test
    void shows_what_is_planned_or_spent_in_the_plans_order() {
        var planned = new LinkedHashMap<String, List<Money>>();
        planned.put("rent", List.of(Money.of("100"), Money.ZERO));
        planned.put("groceries", List.of(Money.ZERO, Money.of("10")));
        planned.put("books", List.of(Money.of("5"), Money.ZERO));
        var day = CalendarDay.of(SECOND, planned, Map.of("books", Money.of("1.50"), "food", Money.of("9")));
        assertThat(day.uses().keySet()).containsExactly("groceries", "books", "food");
        var view = day.view();
        assertThat(view.total()).isEqualTo(Money.of("10"));
        assertThat(view.limit()).isEqualTo(Money.of("10"));
        assertThat(view.spent()).isEqualTo(Money.of("10.50"));
        assertThat(view.status()).as("at most 2.00 over").isEqualTo("yellow");
        assertThat(view.expenses()).isEqualTo(Map.of("books", Money.of("1.50"), "food", Money.of("9")));
        assertThat(view.plannedBudget().get("groceries").status()).isEqualTo("green");
        assertThat(view.plannedBudget().get("food").status()).isEqualTo("red");
    }

    @Test
    void without_a_plan_it_is_what_was_spent() {
        var day = CalendarDay.of(SECOND, null, Map.of("food", Money.of("9")));
        assertThat(day.planned()).isEqualTo(Money.ZERO);
        assertThat(day.spent()).isEqualTo(Money.of("9"));
        assertThat(CalendarDay.of(SECOND, null, Map.of()).uses()).isEmpty();
    }
}
