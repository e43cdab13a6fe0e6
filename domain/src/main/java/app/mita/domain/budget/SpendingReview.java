package app.mita.domain.budget;

import app.mita.api.money.Money;
import app.mita.domain.money.Percent;
import app.mita.domain.planning.Priority;
import app.mita.domain.transactions.BudgetUse;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where spending left its plan, for a while that is over (planning.md, suggestions). Only what is both planned and spent
 * on can be compared; obligations are nobody's to save on.
 *
 * @param findings   what could be saved most coming first
 * @param topCategories at most three, the most spent on first
 */
public record SpendingReview(List<Finding> findings, List<String> topCategories) {

    private static final int MUCH_PERCENT = 125;
    private static final int LITTLE_PERCENT = 50;
    private static final int TOP = 3;

    /** What to do about a category. */
    public enum Advice {
        /** More than 125 percent of the plan is spent. */
        REDUCE,
        /** Less than half of the plan is. */
        SAVE_MORE
    }

    /** @param potentialSavings spent beyond the plan; zero for what is within it */
    public record Finding(String category, Advice advice, Money potentialSavings) {}

    public static SpendingReview of(Map<String, BudgetUse> byCategory) {
        var findings = byCategory.entrySet().stream()
                .flatMap(use -> finding(use.getKey(), use.getValue()).stream())
                .sorted(Comparator.comparing(Finding::potentialSavings).reversed())
                .toList();
        var top = byCategory.entrySet().stream()
                .filter(use -> use.getValue().spent().isPositive())
                .sorted(Comparator.comparing(
                        (Map.Entry<String, BudgetUse> use) -> use.getValue().spent(), Comparator.reverseOrder()))
                .limit(TOP)
                .map(Map.Entry::getKey)
                .toList();
        return new SpendingReview(findings, top);
    }

    public Money potentialSavings() {
        return Money.sum(findings.stream().map(Finding::potentialSavings).toList());
    }

    private static Optional<Finding> finding(String category, BudgetUse use) {
        if (!use.planned().isPositive() || !use.spent().isPositive() || Priority.of(category) == Priority.SACRED) {
            return Optional.empty();
        }
        if (Percent.exceeds(use.spent(), use.planned(), MUCH_PERCENT)) {
            return Optional.of(
                    new Finding(category, Advice.REDUCE, use.remaining().negated()));
        }
        return Percent.reaches(use.spent(), use.planned(), LITTLE_PERCENT)
                ? Optional.empty()
                : Optional.of(new Finding(category, Advice.SAVE_MORE, Money.ZERO));
    }
}
