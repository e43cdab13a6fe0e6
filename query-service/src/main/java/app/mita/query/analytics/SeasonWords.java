package app.mita.query.analytics;

import app.mita.api.analytics.AnalyticsDocument;
import app.mita.api.analytics.SeasonalPatternsView;
import app.mita.api.analytics.SeasonalPatternsView.NextSeason;
import app.mita.api.analytics.SeasonalPatternsView.Pattern;
import app.mita.api.money.Money;
import app.mita.domain.analytics.SeasonalPattern;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Says in words in which seasons the user spends more. */
final class SeasonWords {

    private static final String TOO_LITTLE = "Three whole months of spending are needed to tell the seasons apart.";

    private SeasonWords() {}

    /** @param months with spending, all of them over */
    static SeasonalPatternsView on(SortedMap<YearMonth, AnalyticsDocument> months, LocalDate today) {
        var patterns = SeasonalPattern.in(byCategory(months));
        return new SeasonalPatternsView(
                patterns.stream().map(SeasonWords::shown).toList(),
                next(patterns, today),
                months.size() < SeasonalPattern.LEAST_MONTHS ? TOO_LITTLE : null);
    }

    private static SortedMap<YearMonth, Map<String, Money>> byCategory(SortedMap<YearMonth, AnalyticsDocument> months) {
        var sums = new TreeMap<YearMonth, Map<String, Money>>();
        months.forEach((month, sum) -> sums.put(month, CategorySums.of(sum)));
        return sums;
    }

    private static Pattern shown(SeasonalPattern pattern) {
        var percent = pattern.averageIncrease().movePointRight(2).setScale(0, RoundingMode.HALF_UP);
        return new Pattern(
                pattern.season().word(),
                pattern.season().months(),
                pattern.averageIncrease(),
                pattern.categories(),
                "Put something aside before: these months cost you %s %% more.".formatted(percent));
    }

    private static @Nullable NextSeason next(List<SeasonalPattern> patterns, LocalDate today) {
        return patterns.stream()
                .map(pattern -> new NextSeason(
                        pattern.season().word(),
                        ChronoUnit.DAYS.between(today, pattern.season().nextStart(today)),
                        pattern.averageIncrease()))
                .min(Comparator.comparing(NextSeason::startsInDays))
                .orElse(null);
    }
}
