package app.mita.command.transactions;

import app.mita.api.event.MitaEvent;
import app.mita.api.transactions.TransactionDetails;
import app.mita.api.transactions.TransactionRecorded;
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
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Records what was spent. The same command again records nothing and tells the same. */
public record RecordTransaction(UUID user, TransactionId id, Spending spending)
        implements Command<RecordTransaction.Recorded> {

    /** @param transaction as it was recorded */
    public record Recorded(TransactionView transaction, BalanceImpact impact) {}

    @Component
    static final class Rule implements Decider<RecordTransaction, Recorded> {

        @Override
        public Class<RecordTransaction> command() {
            return RecordTransaction.class;
        }

        @Override
        public List<Fact<?>> facts(RecordTransaction command) {
            var months = command.spending().spentAt().months().stream().map(month -> Month.of(command.user(), month));
            return Stream.<Fact<?>>concat(
                            Stream.of(
                                    Account.of(command.user()),
                                    Transaction.of(command.user(), command.id().value())),
                            months)
                    .toList();
        }

        @Override
        public Decision<Recorded> decide(RecordTransaction command, Known known, Instant now) {
            var account = known.get(Account.of(command.user())).required();
            return switch (known.get(Transaction.of(command.user(), command.id().value()))) {
                case Transaction.Existing recorded -> again(command, recorded, account, known);
                case Transaction.Unknown unknown -> anew(command, account, known, now);
            };
        }

        private static Decision<Recorded> anew(RecordTransaction command, Account account, Known known, Instant now) {
            var details = command.spending().details(account.zone(), now);
            SpendingTime.check(details.spentAt(), account.zone(), now);
            var month = known.get(Month.of(command.user(), details.month()));
            var events = new ArrayList<MitaEvent>();
            MissingPlan.of(command.user(), account, month, now).ifPresent(events::add);
            events.add(new TransactionRecorded(command.user(), command.id().value(), details, now));
            for (var event : events) {
                month = month.with(event);
            }
            return new Decision<>(told(command, details, now, month), List.copyOf(events));
        }

        private static Decision<Recorded> again(
                RecordTransaction command, Transaction.Existing recorded, Account account, Known known) {
            if (!command.spending().means(recorded.first(), account.zone())) {
                throw command.id().reused();
            }
            var first = recorded.first();
            // Without a time of its own, a repetition can come in another month than the first; that one is not asked
            // for.
            var month = command.spending().spentAt().months().contains(first.month())
                    ? known.get(Month.of(command.user(), first.month()))
                    : Month.unknown(first.month());
            return Decision.none(told(command, first, recorded.recordedAt(), month));
        }

        private static Recorded told(RecordTransaction command, TransactionDetails details, Instant at, Month month) {
            return new Recorded(
                    TransactionView.of(command.user(), command.id().value(), details, at, at),
                    BalanceImpact.of(details, month));
        }
    }
}
