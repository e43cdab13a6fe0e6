package app.mita.query.analytics;

import app.mita.api.analytics.AnalyticsDocument;
import app.mita.api.analytics.AnalyticsDocument.Day;
import app.mita.api.money.Money;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Spending by category, over days. */
public final class CategorySums {

    private CategorySums() {}

    /** Of a whole month, by the category's word. */
    public static SortedMap<String, Money> of(AnalyticsDocument month) {
        return of(month.days().values().stream());
    }

    static SortedMap<String, Money> of(Stream<Day> days) {
        var sums = new TreeMap<String, Money>();
        days.forEach(
                day -> day.categories().forEach((category, spent) -> sums.merge(category, spent.total(), Money::plus)));
        return sums;
    }
}
