package app.mita.query.analytics;

import app.mita.api.analytics.AnalyticsDocument;
import app.mita.domain.time.UserTime;
import app.mita.query.readmodel.Model;
import app.mita.query.readmodel.Sources;
import java.time.YearMonth;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** A user's months in sums: one small document each, however much was spent in it. */
public final class SpendingMonths {

    private static final AnalyticsDocument NOTHING =
            new AnalyticsDocument(Collections.emptySortedMap(), Collections.emptySortedMap());

    private SpendingMonths() {}

    /** The user's current local month. */
    static AnalyticsDocument current(Sources sources) {
        var month = YearMonth.from(sources.today());
        return sources.find(Model.ANALYTICS, month.toString()).orElse(NOTHING);
    }

    /** Those of the months that have spending, from the first to the last, both included. */
    public static SortedMap<YearMonth, AnalyticsDocument> between(Sources sources, YearMonth first, YearMonth last) {
        var keys =
                UserTime.months(first, last).stream().map(YearMonth::toString).toList();
        var months = new TreeMap<YearMonth, AnalyticsDocument>();
        sources.find(Model.ANALYTICS, keys).forEach((month, sums) -> months.put(YearMonth.parse(month), sums));
        return months;
    }

    /** The months that these days are in. */
    public static SortedMap<YearMonth, AnalyticsDocument> of(Sources sources, LastDays days) {
        return between(sources, YearMonth.from(days.first()), YearMonth.from(days.last()));
    }
}
