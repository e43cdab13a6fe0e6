package app.mita.api.calendar;

import app.mita.api.money.Money;
import java.time.LocalDate;
import java.util.Map;

/**
 * A planned day of a calendar that nobody keeps (planning.md, generate and shell).
 *
 * @param calendarId the client's own name for it
 * @param limit      the sum of the planned amounts
 * @param total      spent: zero
 */
public record BlankDay(String calendarId, LocalDate date, Map<String, Money> plannedBudget, Money limit, Money total) {

    public static BlankDay of(String calendarId, LocalDate date, Map<String, Money> plannedBudget) {
        return new BlankDay(calendarId, date, plannedBudget, Money.sum(plannedBudget.values()), Money.ZERO);
    }
}
