package app.mita.domain.calendar;

import app.mita.api.money.Money;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * A day of a calendar that a client keeps by itself.
 *
 * @param total what the day is to bear
 * @param limit what it can bear
 */
public record DayLoad(Money total, Money limit) {

    /**
     * Days over their limit give the excess to days under theirs (planning.md, redistribute): the largest excess first,
     * into the largest gap first; of equal ones the earlier in the calendar.
     *
     * @param calendar by the client's own name of the day
     * @return the same days with the same limits; the totals sum to what they did
     */
    public static Map<String, DayLoad> balanced(Map<String, DayLoad> calendar) {
        var balanced = new LinkedHashMap<>(calendar);
        var givers = largestFirst(calendar, DayLoad::excess);
        var takers = largestFirst(calendar, day -> day.excess().negated());
        for (var giver : givers.keySet()) {
            for (var taker : takers.keySet()) {
                var from = balanced.get(giver);
                var to = balanced.get(taker);
                var moved = from.excess().min(to.excess().negated());
                if (moved.isPositive()) {
                    balanced.put(giver, new DayLoad(from.total.minus(moved), from.limit));
                    balanced.put(taker, new DayLoad(to.total.plus(moved), to.limit));
                }
            }
        }
        return balanced;
    }

    /** Negative for a day with room. */
    private Money excess() {
        return total.minus(limit);
    }

    private static Map<String, Money> largestFirst(Map<String, DayLoad> calendar, Function<DayLoad, Money> size) {
        var sorted = new LinkedHashMap<String, Money>();
        calendar.entrySet().stream()
                .map(day -> Map.entry(day.getKey(), size.apply(day.getValue())))
                .filter(day -> day.getValue().isPositive())
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .forEach(day -> sorted.put(day.getKey(), day.getValue()));
        return sorted;
    }
}
