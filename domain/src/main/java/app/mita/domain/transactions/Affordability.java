package app.mita.domain.transactions;

import app.mita.api.money.Money;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether an amount still fits a category's money for a day (core.md section 7, check-affordability).
 *
 * @param level          reached if the amount were spent
 * @param spent          before it
 * @param remaining      after it; negative when it does not fit
 * @param percentageUsed after it, one decimal
 * @param overage        by how much it does not fit; zero when it does
 * @param alternatives   other categories with enough left for the amount, the freest first, at most three
 */
public record Affordability(
        boolean planned,
        UseLevel level,
        Money spent,
        Money dailyBudget,
        Money remaining,
        BigDecimal percentageUsed,
        Money overage,
        List<Alternative> alternatives) {

    private static final int MOST_ALTERNATIVES = 3;
    private static final Affordability UNPLANNED = new Affordability(
            false, UseLevel.CAUTION, Money.ZERO, Money.ZERO, Money.ZERO, new BigDecimal("0.0"), Money.ZERO, List.of());

    public record Alternative(String category, Money available, BigDecimal percentageFree, Money dailyBudget) {}

    /**
     * @param day      the day's plan and spending by plan category
     * @param category a plan category; one without money in the day's plan is affordable, with caution
     */
    public static Affordability of(Map<String, BudgetUse> day, String category, Money amount) {
        return Optional.ofNullable(day.get(category))
                .filter(use -> use.planned().isPositive())
                .map(use -> planned(use, amount, alternatives(day, category, amount)))
                .orElse(UNPLANNED);
    }

    public boolean canAfford() {
        return level.affordable();
    }

    private static Affordability planned(BudgetUse before, Money amount, List<Alternative> alternatives) {
        var after = new BudgetUse(before.planned(), before.spent().plus(amount));
        return new Affordability(
                true,
                after.level(),
                before.spent(),
                before.planned(),
                after.remaining(),
                after.percentageUsed(),
                after.remaining().negated().max(Money.ZERO),
                after.level().affordable() ? List.of() : alternatives);
    }

    private static List<Alternative> alternatives(Map<String, BudgetUse> day, String category, Money amount) {
        return day.entrySet().stream()
                .filter(other -> !other.getKey().equals(category))
                .map(other -> new Alternative(
                        other.getKey(),
                        other.getValue().remaining(),
                        other.getValue().percentageFree(),
                        other.getValue().planned()))
                .filter(other -> other.available().compareTo(amount) >= 0)
                .sorted(Comparator.comparing(Alternative::percentageFree)
                        .thenComparing(Alternative::available)
                        .reversed())
                .limit(MOST_ALTERNATIVES)
                .toList();
    }
}
