package app.mita.query.calendar;

import app.mita.api.calendar.MonthDocument;
import app.mita.domain.planning.DayRow;
import app.mita.domain.time.UserTime;
import app.mita.domain.transactions.BudgetUse;
import app.mita.query.readmodel.Model;
import app.mita.query.readmodel.Sources;
import app.mita.query.web.Moment;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Any month of a user, however far from today. */
public final class Months {

    private static final MonthDocument BLANK = new MonthDocument(null, Collections.emptySortedMap());

    private Months() {}

    /** From its own document; that of the user is needed where the month's plan is only foreseen. */
    public static PlannedMonth find(Sources sources, YearMonth month) {
        var recorded = recorded(sources, month);
        var planned = recorded.planned() != null
                ? recorded.planned()
                : PlannedMonth.foreseen(sources.user(), month, sources.today());
        return new PlannedMonth(month, planned, recorded.spent());
    }

    /** The same from the user's document, which has the current month and later ones; only earlier ones have their own. */
    public static PlannedMonth near(Sources sources, YearMonth month) {
        if (month.isBefore(YearMonth.from(sources.today()))) {
            var recorded = recorded(sources, month);
            return new PlannedMonth(month, recorded.planned(), recorded.spent());
        }
        return PlannedMonth.of(sources.user(), month, sources.today());
    }

    /** The user's current local month. */
    public static YearMonth current(Sources sources) {
        return YearMonth.from(sources.today());
    }

    /**
     * Rows of some days, whatever months they are in.
     *
     * @param first included, like {@code last}
     */
    public static List<DayRow> rows(Sources sources, LocalDate first, LocalDate last) {
        return UserTime.months(YearMonth.from(first), YearMonth.from(last)).stream()
                .flatMap(month -> near(sources, month).rows().stream())
                .filter(row -> !row.day().isBefore(first) && !row.day().isAfter(last))
                .toList();
    }

    /**
     * One day's plan and spending by plan category.
     *
     * @param moment on the day; null means now
     */
    public static Map<String, BudgetUse> day(Sources sources, @Nullable Moment moment) {
        var day = moment == null ? sources.today() : moment.day(sources.zone());
        return find(sources, YearMonth.from(day)).day(day);
    }

    private static MonthDocument recorded(Sources sources, YearMonth month) {
        return sources.find(Model.CALENDAR, month.toString()).orElse(BLANK);
    }
}
