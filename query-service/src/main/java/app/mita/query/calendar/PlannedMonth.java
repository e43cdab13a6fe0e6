package app.mita.query.calendar;

import app.mita.api.dashboard.DashboardDocument;
import app.mita.api.money.Money;
import app.mita.domain.calendar.CalendarDay;
import app.mita.domain.planning.DayRow;
import app.mita.domain.planning.MonthPlanner;
import app.mita.domain.transactions.BudgetUse;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A month of one user with its plan and its spending.
 *
 * @param planned by plan category, one amount for each day, the 1st first; null when the month has no plan
 * @param spent   live spending by local day and plan category
 */
public record PlannedMonth(
        YearMonth month, @Nullable Map<String, List<Money>> planned, SortedMap<LocalDate, Map<String, Money>> spent) {

    /**
     * The month as the dashboard's document knows it: near months only.
     *
     * @param today in the user's zone
     */
    public static PlannedMonth of(DashboardDocument user, YearMonth month, LocalDate today) {
        var planned = user.planned().get(month);
        var spent = user.spent().subMap(month.atDay(1), month.plusMonths(1).atDay(1));
        return new PlannedMonth(month, planned == null ? foreseen(user, month, today) : planned, spent);
    }

    /**
     * What a month that no event has planned yet will be planned as: the current month and later ones follow from the
     * answers. Null for earlier months, and before onboarding.
     */
    static @Nullable Map<String, List<Money>> foreseen(DashboardDocument user, YearMonth month, LocalDate today) {
        return user.answers() == null || user.plan() == null || month.isBefore(YearMonth.from(today))
                ? null
                : MonthPlanner.plan(user.answers(), user.plan(), month);
    }

    public boolean hasPlan() {
        return planned != null;
    }

    /**
     * The day's categories: first those with money in the plan, in its order, then those that are only spent on.
     *
     * @param day of this month
     */
    public Map<String, BudgetUse> day(LocalDate day) {
        return CalendarDay.of(day, planned, spent.getOrDefault(day, Map.of())).uses();
    }

    /** One for each day and category that has money in the plan or was spent on, by day. */
    public List<DayRow> rows() {
        return IntStream.rangeClosed(1, month.lengthOfMonth())
                .mapToObj(month::atDay)
                .flatMap(day -> day(day).entrySet().stream()
                        .map(use -> new DayRow(
                                day,
                                use.getKey(),
                                use.getValue().planned(),
                                use.getValue().spent())))
                .toList();
    }

    public Money plannedOn(LocalDate day) {
        return Money.sum(day(day).values().stream().map(BudgetUse::planned).toList());
    }

    public Money spentOn(LocalDate day) {
        return Money.sum(spent.getOrDefault(day, Map.of()).values());
    }
}
