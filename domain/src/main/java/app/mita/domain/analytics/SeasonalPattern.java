package app.mita.domain.analytics;

import app.mita.api.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * A season whose months cost more than the rest of the year (planning.md, seasonal-patterns).
 *
 * @param averageIncrease of an average month of the season over one outside of it, two decimals; above 0.1 exactly
 * @param categories      those that rise by as much, what rises by the most money first, at most five
 */
public record SeasonalPattern(Season season, BigDecimal averageIncrease, List<String> categories) {

    /** With spending in fewer months than these nothing can be said. */
    public static final int LEAST_MONTHS = 3;

    private static final BigDecimal NOTABLE = new BigDecimal("1.1");
    private static final int MOST_CATEGORIES = 5;

    /**
     * @param months spending by category of each month that has any; a month that is not over would be taken for a cheap
     *     one, so the caller leaves it out
     */
    public static List<SeasonalPattern> in(SortedMap<YearMonth, Map<String, Money>> months) {
        return months.size() < LEAST_MONTHS
                ? List.of()
                : Arrays.stream(Season.values())
                        .map(season -> of(season, months))
                        .flatMap(Optional::stream)
                        .toList();
    }

    private static Optional<SeasonalPattern> of(Season season, SortedMap<YearMonth, Map<String, Money>> months) {
        var whole = Comparison.of(season, months, month -> Money.sum(month.values()));
        return whole.isNotable() && whole.otherwise().isPositive()
                ? Optional.of(new SeasonalPattern(season, whole.increase(), categories(season, months)))
                : Optional.empty();
    }

    private static List<String> categories(Season season, SortedMap<YearMonth, Map<String, Money>> months) {
        var names = new TreeSet<String>();
        months.values().stream().map(Map::keySet).forEach(names::addAll);
        record Rise(String category, Comparison comparison) {}
        return names.stream()
                .map(name ->
                        new Rise(name, Comparison.of(season, months, month -> month.getOrDefault(name, Money.ZERO))))
                .filter(rise -> rise.comparison().isNotable())
                .sorted(Comparator.comparing((Rise rise) -> rise.comparison().rise())
                        .reversed())
                .limit(MOST_CATEGORIES)
                .map(Rise::category)
                .toList();
    }

    /** Sums of the months of a season and of the others, with how many there are of each. */
    private record Comparison(Money within, int monthsWithin, Money otherwise, int monthsOtherwise) {

        private interface Reading {
            Money of(Map<String, Money> month);
        }

        static Comparison of(Season season, SortedMap<YearMonth, Map<String, Money>> months, Reading reading) {
            var within = amounts(season, true, months, reading);
            var otherwise = amounts(season, false, months, reading);
            return new Comparison(Money.sum(within), within.size(), Money.sum(otherwise), otherwise.size());
        }

        private static Collection<Money> amounts(
                Season season, boolean included, SortedMap<YearMonth, Map<String, Money>> months, Reading reading) {
            return months.entrySet().stream()
                    .filter(month -> season.includes(month.getKey()) == included)
                    .map(month -> reading.of(month.getValue()))
                    .toList();
        }

        /** Both averages times both counts, so that nothing is rounded. */
        boolean isNotable() {
            return monthsWithin > 0
                    && monthsOtherwise > 0
                    && scaledWithin().compareTo(scaledOtherwise().multiply(NOTABLE)) > 0;
        }

        BigDecimal increase() {
            return scaledWithin().subtract(scaledOtherwise()).divide(scaledOtherwise(), 2, RoundingMode.HALF_UP);
        }

        /** In a common unit for all comparisons of the same months. */
        BigDecimal rise() {
            return scaledWithin().subtract(scaledOtherwise());
        }

        private BigDecimal scaledWithin() {
            return within.amount().multiply(BigDecimal.valueOf(monthsOtherwise));
        }

        private BigDecimal scaledOtherwise() {
            return otherwise.amount().multiply(BigDecimal.valueOf(monthsWithin));
        }
    }
}
