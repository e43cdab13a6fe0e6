package app.mita.query.budget;

import app.mita.api.dashboard.DashboardDocument;
import app.mita.domain.budget.CategorySums;
import app.mita.domain.time.UserTime;
import app.mita.domain.transactions.BudgetUse;
import app.mita.query.calendar.PlannedMonth;
import app.mita.query.readmodel.Users;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.SortedMap;

/**
 * A month of a user, with what its figures depend on besides.
 *
 * @param today the local day, in this month or not
 */
record BudgetMonth(PlannedMonth month, DashboardDocument user, LocalDate today) {

    /** The one that {@code now} is in. */
    static BudgetMonth current(DashboardDocument user, Instant now) {
        var today = Users.dayOf(now, user);
        return new BudgetMonth(PlannedMonth.of(user, YearMonth.from(today), today), user, today);
    }

    SortedMap<String, BudgetUse> byCategory() {
        return CategorySums.of(month.rows());
    }

    ZoneId zone() {
        return Users.zoneOf(user);
    }

    /** When the day, and with it what is shown, changes without an event. */
    Instant endOfToday() {
        return UserTime.startOf(today.plusDays(1), zone());
    }
}
