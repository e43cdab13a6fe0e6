package app.mita.command.identity;

import app.mita.api.identity.AccessGranted;
import app.mita.api.identity.Role;
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
import java.util.UUID;
import org.springframework.stereotype.Component;

/** An operator makes a user premium or an admin. */
public record GrantAccess(UUID user, Access access) implements Command<Role> {

    @Component
    static final class Rule implements Decider<GrantAccess, Role> {

        @Override
        public Class<GrantAccess> command() {
            return GrantAccess.class;
        }

        @Override
        public List<Fact<?>> facts(GrantAccess command) {
            return List.of(Account.of(command.user()));
        }

        @Override
        public Decision<Role> decide(GrantAccess command, Known known, Instant now) {
            var account = known.get(Account.of(command.user()));
            if (!account.exists()) {
                throw new Refused(ErrorCode.NOT_FOUND, "There is no such account.");
            }
            var role =
                    command.access() == Access.ADMIN || account.role() == Role.ADMIN ? Role.ADMIN : Role.PREMIUM_USER;
            var premium = command.access() == Access.PREMIUM || account.premium();
            return role == account.role() && premium == account.premium()
                    ? Decision.none(role)
                    : Decision.of(role, new AccessGranted(command.user(), role, premium, now));
        }
    }
}
