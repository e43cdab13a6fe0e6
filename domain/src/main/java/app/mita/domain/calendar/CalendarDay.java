package app.mita.domain.calendar;

import app.mita.api.calendar.DayView;
import app.mita.api.calendar.PlannedCategory;
import app.mita.api.money.Money;
import app.mita.domain.transactions.BudgetUse;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One day of a user's calendar.
 *
 * @param uses by plan category: first those with money in the plan, in its order, then those that are only spent on
 */
public record CalendarDay(LocalDate date, Map<String, BudgetUse> uses) {

    /**
     * @param planned the month's, by plan category one amount for each day, the 1st first; null when it has no plan
     * @param spent   live spending of the day by plan category, in the order that it is shown in
     */
    public static CalendarDay of(LocalDate date, @Nullable Map<String, List<Money>> planned, Map<String, Money> spent) {
        var uses = new LinkedHashMap<String, BudgetUse>();
        if (planned != null) {
            planned.forEach((category, amounts) -> {
                var amount = amounts.get(date.getDayOfMonth() - 1);
                var spentOnIt = spent.getOrDefault(category, Money.ZERO);
                if (amount.isPositive() || !spentOnIt.isZero()) {
                    uses.put(category, new BudgetUse(amount, spentOnIt));
                }
            });
        }
        spent.forEach((category, amount) -> uses.putIfAbsent(category, new BudgetUse(Money.ZERO, amount)));
        return new CalendarDay(date, Collections.unmodifiableMap(uses));
    }

    public Money planned() {
        return Money.sum(uses.values().stream().map(BudgetUse::planned).toList());
    }

    public Money spent() {
        return Money.sum(uses.values().stream().map(BudgetUse::spent).toList());
    }

    /** Each category with its own status. */
    public Map<String, PlannedCategory> categories() {
        var categories = new LinkedHashMap<String, PlannedCategory>();
        uses.forEach((category, use) -> categories.put(
                category,
                new PlannedCategory(
                        use.planned(),
                        use.spent(),
                        DayStatus.of(use.planned(), use.spent()).word())));
        return categories;
    }

    /** As the contract shows it (core.md section 9). */
    public DayView view() {
        var planned = planned();
        var spent = spent();
        var expenses = new LinkedHashMap<String, Money>();
        uses.forEach((category, use) -> {
            if (!use.spent().isZero()) {
                expenses.put(category, use.spent());
            }
        });
        return new DayView(
                date,
                categories(),
                planned,
                planned,
                spent,
                DayStatus.of(planned, spent).word(),
                expenses);
    }
}
