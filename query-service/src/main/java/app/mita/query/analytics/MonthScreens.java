package app.mita.query.analytics;

import app.mita.api.analytics.AnalyticsDocument;
import app.mita.api.analytics.MonthlyAnalyticsView;
import app.mita.api.analytics.MonthlyAnalyticsView.CategoryTotal;
import app.mita.api.analytics.TrendView;
import app.mita.api.analytics.TrendView.DayTotal;
import app.mita.query.readmodel.Sources;

/** What is shown of a month's sums. */
final class MonthScreens {

    private MonthScreens() {}

    static MonthlyAnalyticsView byCategory(Sources sources) {
        return categories(SpendingMonths.current(sources));
    }

    static TrendView byDay(Sources sources) {
        return days(SpendingMonths.current(sources));
    }

    private static MonthlyAnalyticsView categories(AnalyticsDocument month) {
        return new MonthlyAnalyticsView(CategorySums.of(month).entrySet().stream()
                .map(total -> new CategoryTotal(total.getKey(), total.getValue()))
                .toList());
    }

    private static TrendView days(AnalyticsDocument month) {
        return new TrendView(month.days().entrySet().stream()
                .map(day -> new DayTotal(day.getKey(), day.getValue().total()))
                .toList());
    }
}
