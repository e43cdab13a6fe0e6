package app.mita.query.dashboard;

import app.mita.api.dashboard.QuickStatsView;
import app.mita.api.dashboard.QuickStatsView.GoalsStats;
import app.mita.api.dashboard.QuickStatsView.TopCategory;
import app.mita.api.money.Money;
import app.mita.query.calendar.PlannedMonth;
import app.mita.query.readmodel.Screen;
import app.mita.query.readmodel.Sources;
import java.util.Map;
import java.util.TreeMap;

/** The month in a few figures (core.md section 6). */
final class QuickStats implements Screen {

    private static final TopCategory NONE = new TopCategory("None", Money.ZERO);

    @Override
    public QuickStatsView draw(Sources sources) {
        return view(Today.of(sources));
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
