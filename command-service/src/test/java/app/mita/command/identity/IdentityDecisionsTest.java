package app.mita.command.identity;

import static org.assertj.core.api.Assertions.assertThat;

import app.mita.api.identity.AccessGranted;
import app.mita.api.identity.AccountDeleted;
import app.mita.api.identity.PasswordChanged;
import app.mita.api.identity.Role;
import app.mita.api.identity.UserRegistered;
import app.mita.api.profile.ProfileDetails;
import app.mita.api.wire.ErrorCode;
import app.mita.command.gateway.DeciderFixture;
import app.mita.command.profile.EmailAddress;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the log admits about accounts. */
class IdentityDecisionsTest {

    private static final UUID USER = UUID.fromString("018f0000-0000-7000-8000-000000000001");
    private static final Instant EARLIER = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final ProfileDetails PROFILE = NewAccounts.vouchedFor(EmailAddress.of("ann@example.com"), "ann lee");

    private final UserRegistered registered = new UserRegistered(USER, PROFILE, EARLIER);
    private final AccountDeleted deleted = new AccountDeleted(USER, EARLIER);

    @Test
    void aUserRegistersOnce() {
        var register = new RegisterUser(USER, PROFILE);
        DeciderFixture.of(new RegisterUser.Rule())
                .when(register)
                .expect(new UserRegistered(USER, PROFILE, NOW))
                .result(NOW);
        DeciderFixture.of(new RegisterUser.Rule())
                .given(registered)
                .when(register)
                .expect()
                .result(EARLIER);
    }

    @Test
    void aRegistrationThatWasGivenUpFindsTheDoorClosed() {
        DeciderFixture.of(new DeleteAccount.Rule())
                .when(new DeleteAccount(USER))
                .expect(new AccountDeleted(USER, NOW));
        DeciderFixture.of(new RegisterUser.Rule())
                .given(deleted)
                .when(new RegisterUser(USER, PROFILE))
                .refused(ErrorCode.CONFLICT);
    }

    @Test
    void anAccountIsDeletedOnce() {
        DeciderFixture.of(new DeleteAccount.Rule())
                .given(registered)
                .when(new DeleteAccount(USER))
                .expect(new AccountDeleted(USER, NOW));
        DeciderFixture.of(new DeleteAccount.Rule())
                .given(registered, deleted)
                .when(new DeleteAccount(USER))
                .expect();
    }

    @Test
    void grantsAddUp() {
        DeciderFixture.of(new GrantAccess.Rule())
                .given(registered)
                .when(new GrantAccess(USER, Access.PREMIUM))
                .expect(new AccessGranted(USER, Role.PREMIUM_USER, true, NOW))
                .result(Role.PREMIUM_USER);
        var premium = new AccessGranted(USER, Role.PREMIUM_USER, true, EARLIER);
        DeciderFixture.of(new GrantAccess.Rule())
                .given(registered, premium)
                .when(new GrantAccess(USER, Access.ADMIN))
                .expect(new AccessGranted(USER, Role.ADMIN, true, NOW));
        DeciderFixture.of(new GrantAccess.Rule())
                .given(registered, premium)
                .when(new GrantAccess(USER, Access.PREMIUM))
                .expect();
        DeciderFixture.of(new GrantAccess.Rule())
                .given(registered, deleted)
                .when(new GrantAccess(USER, Access.ADMIN))
                .refused(ErrorCode.NOT_FOUND);
    }

    @Test
    void aPasswordChangeIsOnRecordWithoutThePassword() {
        DeciderFixture.of(new NotePasswordChange.Rule())
                .given(registered)
                .when(new NotePasswordChange(USER))
                .events(events -> assertThat(events).containsExactly(new PasswordChanged(USER, NOW)));
    }
}
