package app.mita.command.budget;

import app.mita.api.budget.Automation;
import app.mita.api.budget.AutomationChanged;
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

/** Says what may be done to a budget without asking; tells all the settings as they are then. */
record ChangeAutomation(UUID user, AutomationChanges changes) implements Command<Automation> {

    @Component
    static final class Rule implements Decider<ChangeAutomation, Automation> {

        @Override
        public Class<ChangeAutomation> command() {
            return ChangeAutomation.class;
        }

        @Override
        public List<Fact<?>> facts(ChangeAutomation command) {
            return List.of(Account.of(command.user()), Settings.of(command.user()));
        }

        @Override
        public Decision<Automation> decide(ChangeAutomation command, Known known, Instant now) {
            known.get(Account.of(command.user())).required();
            var before = known.get(Settings.of(command.user())).automation();
            var after = command.changes().applyTo(before);
            return after.equals(before)
                    ? Decision.none(before)
                    : Decision.of(after, new AutomationChanged(command.user(), after, now));
        }
    }
}
