package app.mita.query.transactions;

import app.mita.api.money.Money;
import app.mita.api.transactions.AffordabilityView;
import app.mita.domain.transactions.Affordability;
import java.util.ArrayList;
import java.util.List;

/** Says in words what a purchase would do to its day. */
final class Advice {

    private Advice() {}

    /** @param category as the user named it */
    static AffordabilityView on(Affordability outcome, String category, Money amount) {
        return new AffordabilityView(
                outcome.canAfford(),
                outcome.level().warning(),
                outcome.spent(),
                outcome.dailyBudget(),
                outcome.remaining(),
                outcome.percentageUsed(),
                outcome.overage(),
                impact(outcome),
                outcome.alternatives().stream()
                        .map(other -> new AffordabilityView.Alternative(
                                other.category(), other.available(), other.percentageFree(), other.dailyBudget()))
                        .toList(),
                suggestions(outcome),
                true,
                category,
                amount);
    }

    private static String impact(Affordability outcome) {
        if (!outcome.planned()) {
            return "Nothing is planned for this category on that day.";
        }
        return switch (outcome.level()) {
            case SAFE -> "This fits the day's budget well.";
            case CAUTION, WARNING ->
                "This fits the day's budget, and $%s would be left.".formatted(outcome.remaining());
            case DANGER -> "This would use nearly all of the day's budget.";
            case OVER -> "This would go $%s beyond the day's budget.".formatted(outcome.overage());
        };
    }

    private static List<String> suggestions(Affordability outcome) {
        if (outcome.canAfford()) {
            return List.of();
        }
        var suggestions = new ArrayList<String>();
        var left = outcome.dailyBudget().minus(outcome.spent());
        if (left.isPositive()) {
            suggestions.add("Keep it to $%s today.".formatted(left));
        }
        outcome.alternatives().stream()
                .findFirst()
                .ifPresent(other -> suggestions.add(
                        "Pay for it from %s, which has $%s left.".formatted(other.category(), other.available())));
        suggestions.add("Wait for a day with more room in its plan.");
        return suggestions;
    }
}
