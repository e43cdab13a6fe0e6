package app.mita.command.transactions;

import app.mita.api.event.MitaEvent;
import app.mita.api.transactions.TransactionCorrected;
import app.mita.api.transactions.TransactionDetails;
import app.mita.api.transactions.TransactionView;
import app.mita.command.gateway.Command;
import app.mita.command.gateway.Decider;
import app.mita.command.gateway.Decision;
import app.mita.command.gateway.Fact;
import app.mita.command.gateway.Known;
import app.mita.command.planning.MissingPlan;
import app.mita.command.planning.Month;
import app.mita.command.profile.Account;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Puts a transaction right, and tells the whole of it as it is then. */
record CorrectTransaction(UUID user, UUID id, Correction correction) implements Command<TransactionView> {

    @Component
    static final class Rule implements Decider<CorrectTransaction, TransactionView> {

        @Override
        public Class<CorrectTransaction> command() {
            return CorrectTransaction.class;
        }

        /** Months matter only when the transaction can move: the one it moves to may need its plan. */
        @Override
        public List<Fact<?>> facts(CorrectTransaction command) {
            var facts = new ArrayList<Fact<?>>();
            facts.add(Account.of(command.user()));
            facts.add(Transaction.of(command.user(), command.id()));
            command.correction().months().forEach(month -> facts.add(Month.of(command.user(), month)));
            return facts;
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
            var events = new ArrayList<MitaEvent>();
            if (command.correction().spentAt() != null) {
                SpendingTime.check(after.spentAt(), account.zone(), now);
                events.addAll(planOf(after, command, account, known, now));
            }
            events.add(new TransactionCorrected(
                    command.user(), command.id(), live.details(), after, live.recordedAt(), now));
            return new Decision<>(
                    TransactionView.of(command.user(), command.id(), after, live.recordedAt(), now),
                    List.copyOf(events));
        }

        private static List<MitaEvent> planOf(
                TransactionDetails after, CorrectTransaction command, Account account, Known known, Instant now) {
            var month = known.get(Month.of(command.user(), after.month()));
            return MissingPlan.of(command.user(), account, month, now).stream()
                    .map(MitaEvent.class::cast)
                    .toList();
        }
    }
}
