package app.mita.command.identity;

import app.mita.api.identity.UserRegistered;
import app.mita.api.profile.ProfileDetails;
import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import app.mita.command.gateway.Command;
import app.mita.command.gateway.Decider;
import app.mita.command.gateway.Decision;
import app.mita.command.gateway.Fact;
import app.mita.command.gateway.Known;
import app.mita.command.profile.Account;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Opens the account of a new user; tells when it was opened. Repeated, it changes nothing. */
public record RegisterUser(UUID user, ProfileDetails profile) implements Command<Instant> {

    @Component
    static final class Rule implements Decider<RegisterUser, Instant> {

        @Override
        public Class<RegisterUser> command() {
            return RegisterUser.class;
        }

        @Override
        public List<Fact<?>> facts(RegisterUser command) {
            return List.of(Account.of(command.user()));
        }

        @Override
        public Decision<Instant> decide(RegisterUser command, Known known, Instant now) {
            var account = known.get(Account.of(command.user()));
            if (account.deleted()) {
                throw new Refused(ErrorCode.CONFLICT, "The registration took too long and was given up; try again.");
            }
            return account.exists()
                    ? Decision.none(Objects.requireNonNull(account.createdAt()))
                    : Decision.of(now, new UserRegistered(command.user(), command.profile(), now));
        }
    }
}
