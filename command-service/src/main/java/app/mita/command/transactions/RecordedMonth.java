package app.mita.command.transactions;

import app.mita.api.budget.Automation;
import app.mita.api.event.EventTag;
import app.mita.api.event.MitaEvent;
import app.mita.api.planning.BudgetRebalanced;
import app.mita.api.transactions.TransactionDetails;
import app.mita.api.transactions.TransactionRecorded;
import app.mita.command.gateway.Fact;
import app.mita.command.gateway.FactKind;
import app.mita.command.planning.DueRebalance;
import app.mita.command.planning.Month;
import app.mita.domain.planning.Rebalance;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A transaction's month as its recording left it, so that a repetition is told what the first was. It takes all of the
 * month's events to know: only repetitions ask for it.
 *
 * @param moved by the recording; null when nothing was
 */
record RecordedMonth(
        UUID transaction, Month month, @Nullable Rebalance moved, Stage stage) {

    private enum Stage {
        BEFORE,
        /** Its rebalance comes next, when there is one. */
        RECORDED,
        AFTER
    }

    private static final BiFunction<RecordedMonth, MitaEvent, RecordedMonth> EVOLVE = RecordedMonth::evolve;

    /** @param details of the transaction as it was recorded */
    static Fact<RecordedMonth> of(UUID user, UUID transaction, TransactionDetails details) {
        var before = new RecordedMonth(transaction, Month.unknown(details.month()), null, Stage.BEFORE);
        return new FactKind<>("month as recorded with " + transaction, before, EVOLVE)
                .at(EventTag.month(user, details.month()));
    }

    /**
     * The rebalance that was due, null when none was. One that moved nothing is not in the log: whether the user wanted
     * any then is taken from what they want now.
     */
    @Nullable
    Rebalance rebalance(TransactionDetails details, Automation automation) {
        return moved != null
                ? moved
                : DueRebalance.of(month, details.day(), details.planCategory(), automation)
                        .filter(due -> due.transfers().isEmpty())
                        .orElse(null);
    }

    private RecordedMonth evolve(MitaEvent event) {
        return switch (stage) {
            case BEFORE ->
                new RecordedMonth(transaction, month.with(event), null, records(event) ? Stage.RECORDED : Stage.BEFORE);
            case RECORDED ->
                event instanceof BudgetRebalanced rebalanced
                                && rebalanced.transaction().equals(transaction)
                        ? new RecordedMonth(transaction, month.with(event), moved(rebalanced), Stage.AFTER)
                        : new RecordedMonth(transaction, month, null, Stage.AFTER);
            case AFTER -> this;
        };
    }

    private boolean records(MitaEvent event) {
        return event instanceof TransactionRecorded recorded
                && recorded.transactionId().equals(transaction);
    }

    private static Rebalance moved(BudgetRebalanced event) {
        return new Rebalance(
                event.day(),
                event.category(),
                event.transfers().stream()
                        .map(transfer -> new Rebalance.Transfer(transfer.from(), transfer.taken()))
                        .toList(),
                event.uncovered());
    }
}
