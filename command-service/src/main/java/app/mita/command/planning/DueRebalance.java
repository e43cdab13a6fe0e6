package app.mita.command.planning;

import app.mita.api.budget.Automation;
import app.mita.api.money.Money;
import app.mita.api.planning.BudgetRebalanced;
import app.mita.domain.planning.Rebalance;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** The rebalance that a write owes a row that it left overspent (domain.md, "Rebalance"). */
public final class DueRebalance {

    private DueRebalance() {}

    /**
     * Empty when the row is not overspent, and for a user who wants their plan left alone. Nobody may be able to give:
     * a month without a plan has nothing to move.
     *
     * @param month with the write in it
     */
    public static Optional<Rebalance> of(Month month, LocalDate day, String category, Automation automation) {
        var overspent =
                month.spent(day, category).minus(month.planned(day, category).orElse(Money.ZERO));
        if (!automation.redistributionEnabled() || !overspent.isPositive()) {
            return Optional.empty();
        }
        return Optional.of(
                month.isPlanned()
                        ? Rebalance.of(month.rowsFrom(day), day, category)
                        : new Rebalance(day, category, List.of(), overspent));
    }

    /** Empty when nothing moves. */
    public static Optional<BudgetRebalanced> event(UUID user, UUID transaction, Rebalance rebalance, Instant now) {
        var transfers = IntStream.range(0, rebalance.transfers().size())
                .mapToObj(nth -> {
                    var transfer = rebalance.transfers().get(nth);
                    return new BudgetRebalanced.Transfer(
                            TransferId.of(transaction, now, nth), transfer.from(), transfer.taken());
                })
                .toList();
        return transfers.isEmpty()
                ? Optional.empty()
                : Optional.of(new BudgetRebalanced(
                        user,
                        rebalance.day(),
                        rebalance.category(),
                        transaction,
                        transfers,
                        rebalance.uncovered(),
                        now));
    }
}
