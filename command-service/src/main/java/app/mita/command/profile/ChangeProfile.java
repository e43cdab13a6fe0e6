package app.mita.command.profile;

import app.mita.api.profile.ProfileChanged;
import app.mita.api.profile.ProfileView;
import app.mita.command.gateway.Command;
import app.mita.command.gateway.Decider;
import app.mita.command.gateway.Decision;
import app.mita.command.gateway.Fact;
import app.mita.command.gateway.Known;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Changes what a user says of themselves; tells the whole profile as it is then. */
public record ChangeProfile(UUID user, ProfileChanges changes) implements Command<ProfileView> {

    @Component
    static final class Rule implements Decider<ChangeProfile, ProfileView> {

        @Override
        public Class<ChangeProfile> command() {
            return ChangeProfile.class;
        }

        @Override
        public List<Fact<?>> facts(ChangeProfile command) {
            return List.of(Account.of(command.user()));
        }

        @Override
        public Decision<ProfileView> decide(ChangeProfile command, Known known, Instant now) {
            var account = known.get(Account.of(command.user())).required();
            var after = command.changes().applyTo(account.profile());
            var view = ProfileView.of(
                    command.user(), after, account.onboarded(), Objects.requireNonNull(account.createdAt()));
            return after.equals(account.profile())
                    ? Decision.none(view)
                    : Decision.of(view, new ProfileChanged(command.user(), after, now));
        }
    }
}
