package app.mita.command.transactions;

import app.mita.api.transactions.TransactionDetails;
import app.mita.api.transactions.TransactionRecorded;
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
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Records what was spent, and has later days give when it overspends its own. The same command again records and moves
 * nothing.
 */
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
                                    Settings.of(command.user()),
                                    Transaction.of(command.user(), command.id().value())),
                            months)
                    .toList();
        }

        /** What a repetition is told; the first one needs none. */
        @Override
        public List<Fact<?>> furtherFacts(RecordTransaction command, Known known) {
            return known.get(Transaction.of(command.user(), command.id().value()))
                            instanceof Transaction.Existing recorded
                    ? List.of(recordedMonth(command, recorded))
                    : List.of();
        }

        private static Fact<RecordedMonth> recordedMonth(RecordTransaction command, Transaction.Existing recorded) {
            return RecordedMonth.of(command.user(), command.id().value(), recorded.first());
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
            var change = MonthChange.of(
                    new TransactionRecorded(command.user(), command.id().value(), details, now),
                    command.id().value(),
                    details,
                    month,
                    account,
                    known.get(Settings.of(command.user())).automation(),
                    now);
            return new Decision<>(
                    told(command, details, now, BalanceImpact.of(details, change.after(), change.rebalance())),
                    change.events());
        }

        private static Decision<Recorded> again(
                RecordTransaction command, Transaction.Existing recorded, Account account, Known known) {
            if (!command.spending().means(recorded.first(), account.zone())) {
                throw command.id().reused();
            }
            var first = recorded.first();
            var left = known.get(recordedMonth(command, recorded));
            var rebalance =
                    left.rebalance(first, known.get(Settings.of(command.user())).automation());
            return Decision.none(
                    told(command, first, recorded.recordedAt(), BalanceImpact.of(first, left.month(), rebalance)));
        }

        private static Recorded told(
                RecordTransaction command, TransactionDetails details, Instant at, BalanceImpact impact) {
            return new Recorded(TransactionView.of(command.user(), command.id().value(), details, at, at), impact);
        }
    }
}
