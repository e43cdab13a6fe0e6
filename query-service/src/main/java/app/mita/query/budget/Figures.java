package app.mita.query.budget;

import app.mita.api.budget.DayRowView;
import app.mita.api.budget.ForecastView;
import app.mita.api.budget.LiveStatusView;
import app.mita.api.money.Money;
import app.mita.domain.budget.CategorySums;
import app.mita.domain.budget.Forecast;
import app.mita.domain.budget.LiveStatus;
import app.mita.domain.calendar.DayStatus;
import app.mita.domain.dashboard.MonthMoney;
import app.mita.domain.planning.DayRow;
import app.mita.domain.time.UserTime;
import app.mita.domain.transactions.BudgetUse;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A month's plan and spending as the contract shows them (planning.md, budget). */
final class Figures {

    private Figures() {}

    /** By category, every one that has a row. */
    static Map<String, Money> spent(BudgetMonth budget) {
        return byCategory(budget, BudgetUse::spent);
    }

    /** By category; negative where it is overspent. */
    static Map<String, Money> remaining(BudgetMonth budget) {
        return byCategory(budget, BudgetUse::remaining);
    }

    /** @param budget of the current month */
    static LiveStatusView liveStatus(BudgetMonth budget) {
        var today = budget.month().day(budget.today()).values();
        var planned = CategorySums.planned(today);
        var spent = CategorySums.spent(today);
        var month = new MonthMoney(
                budget.user().income(), CategorySums.spent(budget.byCategory().values()));
        return new LiveStatusView(
                budget.today(),
                planned,
                spent,
                planned.minus(spent),
                LiveStatus.of(today).word(),
                month.income(),
                month.spent(),
                month.isOnTrack(budget.today().getDayOfMonth()));
    }

    static ForecastView forecast(BudgetMonth budget) {
        var month = budget.month();
        return Forecast.of(month.month(), budget.today(), month.rows(), List.of());
    }

    static List<DayRowView> daily(BudgetMonth budget) {
        var zone = budget.zone();
        return budget.month().rows().stream().map(row -> daily(row, zone)).toList();
    }

    private static DayRowView daily(DayRow row, ZoneId zone) {
        return new DayRowView(
                UserTime.startOf(row.day(), zone).atZone(zone).toOffsetDateTime(),
                row.category(),
                row.planned(),
                row.spent(),
                row.planned().minus(row.spent()),
                DayStatus.of(row.planned(), row.spent()).word());
    }

    private static Map<String, Money> byCategory(BudgetMonth budget, Function<BudgetUse, Money> figure) {
        var figures = new LinkedHashMap<String, Money>();
        budget.byCategory().forEach((category, use) -> figures.put(category, figure.apply(use)));
        return figures;
    }
}
