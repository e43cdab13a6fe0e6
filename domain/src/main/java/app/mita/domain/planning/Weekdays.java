package app.mita.domain.planning;

import java.time.DayOfWeek;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;

/** The days of a month, counted from 0, by their place in the week. */
final class Weekdays {

    private Weekdays() {}

    static List<Integer> of(YearMonth month) {
        return days(month, false);
    }

    static List<Integer> weekendsOf(YearMonth month) {
        return days(month, true);
    }

    private static List<Integer> days(YearMonth month, boolean weekend) {
        return IntStream.range(0, month.lengthOfMonth())
                .filter(day -> isWeekend(month, day) == weekend)
                .boxed()
                .toList();
    }

    private static boolean isWeekend(YearMonth month, int day) {
        return month.atDay(day + 1).getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    }
}
