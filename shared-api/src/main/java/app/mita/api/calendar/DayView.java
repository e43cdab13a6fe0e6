package app.mita.api.calendar;

import app.mita.api.money.Money;
import java.time.LocalDate;
import java.util.Map;

/**
 * One day as the contract shows it (core.md section 9).
 *
 * @param plannedBudget by plan category; one that is only spent on has planned 0
 * @param limit         the same as total
 * @param total         planned
 * @param status        green, yellow or red
 * @param expenses      what is spent, by plan category
 */
public record DayView(
        LocalDate date,
        Map<String, PlannedCategory> plannedBudget,
        Money limit,
        Money total,
        Money spent,
        String status,
        Map<String, Money> expenses) {}
