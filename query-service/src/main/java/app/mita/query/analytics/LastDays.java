package app.mita.query.analytics;

import app.mita.api.analytics.AnalyticsDocument;
import app.mita.api.analytics.AnalyticsDocument.Day;
import app.mita.api.money.Money;
import app.mita.domain.analytics.SpendingHabit.Adherence;
import app.mita.domain.analytics.Spread;
import app.mita.domain.calendar.DayStatus;
import app.mita.domain.time.UserTime;
import app.mita.query.calendar.PlannedMonth;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * Local days in a row, today the last of them.
 *
 * @param last included
 */
public record LastDays(LocalDate first, LocalDate last) {

    public static LastDays until(LocalDate today, int days) {
        return new LastDays(today.minusDays(days - 1L), today);
    }

    public List<YearMonth> months() {
        return UserTime.months(YearMonth.from(first), YearMonth.from(last));
    }

    /** Of each transaction in these days. */
    public Spread spread(SortedMap<YearMonth, AnalyticsDocument> months) {
        return days(months)
                .map(day -> new Spread(day.count(), day.total(), day.squares()))
                .reduce(Spread.NONE, Spread::plus);
    }

    /** Spending in these days by the category's word. */
    public SortedMap<String, Money> categories(SortedMap<YearMonth, AnalyticsDocument> months) {
        return CategorySums.of(days(months));
    }

    Adherence adherence(List<PlannedMonth> months) {
        int planned = 0;
        int red = 0;
        for (var month : months) {
            for (var day = earliest(month.month()); !day.isAfter(latest(month.month())); day = day.plusDays(1)) {
                var limit = month.plannedOn(day);
                if (limit.isPositive()) {
                    planned++;
                    red += DayStatus.of(limit, month.spentOn(day)) == DayStatus.RED ? 1 : 0;
                }
            }
        }
        return new Adherence(planned, red);
    }

    private Stream<Day> days(SortedMap<YearMonth, AnalyticsDocument> months) {
        return months.values().stream()
                .flatMap(month -> month.days().subMap(first, last.plusDays(1)).values().stream());
    }

    private LocalDate earliest(YearMonth month) {
        return first.isAfter(month.atDay(1)) ? first : month.atDay(1);
    }

    private LocalDate latest(YearMonth month) {
        return last.isBefore(month.atEndOfMonth()) ? last : month.atEndOfMonth();
    }
}
