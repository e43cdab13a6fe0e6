package app.mita.command.identity;

import app.mita.api.identity.PasswordChanged;
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

/** Puts on record that the password is another one now; the password itself is nowhere in the log. */
public record NotePasswordChange(UUID user) implements Command<Instant> {

    @Component
    static final class Rule implements Decider<NotePasswordChange, Instant> {

        @Override
        public Class<NotePasswordChange> command() {
            return NotePasswordChange.class;
        }

        @Override
        public List<Fact<?>> facts(NotePasswordChange command) {
            return List.of(Account.of(command.user()));
        }

        @Override
        public Decision<Instant> decide(NotePasswordChange command, Known known, Instant now) {
            var account = known.get(Account.of(command.user()));
            account.required();
            return Decision.of(now, new PasswordChanged(command.user(), now));
        }
    }
}
