package app.mita.query.dashboard;

import app.mita.api.dashboard.DashboardDocument;
import app.mita.api.dashboard.QuickStatsView;
import app.mita.api.dashboard.QuickStatsView.GoalsStats;
import app.mita.api.dashboard.QuickStatsView.TopCategory;
import app.mita.api.money.Money;
import app.mita.query.calendar.PlannedMonth;
import app.mita.query.readmodel.Rendering;
import app.mita.query.readmodel.View;
import app.mita.runtime.json.MitaJson;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** The month in a few figures (core.md section 6). */
final class QuickStats implements View<DashboardDocument> {

    private static final TopCategory NONE = new TopCategory("None", Money.ZERO);

    @Override
    public Rendering render(DashboardDocument user, Instant now) {
        var today = Today.of(user, now);
        return new Rendering(MitaJson.mapper().writeValueAsBytes(view(today)), today.until());
    }

    static QuickStatsView view(Today today) {
        var money = today.money();
        return new QuickStatsView(
                money.spent(),
                money.dailyAverage(today.date().getDayOfMonth()),
                top(today.month()),
                money.savingsRate(),
                money.balance(),
                GoalsStats.NONE);
    }

    /** Of equal ones the first by name. */
    private static TopCategory top(PlannedMonth month) {
        var sums = new TreeMap<String, Money>();
        month.spent()
                .values()
                .forEach(day -> day.forEach((category, amount) -> sums.merge(category, amount, Money::plus)));
        return sums.entrySet().stream()
                .filter(sum -> sum.getValue().isPositive())
                .reduce((one, other) -> one.getValue().compareTo(other.getValue()) >= 0 ? one : other)
                .map(QuickStats::top)
                .orElse(NONE);
    }

    private static TopCategory top(Map.Entry<String, Money> sum) {
        return new TopCategory(Titles.of(sum.getKey()), sum.getValue());
    }
}
