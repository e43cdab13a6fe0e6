package app.mita.query.calendar;

import app.mita.api.calendar.CalendarView;
import app.mita.api.calendar.DayView;
import app.mita.api.calendar.PlannedCategory;
import app.mita.api.money.Money;
import app.mita.domain.calendar.DayStatus;
import app.mita.domain.transactions.BudgetUse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Days as the contract shows them. */
final class Days {

    private static final String ACTIVE = "active";
    private static final String PENDING = "pending";

    private Days() {}

    /** Every day of a planned month; of another one the days that something was spent on. */
    static CalendarView calendar(PlannedMonth month) {
        return new CalendarView(IntStream.rangeClosed(1, month.month().lengthOfMonth())
                .mapToObj(month.month()::atDay)
                .filter(day -> isShown(month, day))
                .map(day -> entry(month, day))
                .toList());
    }

    /** Empty when the day is neither planned nor spent on. */
    static Optional<DayView> day(PlannedMonth month, LocalDate day) {
        if (!isShown(month, day)) {
            return Optional.empty();
        }
        var uses = month.day(day);
        var planned = month.plannedOn(day);
        var spent = month.spentOn(day);
        var expenses = new LinkedHashMap<String, Money>();
        uses.forEach((category, use) -> {
            if (!use.spent().isZero()) {
                expenses.put(category, use.spent());
            }
        });
        var status = DayStatus.of(planned, spent).word();
        return Optional.of(new DayView(day, categories(uses), planned, planned, spent, status, expenses));
    }

    private static boolean isShown(PlannedMonth month, LocalDate day) {
        return month.hasPlan() || month.spent().containsKey(day);
    }

    private static CalendarView.Day entry(PlannedMonth month, LocalDate day) {
        var planned = month.plannedOn(day);
        var spent = month.spentOn(day);
        return new CalendarView.Day(
                day,
                day.getDayOfMonth(),
                categories(month.day(day)),
                planned,
                planned,
                spent,
                spent.isZero() ? PENDING : ACTIVE);
    }

    private static Map<String, PlannedCategory> categories(Map<String, BudgetUse> uses) {
        var categories = new LinkedHashMap<String, PlannedCategory>();
        uses.forEach((category, use) -> categories.put(
                category,
                new PlannedCategory(
                        use.planned(),
                        use.spent(),
                        DayStatus.of(use.planned(), use.spent()).word())));
        return categories;
    }
}
