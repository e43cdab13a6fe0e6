package app.mita.domain.planning;

import app.mita.api.money.Money;
import app.mita.api.planning.BudgetRebalanced;
import app.mita.api.planning.DayPlanEdited;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What a change makes of a month's planned days: by plan category one amount for each day, the 1st first. The plan that
 * is given stays as it is. A category that it lacks comes last, with nothing on the other days.
 */
public final class PlannedDays {

    private PlannedDays() {}

    /** @param edit of a day of the plan's month */
    public static Map<String, List<Money>> after(Map<String, List<Money>> planned, DayPlanEdited edit) {
        var days = new LinkedHashMap<>(planned);
        edit.planned().forEach((category, amount) -> change(days, category, edit.day(), before -> amount));
        return Collections.unmodifiableMap(days);
    }

    /**
     * The sum over all days stays the same (invariant 18).
     *
     * @param moved within the plan's month
     */
    public static Map<String, List<Money>> after(Map<String, List<Money>> planned, BudgetRebalanced moved) {
        var days = new LinkedHashMap<>(planned);
        for (var transfer : moved.transfers()) {
            transfer.taken()
                    .forEach((day, amount) -> change(days, transfer.from(), day, before -> before.minus(amount)));
        }
        change(days, moved.category(), moved.day(), before -> before.plus(moved.covered()));
        return Collections.unmodifiableMap(days);
    }

    private static void change(
            Map<String, List<Money>> days, String category, LocalDate day, UnaryOperator<Money> change) {
        var amounts = new ArrayList<>(days.getOrDefault(
                category, Collections.nCopies(YearMonth.from(day).lengthOfMonth(), Money.ZERO)));
        int index = day.getDayOfMonth() - 1;
        amounts.set(index, change.apply(amounts.get(index)));
        days.put(category, Collections.unmodifiableList(amounts));
    }
}
