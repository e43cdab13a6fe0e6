package app.mita.query.drift;

import app.mita.api.analytics.AnalyticsDocument;
import app.mita.api.drift.DriftView;
import app.mita.api.drift.DriftView.Earlier;
import app.mita.domain.drift.Drift;
import app.mita.query.analytics.CategorySums;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.SortedMap;
import java.util.UUID;

/** A month's drift and those of the months before it. */
final class Drifts {

    /** Before the month in question, that are compared one with the next. */
    static final int MONTHS = 12;

    private Drifts() {}

    static DriftView of(UUID user, YearMonth month, SortedMap<YearMonth, AnalyticsDocument> months) {
        var history = months.headMap(month).keySet().stream()
                .filter(earlier -> months.containsKey(earlier.minusMonths(1)))
                .map(earlier -> new Earlier(earlier, drift(earlier, months)))
                .toList();
        return new DriftView(user, month, drift(month, months), history);
    }

    private static BigDecimal drift(YearMonth month, SortedMap<YearMonth, AnalyticsDocument> months) {
        var before = months.get(month.minusMonths(1));
        var after = months.get(month);
        return before == null || after == null
                ? BigDecimal.ZERO
                : Drift.between(CategorySums.of(before), CategorySums.of(after));
    }
}
