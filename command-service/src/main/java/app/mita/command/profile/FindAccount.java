package app.mita.command.profile;

import app.mita.command.gateway.Command;
import app.mita.command.gateway.Decider;
import app.mita.command.gateway.Decision;
import app.mita.command.gateway.Fact;
import app.mita.command.gateway.Known;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells what the log knows of a user and changes nothing; an account that never was is told too, not refused. */
public record FindAccount(UUID user) implements Command<Account> {

    @Component
    static final class Rule implements Decider<FindAccount, Account> {

        @Override
        public Class<FindAccount> command() {
            return FindAccount.class;
        }

        @Override
        public List<Fact<?>> facts(FindAccount command) {
            return List.of(Account.of(command.user()));
        }

        @Override
        public Decision<Account> decide(FindAccount command, Known known, Instant now) {
            return Decision.none(known.get(Account.of(command.user())));
        }
    }
}
