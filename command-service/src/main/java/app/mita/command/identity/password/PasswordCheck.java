package app.mita.command.identity.password;

import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import app.mita.command.identity.password.Credentials.Credential;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Checks passwords: what is told about a wrong one, an unknown user's and a locked account's. */
@Component
public final class PasswordCheck {

    private final Credentials credentials;
    private final PasswordHashing hashing;
    private final Clock clock;

    PasswordCheck(Credentials credentials, PasswordHashing hashing, Clock clock) {
        this.credentials = credentials;
        this.hashing = hashing;
        this.clock = clock;
    }

    /**
     * The hash that the user's password matches.
     *
     * @param user empty for an unknown one, whose check takes as long and ends the same
     * @return fails with INVALID_CREDENTIALS or ACCOUNT_LOCKED
     */
    public Mono<Credential> check(Mono<UUID> user, String password) {
        return user.flatMap(credentials::find)
                .flatMap(credential -> check(credential, password))
                .switchIfEmpty(Mono.defer(() -> hashing.matches(password, null).then(Mono.error(wrong()))));
    }

    private Mono<Credential> check(Credential credential, String password) {
        if (credential.lockedAt(clock.instant())) {
            return Mono.error(locked());
        }
        return hashing.matches(password, credential.passwordHash())
                .flatMap(matches -> matches ? Mono.just(credential) : countWrong(credential.user()));
    }

    private Mono<Credential> countWrong(UUID user) {
        return credentials.countWrongPassword(user).flatMap(counted -> Mono.error(counted ? wrong() : locked()));
    }

    /** What to say when the password was right, but no more by the time it was to be acted upon. */
    public Mono<Refused> outdated(UUID user) {
        return credentials
                .find(user)
                .map(credential -> credential.lockedAt(clock.instant()) ? locked() : wrong())
                .defaultIfEmpty(wrong());
    }

    /** The hash of a credential that {@link #check} let through. */
    public static String hashOf(Credential checked) {
        return Objects.requireNonNull(checked.passwordHash());
    }

    public static Refused wrong() {
        return new Refused(ErrorCode.INVALID_CREDENTIALS, "E-mail address or password is wrong.");
    }

    private static Refused locked() {
        return new Refused(
                ErrorCode.ACCOUNT_LOCKED,
                "Too many wrong passwords: the account is locked for " + Credentials.LOCKED_FOR.toMinutes()
                        + " minutes.");
    }
}
