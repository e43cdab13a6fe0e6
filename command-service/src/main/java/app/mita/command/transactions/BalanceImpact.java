package app.mita.command.transactions;

import app.mita.api.money.Money;
import app.mita.api.transactions.Category;
import app.mita.api.transactions.TransactionDetails;
import app.mita.command.planning.Month;
import app.mita.domain.planning.Rebalance;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import org.jspecify.annotations.Nullable;

/**
 * What a spending did to its day's plan: {@code meta.balance_impact} of core.md section 7.
 *
 * @param remainingBudget of the category on that day after the rebalance, negative when still overspent; null when the
 *     plan has no such category
 * @param rebalanced      true when the spending overspent its category, so that later days were asked to give; else
 *     absent, like the two after it
 * @param rebalanceCovered      what they gave
 * @param rebalanceFullyCovered whether that was enough
 */
public record BalanceImpact(
        Category category,
        Money amount,
        @Nullable Money remainingBudget,
        boolean budgetExceeded,
        @JsonInclude(Include.NON_NULL) @Nullable Boolean rebalanced,
        @JsonInclude(Include.NON_NULL) @Nullable Money rebalanceCovered,
        @JsonInclude(Include.NON_NULL) @Nullable Boolean rebalanceFullyCovered) {

    /**
     * @param month     with the spending and the rebalance in it
     * @param rebalance null when none was due
     */
    static BalanceImpact of(TransactionDetails details, Month month, @Nullable Rebalance rebalance) {
        var remaining = month.planned(details.day(), details.planCategory())
                .map(planned -> planned.minus(month.spent(details.day(), details.planCategory())));
        return new BalanceImpact(
                details.category(),
                details.amount(),
                remaining.orElse(null),
                remaining.filter(Money::isNegative).isPresent(),
                rebalance == null ? null : true,
                rebalance == null ? null : rebalance.covered(),
                rebalance == null ? null : rebalance.uncovered().isZero());
    }
}
