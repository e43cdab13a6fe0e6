package app.mita.command.transactions;

import app.mita.api.money.Money;
import app.mita.api.transactions.Category;
import app.mita.api.transactions.TransactionDetails;
import app.mita.command.planning.Month;
import org.jspecify.annotations.Nullable;

/**
 * What a spending did to its day's plan: {@code meta.balance_impact} of core.md section 7.
 *
 * @param remainingBudget of the category on that day, negative when overspent; null when the plan has no such category
 */
public record BalanceImpact(
        Category category, Money amount, @Nullable Money remainingBudget, boolean budgetExceeded) {

    /** @param month with the spending in it */
    static BalanceImpact of(TransactionDetails details, Month month) {
        var remaining = month.planned(details.day(), details.planCategory())
                .map(planned -> planned.minus(month.spent(details.day(), details.planCategory())));
        return new BalanceImpact(
                details.category(),
                details.amount(),
                remaining.orElse(null),
                remaining.filter(Money::isNegative).isPresent());
    }
}
