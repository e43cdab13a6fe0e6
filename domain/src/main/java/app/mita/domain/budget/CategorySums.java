package app.mita.domain.budget;

import app.mita.api.money.Money;
import app.mita.domain.planning.DayRow;
import app.mita.domain.transactions.BudgetUse;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/** Rows of any days, added up by category. */
public final class CategorySums {

    private CategorySums() {}

    /** @return by name, every category that has a row */
    public static SortedMap<String, BudgetUse> of(Collection<DayRow> rows) {
        var sums = new TreeMap<String, BudgetUse>();
        rows.forEach(row -> sums.merge(row.category(), new BudgetUse(row.planned(), row.spent()), CategorySums::plus));
        return sums;
    }

    public static Money spent(Collection<BudgetUse> uses) {
        return Money.sum(uses.stream().map(BudgetUse::spent).toList());
    }

    public static Money planned(Collection<BudgetUse> uses) {
        return Money.sum(uses.stream().map(BudgetUse::planned).toList());
    }

    private static BudgetUse plus(BudgetUse one, BudgetUse other) {
        return new BudgetUse(one.planned().plus(other.planned()), one.spent().plus(other.spent()));
    }
}
