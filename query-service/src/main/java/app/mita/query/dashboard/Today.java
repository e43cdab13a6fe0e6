package app.mita.query.dashboard;

import app.mita.api.dashboard.DashboardDocument;
import app.mita.api.dashboard.DashboardDocument.Upcoming;
import app.mita.api.money.Money;
import app.mita.domain.dashboard.MonthMoney;
import app.mita.query.calendar.PlannedMonth;
import app.mita.query.readmodel.Sources;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * A moment as the user's own calendar has it.
 *
 * @param date  the local day
 * @param month the local month
 * @param money the month's income and its spending up to the moment (invariant 8)
 */
record Today(LocalDate date, PlannedMonth month, MonthMoney money) {

    static Today of(Sources sources) {
        var user = sources.user();
        var now = sources.now();
        var date = sources.today();
        var month = PlannedMonth.of(user, YearMonth.from(date), date);
        var upcoming = user.upcoming().stream()
                .filter(spending -> spending.spentAt().isAfter(now))
                .toList();
        upcoming.stream().map(Upcoming::spentAt).forEach(sources::changesAt);
        return new Today(date, month, new MonthMoney(user.income(), spentSoFar(month, upcoming)));
    }

    /** The month of a day of the last week. */
    PlannedMonth monthOf(DashboardDocument user, LocalDate day) {
        var other = YearMonth.from(day);
        return other.equals(month.month()) ? month : PlannedMonth.of(user, other, date);
    }

    private static Money spentSoFar(PlannedMonth month, List<Upcoming> upcoming) {
        var all = Money.sum(month.spent().values().stream()
                .map(day -> Money.sum(day.values()))
                .toList());
        var toCome = Money.sum(upcoming.stream()
                .filter(spending -> YearMonth.from(spending.day()).equals(month.month()))
                .map(Upcoming::amount)
                .toList());
        return all.minus(toCome);
    }
}
