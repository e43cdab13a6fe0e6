package app.mita.command.identity;

import app.mita.api.identity.AccountDeleted;
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

/** Closes an account for ever. One that was never opened is closed too: a registration on its way then fails. Tells when it was closed. */
public record DeleteAccount(UUID user) implements Command<Instant> {

    @Component
    static final class Rule implements Decider<DeleteAccount, Instant> {

        @Override
        public Class<DeleteAccount> command() {
            return DeleteAccount.class;
        }

        @Override
        public List<Fact<?>> facts(DeleteAccount command) {
            return List.of(Account.of(command.user()));
        }

        @Override
        public Decision<Instant> decide(DeleteAccount command, Known known, Instant now) {
            var account = known.get(Account.of(command.user()));
            return account.deleted() ? Decision.none(now) : Decision.of(now, new AccountDeleted(command.user(), now));
        }
    }
}
