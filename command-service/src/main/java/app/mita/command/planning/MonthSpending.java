package app.mita.command.planning;

import app.mita.api.money.Money;
import app.mita.api.transactions.TransactionDetails;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A month's live spending by day and plan category. Immutable; a change copies one day's row and the list of rows, so
 * that its cost does not grow with the number of transactions.
 */
record MonthSpending(List<Map<String, Money>> days) {

    private static final int LONGEST_MONTH = 31;

    static final MonthSpending NONE = new MonthSpending(Collections.nCopies(LONGEST_MONTH, Map.of()));

    Money on(LocalDate day, String category) {
        return days.get(day.getDayOfMonth() - 1).getOrDefault(category, Money.ZERO);
    }

    /** By plan category, in their alphabet. */
    Map<String, Money> on(LocalDate day) {
        return days.get(day.getDayOfMonth() - 1);
    }

    /** Unchanged when the spending lies in another month. */
    MonthSpending plus(YearMonth month, TransactionDetails details) {
        return changed(month, details, details.amount());
    }

    /** Unchanged when the spending lies in another month. */
    MonthSpending minus(YearMonth month, TransactionDetails details) {
        return changed(month, details, details.amount().negated());
    }

    private MonthSpending changed(YearMonth month, TransactionDetails details, Money by) {
        if (!details.month().equals(month)) {
            return this;
        }
        int index = details.day().getDayOfMonth() - 1;
        var row = new TreeMap<>(days.get(index));
        row.merge(details.planCategory(), by, (spent, change) -> {
            var sum = spent.plus(change);
            return sum.isZero() ? null : sum;
        });
        var changed = new ArrayList<>(days);
        changed.set(index, row);
        return new MonthSpending(changed);
    }
}
