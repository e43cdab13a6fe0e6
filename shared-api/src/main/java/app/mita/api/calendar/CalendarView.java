package app.mita.api.calendar;

import app.mita.api.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A month as the contract shows it (core.md section 9).
 *
 * @param calendar the 1st first; empty when nothing is planned nor spent
 */
public record CalendarView(List<Day> calendar) {

    /**
     * @param plannedBudget by plan category; one that is only spent on has planned 0
     * @param limit         the same as total
     * @param total         planned
     * @param status        active once something is spent, else pending
     */
    public record Day(
            LocalDate date,
            int day,
            Map<String, PlannedCategory> plannedBudget,
            Money limit,
            Money total,
            Money spent,
            String status) {}
}
