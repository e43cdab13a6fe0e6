package app.mita.command.transactions;

import app.mita.api.transactions.TransactionDeleted;
import app.mita.command.gateway.Command;
import app.mita.command.gateway.Decider;
import app.mita.command.gateway.Decision;
import app.mita.command.gateway.Fact;
import app.mita.command.gateway.Known;
import app.mita.command.profile.Account;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Takes a transaction out of every sum; tells its id. */
record DeleteTransaction(UUID user, UUID id) implements Command<UUID> {

    @Component
    static final class Rule implements Decider<DeleteTransaction, UUID> {

        @Override
        public Class<DeleteTransaction> command() {
            return DeleteTransaction.class;
        }

        @Override
        public List<Fact<?>> facts(DeleteTransaction command) {
            return List.of(Account.of(command.user()), Transaction.of(command.user(), command.id()));
        }

        @Override
        public Decision<UUID> decide(DeleteTransaction command, Known known, Instant now) {
            known.get(Account.of(command.user())).required();
            var live = known.get(Transaction.of(command.user(), command.id())).live(command.id());
            return Decision.of(command.id(), new TransactionDeleted(command.user(), command.id(), live.details(), now));
        }
    }
}
