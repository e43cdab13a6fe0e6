package app.mita.command.transactions;

import app.mita.api.budget.Automation;
import app.mita.api.event.MitaEvent;
import app.mita.api.transactions.TransactionDetails;
import app.mita.command.planning.DueRebalance;
import app.mita.command.planning.MissingPlan;
import app.mita.command.planning.Month;
import app.mita.command.profile.Account;
import app.mita.domain.planning.Rebalance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a change of spending brings with it in the month that the spending is in: the plan that the month still has to
 * get goes before it, the rebalance of a row that it leaves overspent after it, all in one append.
 *
 * @param events    the change among them
 * @param after     the month with all of it
 * @param rebalance null when none was due; it may have moved nothing
 */
record MonthChange(
        List<MitaEvent> events, Month after, @Nullable Rebalance rebalance) {

    /** @param details of the transaction as the change leaves it */
    static MonthChange of(
            MitaEvent change,
            UUID transaction,
            TransactionDetails details,
            Month before,
            Account account,
            Automation automation,
            Instant now) {
        var events = new ArrayList<MitaEvent>();
        MissingPlan.of(change.user(), account, before, now).ifPresent(events::add);
        events.add(change);
        var month = before.with(events);
        var rebalance = DueRebalance.of(month, details.day(), details.planCategory(), automation);
        var moved = rebalance.flatMap(due -> DueRebalance.event(change.user(), transaction, due, now));
        moved.ifPresent(events::add);
        return new MonthChange(
                List.copyOf(events), moved.isPresent() ? month.with(moved.get()) : month, rebalance.orElse(null));
    }
}
