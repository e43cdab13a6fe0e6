package app.mita.query.analytics;

import app.mita.api.analytics.AnalyticsDocument;
import app.mita.api.analytics.MonthlyAnalyticsView;
import app.mita.api.analytics.MonthlyAnalyticsView.CategoryTotal;
import app.mita.api.analytics.TrendView;
import app.mita.api.analytics.TrendView.DayTotal;
import app.mita.query.readmodel.Rendering;
import app.mita.query.readmodel.View;
import app.mita.runtime.json.MitaJson;
import java.time.Instant;
import java.util.function.Function;

/** What is shown of a month's sums; the same at any moment, until an event changes them. */
final class MonthScreens {

    private MonthScreens() {}

    static View<AnalyticsDocument> byCategory() {
        return screen(MonthScreens::categories);
    }

    static View<AnalyticsDocument> byDay() {
        return screen(MonthScreens::days);
    }

    private static View<AnalyticsDocument> screen(Function<AnalyticsDocument, Object> data) {
        return (month, now) -> new Rendering(MitaJson.mapper().writeValueAsBytes(data.apply(month)), Instant.MAX);
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
