package app.mita.command.budget;

import app.mita.api.budget.BudgetModeChanged;
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

/**
 * Chooses how strictly a budget is kept; tells the mode.
 *
 * @param mode one of those there are
 */
record ChangeMode(UUID user, String mode) implements Command<String> {

    @Component
    static final class Rule implements Decider<ChangeMode, String> {

        @Override
        public Class<ChangeMode> command() {
            return ChangeMode.class;
        }

        @Override
        public List<Fact<?>> facts(ChangeMode command) {
            return List.of(Account.of(command.user()), Settings.of(command.user()));
        }

        @Override
        public Decision<String> decide(ChangeMode command, Known known, Instant now) {
            known.get(Account.of(command.user())).required();
            return command.mode().equals(known.get(Settings.of(command.user())).mode())
                    ? Decision.none(command.mode())
                    : Decision.of(command.mode(), new BudgetModeChanged(command.user(), command.mode(), now));
        }
    }
}
