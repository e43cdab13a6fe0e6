package app.mita.command.transactions;

import app.mita.api.event.MitaEvent;
import app.mita.api.transactions.TransactionCorrected;
import app.mita.api.transactions.TransactionDetails;
import app.mita.api.transactions.TransactionView;
import app.mita.command.budget.Settings;
import app.mita.command.gateway.Command;
import app.mita.command.gateway.Decider;
import app.mita.command.gateway.Decision;
import app.mita.command.gateway.Fact;
import app.mita.command.gateway.Known;
import app.mita.command.planning.Month;
import app.mita.command.profile.Account;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Puts a transaction right, and tells the whole of it as it is then. Later days give when the correction overspends its
 * day; what an earlier overspending took is not given back (domain.md, "Rebalance").
 */
record CorrectTransaction(UUID user, UUID id, Correction correction) implements Command<TransactionView> {

    @Component
    static final class Rule implements Decider<CorrectTransaction, TransactionView> {

        @Override
        public Class<CorrectTransaction> command() {
            return CorrectTransaction.class;
        }

        /** Only what can move money needs to know the plan that it moves in. */
        @Override
        public List<Fact<?>> facts(CorrectTransaction command) {
            var facts = new ArrayList<Fact<?>>();
            facts.add(Account.of(command.user()));
            facts.add(Transaction.of(command.user(), command.id()));
            if (command.correction().moves()) {
                facts.add(Settings.of(command.user()));
            }
            command.correction().months().forEach(month -> facts.add(Month.of(command.user(), month)));
            return facts;
        }

        /** The month that the transaction is in, when it stays there. */
        @Override
        public List<Fact<?>> furtherFacts(CorrectTransaction command, Known known) {
            return command.correction().moves()
                            && command.correction().spentAt() == null
                            && known.get(Transaction.of(command.user(), command.id()))
                                    instanceof Transaction.Existing there
                            && there.current() != null
                    ? List.of(Month.of(command.user(), there.current().month()))
                    : List.of();
        }

        @Override
        public Decision<TransactionView> decide(CorrectTransaction command, Known known, Instant now) {
            var account = known.get(Account.of(command.user())).required();
            var live = known.get(Transaction.of(command.user(), command.id())).live(command.id());
            var after = command.correction().applyTo(live.details(), account.zone(), now);
            if (after.equals(live.details())) {
                return Decision.none(
                        TransactionView.of(command.user(), command.id(), after, live.recordedAt(), live.updatedAt()));
            }
            if (command.correction().spentAt() != null) {
                SpendingTime.check(after.spentAt(), account.zone(), now);
            }
            var corrected = new TransactionCorrected(
                    command.user(), command.id(), live.details(), after, live.recordedAt(), now);
            return new Decision<>(
                    TransactionView.of(command.user(), command.id(), after, live.recordedAt(), now),
                    isElsewhere(live.details(), after)
                            ? changeOfMonth(corrected, command, account, known, now)
                            : List.of(corrected));
        }

        /** Whether another row of the calendar is spent on, or the same one differently. */
        private static boolean isElsewhere(TransactionDetails before, TransactionDetails after) {
            return !(after.amount().equals(before.amount())
                    && after.category() == before.category()
                    && after.day().equals(before.day()));
        }

        private static List<MitaEvent> changeOfMonth(
                TransactionCorrected corrected, CorrectTransaction command, Account account, Known known, Instant now) {
            return MonthChange.of(
                            corrected,
                            command.id(),
                            corrected.after(),
                            known.get(Month.of(command.user(), corrected.after().month())),
                            account,
                            known.get(Settings.of(command.user())).automation(),
                            now)
                    .events();
        }
    }
}
