package app.mita.query.calendar;

import app.mita.api.calendar.DayStateView;
import app.mita.api.money.Money;
import app.mita.domain.budget.CategorySums;
import app.mita.domain.calendar.DayStatus;
import app.mita.domain.transactions.BudgetUse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A day as the oldest screen shows it (planning.md, day_state). */
final class DayState {

    private DayState() {}

    /**
     * A state, or what there is none of.
     *
     * @param day of the month; empty when the month has no such day
     */
    static Object of(PlannedMonth month, Optional<LocalDate> day) {
        if (!month.hasPlan() && month.spent().isEmpty()) {
            return unknown("calendar");
        }
        var uses = day.map(month::day).orElse(Map.of());
        return uses.isEmpty() ? unknown("day") : state(uses);
    }

    static Map<String, String> unknown(String what) {
        return Map.of("error", what + " not found");
    }

    private static DayStateView state(Map<String, BudgetUse> uses) {
        var planned = new LinkedHashMap<String, Money>();
        var actual = new LinkedHashMap<String, Money>();
        uses.forEach((category, use) -> {
            planned.put(category, use.planned());
            actual.put(category, use.spent());
        });
        var status = DayStatus.byUse(CategorySums.planned(uses.values()), CategorySums.spent(uses.values()));
        return new DayStateView(planned, actual, Map.of(), status.word(), recommendations(uses), comment(status));
    }

    private static List<String> recommendations(Map<String, BudgetUse> uses) {
        return uses.entrySet().stream()
                .filter(use -> use.getValue().planned().isPositive()
                        && use.getValue().remaining().isNegative())
                .map(use -> "Make up for $%s of %s on the days to come."
                        .formatted(use.getValue().remaining().negated(), use.getKey()))
                .toList();
    }

    private static @Nullable String comment(DayStatus status) {
        return switch (status) {
            case GREEN -> null;
            case YELLOW -> "Most of what this day may take is spent.";
            case RED -> "This day has taken more than its plan.";
        };
    }
}
