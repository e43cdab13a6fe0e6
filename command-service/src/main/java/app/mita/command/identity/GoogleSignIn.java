package app.mita.command.identity;

import app.mita.command.gateway.Commands;
import app.mita.command.gateway.Written;
import app.mita.command.identity.google.GoogleIdTokens;
import app.mita.command.identity.google.GoogleIdTokens.GoogleUser;
import app.mita.command.identity.password.Credentials;
import app.mita.command.identity.session.Sessions;
import app.mita.command.profile.ChangeProfile;
import app.mita.command.profile.EmailClaims;
import app.mita.command.profile.FindAccount;
import app.mita.command.profile.ProfileChanges;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Signs in whoever Google vouches for: into the account with that e-mail address, or a new one. An account whose address
 * nobody had proved yet may have been opened by someone else in the owner's name; so its password and sessions end when
 * the owner first comes in this way.
 */
@Component
class GoogleSignIn {

    private final GoogleIdTokens idTokens;
    private final EmailClaims emails;
    private final Registration registration;
    private final Admission admission;
    private final Credentials credentials;
    private final Sessions sessions;
    private final Commands commands;
    private final TransactionalOperator transaction;
    private final Clock clock;

    GoogleSignIn(
            GoogleIdTokens idTokens,
            EmailClaims emails,
            Registration registration,
            Admission admission,
            Credentials credentials,
            Sessions sessions,
            Commands commands,
            TransactionalOperator transaction,
            Clock clock) {
        this.idTokens = idTokens;
        this.emails = emails;
        this.registration = registration;
        this.admission = admission;
        this.credentials = credentials;
        this.sessions = sessions;
        this.commands = commands;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @return position 0 when the account was there before; fails with GOOGLE_FAILED */
    Mono<Written<SignedIn>> signIn(String idToken) {
        return idTokens.verify(idToken)
                .flatMap(google -> emails.holder(google.email())
                        .flatMap(user -> owned(user, google))
                        .switchIfEmpty(Mono.defer(() ->
                                registration.register(NewAccounts.vouchedFor(google.email(), google.name()), null))))
                .flatMap(written -> admission
                        .letIn(written.result(), clock.instant())
                        .map(in -> new Written<>(in, written.partition(), written.position())));
    }

    private Mono<Written<UUID>> owned(UUID user, GoogleUser google) {
        return commands.send(new FindAccount(user)).flatMap(found -> {
            var account = found.result();
            if (!account.exists() || account.profile().emailVerified()) {
                return Mono.just(new Written<>(user, found.partition(), 0));
            }
            return credentials
                    .reset(user, null)
                    .then(sessions.endAll(user))
                    .as(transaction::transactional)
                    .then(sessions.revokeEnded(user))
                    .then(Mono.defer(
                            () -> commands.send(new ChangeProfile(user, ProfileChanges.ofEmail(google.email(), true)))))
                    .map(changed -> new Written<>(user, changed.partition(), changed.position()));
        });
    }
}
