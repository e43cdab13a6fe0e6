package app.mita.domain.analytics;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** A part of the year in which people may spend otherwise than in the rest (planning.md, seasonal-patterns). */
public enum Season {
    HOLIDAY_SEASON(List.of(11, 12)),
    SUMMER(List.of(6, 7, 8));

    private final List<Integer> months;

    Season(List<Integer> months) {
        this.months = months;
    }

    /** Numbers of its months, 1 to 12, the first first. */
    public List<Integer> months() {
        return months;
    }

    public boolean includes(YearMonth month) {
        return months.contains(month.getMonthValue());
    }

    /** The first day of its next beginning after this day. */
    public LocalDate nextStart(LocalDate day) {
        return IntStream.of(0, 1)
                .mapToObj(years -> LocalDate.of(day.getYear() + years, months.getFirst(), 1))
                .filter(start -> start.isAfter(day))
                .findFirst()
                .orElseThrow();
    }

    /** The wire word, such as {@code holiday_season}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
