package app.mita.command.gateway;

import app.mita.api.event.EventTag;
import app.mita.api.event.MitaEvent;
import app.mita.api.event.PersonalText;
import app.mita.api.identity.AccountDeleted;
import app.mita.api.identity.UserRegistered;
import app.mita.api.money.Money;
import app.mita.api.profile.ProfileChanged;
import app.mita.api.profile.ProfileDetails;
import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A small write side for tests of the machinery: an account is opened, renamed and closed, and counts its renamings. */
public final class Renaming {

    public static final FactKind<Counted> COUNTED = new FactKind<>(
            "test.renamings",
            new Counted(false, 0),
            Renaming::evolve,
            new SnapshotForm<>(1, Counted.class, counted -> counted, counted -> counted));

    private Renaming() {}

    /** @param renamings since the account was opened */
    public record Counted(boolean open, int renamings) {}

    /** Answers with the count after it. */
    public record Rename(UUID user, String name) implements Command<Integer> {}

    public static MitaEvent opened(UUID user) {
        return new UserRegistered(user, profile("first name"), Instant.EPOCH);
    }

    public static MitaEvent renamed(UUID user, String name, Instant at) {
        return new ProfileChanged(user, profile(name), at);
    }

    private static ProfileDetails profile(String name) {
        return new ProfileDetails(
                new PersonalText("someone@example.org"),
                new PersonalText(name),
                "US",
                null,
                null,
                null,
                null,
                "UTC",
                Money.ZERO,
                Money.ZERO,
                Money.ZERO,
                new PersonalText("automatic"),
                "USD",
                true,
                false,
                false);
    }

    private static Counted evolve(Counted state, MitaEvent event) {
        return switch (event) {
            case UserRegistered registered -> new Counted(true, 0);
            case ProfileChanged changed -> new Counted(state.open, state.renamings + 1);
            case AccountDeleted deleted -> new Counted(false, state.renamings);
            default -> state;
        };
    }

    /** Opens the account by its first renaming when {@code opening}; otherwise refuses what is not open. */
    public record Rule(boolean opening) implements Decider<Rename, Integer> {

        @Override
        public Class<Rename> command() {
            return Rename.class;
        }

        @Override
        public List<Fact<?>> facts(Rename command) {
            return List.of(fact(command));
        }

        @Override
        public Decision<Integer> decide(Rename command, Known known, Instant now) {
            var counted = known.get(fact(command));
            if (!counted.open && !opening) {
                throw new Refused(ErrorCode.TOKEN_INVALID, "no such account");
            }
            if (command.name.isEmpty()) {
                return Decision.none(counted.renamings);
            }
            return Decision.of(counted.renamings + 1, renamed(command.user, command.name, now));
        }

        private static Fact<Counted> fact(Rename command) {
            return COUNTED.at(EventTag.account(command.user));
        }
    }
}
