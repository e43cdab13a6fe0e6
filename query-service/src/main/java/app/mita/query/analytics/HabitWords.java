package app.mita.query.analytics;

import app.mita.api.analytics.BehavioralInsightsView;
import app.mita.domain.analytics.SpendingHabit;
import app.mita.domain.analytics.Spread;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Says in words what a habit is and what could be done about it. */
final class HabitWords {

    private static final BigDecimal KEPT = new BigDecimal("0.8");
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private HabitWords() {}

    static BehavioralInsightsView on(SpendingHabit habit, Spread spent) {
        return new BehavioralInsightsView(
                habit.variable() ? "variable" : "consistent",
                habit.riskScore(),
                habit.impulseBuying() ? "medium" : "low",
                habit.budgetAdherence(),
                habit.savingDiscipline(),
                List.of(insight(habit, spent)),
                spent.count() == 0 ? List.of("Record what you spend for a few days.") : recommendations(habit));
    }

    private static String insight(SpendingHabit habit, Spread spent) {
        if (spent.count() == 0) {
            return "Nothing was recorded in the last 30 days.";
        }
        return habit.variable()
                ? "Your amounts differ a lot: $%s on average, with some far above.".formatted(spent.mean())
                : "Your amounts are much alike: $%s on average.".formatted(spent.mean());
    }

    private static List<String> recommendations(SpendingHabit habit) {
        var advice = new ArrayList<String>();
        if (habit.budgetAdherence().compareTo(KEPT) < 0) {
            advice.add("Look at what is left of the day before you buy.");
        }
        if (habit.savingDiscipline().compareTo(HALF) < 0) {
            advice.add("Put your savings aside when your income comes in.");
        }
        if (habit.variable() && habit.impulseBuying()) {
            advice.add("Sleep a night over the larger purchases.");
        }
        return advice.isEmpty() ? List.of("Keep going as you do.") : List.copyOf(advice);
    }
}
