package app.mita.command.identity;

import app.mita.api.profile.ProfileDetails;
import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import app.mita.command.eventstore.TimeOrderedIds;
import app.mita.command.gateway.Commands;
import app.mita.command.gateway.Written;
import app.mita.command.identity.password.Credentials;
import app.mita.command.profile.Account;
import app.mita.command.profile.EmailAddress;
import app.mita.command.profile.EmailClaims;
import app.mita.command.profile.FindAccount;
import app.mita.runtime.personal.PersonalKeys;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Opens accounts. The address is claimed first, so that of two registrations one goes on; the claim is confirmed when
 * the log has the account. What fails in between is given up as an account is deleted: the log then refuses to open it.
 */
@Component
class Registration {

    private static final Logger LOG = LoggerFactory.getLogger(Registration.class);

    /** Longer than any registration takes. */
    private static final Duration GIVEN_UP = Duration.ofMinutes(2);

    private final EmailClaims emails;
    private final Credentials credentials;
    private final PersonalKeys keys;
    private final Commands commands;
    private final AccountDeletion deletion;
    private final Clock clock;

    Registration(
            EmailClaims emails,
            Credentials credentials,
            PersonalKeys keys,
            Commands commands,
            AccountDeletion deletion,
            Clock clock) {
        this.emails = emails;
        this.credentials = credentials;
        this.keys = keys;
        this.commands = commands;
        this.deletion = deletion;
        this.clock = clock;
    }

    /**
     * @param passwordHash null for a user whom another issuer vouches for
     * @return the new user; fails with ALREADY_EXISTS
     */
    Mono<Written<UUID>> register(ProfileDetails profile, @Nullable String passwordHash) {
        var email = EmailAddress.of(profile);
        var user = TimeOrderedIds.at(clock.instant());
        return emails.claim(email, user, credentials.add(user, passwordHash))
                .then(Mono.defer(() -> open(user, email, profile)));
    }

    private Mono<Written<UUID>> open(UUID user, EmailAddress email, ProfileDetails profile) {
        return keys.create(user)
                .then(Mono.defer(() -> commands.send(new RegisterUser(user, profile))))
                .flatMap(written -> emails.confirm(email, user)
                        .filter(confirmed -> confirmed)
                        .switchIfEmpty(Mono.error(
                                () -> new Refused(ErrorCode.CONFLICT, "The registration took too long; try again.")))
                        .thenReturn(new Written<>(user, written.partition(), written.position())))
                .onErrorResume(failure -> giveUp(user).then(Mono.error(failure)));
    }

    /**
     * Gives up registrations whose process died before the log had the account; their claims on an address were
     * dropped before. One that the log has gets its address back, if that is free.
     */
    Mono<Void> giveUpAbandoned() {
        return credentials
                .withoutEmail(GIVEN_UP)
                .concatMap(user -> commands.send(new FindAccount(user))
                        .map(Written::result)
                        .filter(Account::exists)
                        .flatMap(account -> emails.confirm(EmailAddress.of(account.profile()), user))
                        .defaultIfEmpty(false)
                        .flatMap(kept -> kept ? Mono.empty() : deletion.begin(user)))
                .then();
    }

    private Mono<Void> giveUp(UUID user) {
        return deletion.begin(user)
                .doOnError(failure -> LOG.warn("The registration of {} is left to be tidied up", user, failure))
                .onErrorComplete();
    }
}
