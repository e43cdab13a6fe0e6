package app.mita.query.calendar;

import app.mita.api.calendar.CalendarView;
import app.mita.api.calendar.DayView;
import app.mita.domain.calendar.CalendarDay;
import java.time.LocalDate;
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
        return Optional.of(new CalendarDay(day, month.day(day)).view());
    }

    private static boolean isShown(PlannedMonth month, LocalDate day) {
        return month.hasPlan() || month.spent().containsKey(day);
    }

    private static CalendarView.Day entry(PlannedMonth month, LocalDate date) {
        var day = new CalendarDay(date, month.day(date));
        var planned = day.planned();
        var spent = day.spent();
        return new CalendarView.Day(
                date,
                date.getDayOfMonth(),
                day.categories(),
                planned,
                planned,
                spent,
                spent.isZero() ? PENDING : ACTIVE);
    }
}
