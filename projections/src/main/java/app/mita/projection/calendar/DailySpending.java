package app.mita.projection.calendar;

import app.mita.api.money.Money;
import app.mita.api.transactions.TransactionDetails;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Live spending by local day and plan category. What comes to nothing is absent, and both are sorted, so that the same
 * live transactions give the same map whatever their history.
 */
public final class DailySpending {

    private final SortedMap<LocalDate, Map<String, Money>> days;

    private DailySpending(SortedMap<LocalDate, Map<String, Money>> days) {
        this.days = days;
    }

    /** A copy to work on; what it was made from stays as it is. */
    public static DailySpending from(Map<LocalDate, Map<String, Money>> days) {
        return new DailySpending(new TreeMap<>(days));
    }

    public DailySpending add(TransactionDetails spending) {
        var day = categories(spending.day());
        day.merge(spending.planCategory(), spending.amount(), Money::plus);
        days.put(spending.day(), day);
        return this;
    }

    /** Spending that is not there, because its day has been dropped, is taken from nothing. */
    public DailySpending remove(TransactionDetails spending) {
        if (!days.containsKey(spending.day())) {
            return this;
        }
        var day = categories(spending.day());
        day.computeIfPresent(spending.planCategory(), (category, spent) -> {
            var rest = spent.minus(spending.amount());
            return rest.isPositive() ? rest : null;
        });
        if (day.isEmpty()) {
            days.remove(spending.day());
        } else {
            days.put(spending.day(), day);
        }
        return this;
    }

    /** Forgets the days before this one. */
    public DailySpending dropBefore(LocalDate first) {
        days.headMap(first).clear();
        return this;
    }

    public SortedMap<LocalDate, Map<String, Money>> days() {
        return Collections.unmodifiableSortedMap(days);
    }

    private Map<String, Money> categories(LocalDate day) {
        return new TreeMap<>(days.getOrDefault(day, Map.of()));
    }
}
