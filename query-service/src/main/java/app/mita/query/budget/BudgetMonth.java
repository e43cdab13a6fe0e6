package app.mita.query.budget;

import app.mita.api.dashboard.DashboardDocument;
import app.mita.domain.budget.CategorySums;
import app.mita.domain.transactions.BudgetUse;
import app.mita.query.calendar.Months;
import app.mita.query.calendar.PlannedMonth;
import app.mita.query.readmodel.Sources;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.SortedMap;

/**
 * A month of a user, with what its figures depend on besides.
 *
 * @param today the local day, in this month or not
 * @param zone  the user's
 */
record BudgetMonth(PlannedMonth month, DashboardDocument user, LocalDate today, ZoneId zone) {

    /** The month that is asked for. */
    static BudgetMonth of(Sources sources, Period period) {
        var today = sources.today();
        return new BudgetMonth(Months.near(sources, period.seenFrom(today)), sources.user(), today, sources.zone());
    }

    SortedMap<String, BudgetUse> byCategory() {
        return CategorySums.of(month.rows());
    }
}
