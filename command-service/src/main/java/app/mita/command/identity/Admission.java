package app.mita.command.identity;

import app.mita.api.event.PersonalText;
import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import app.mita.command.gateway.Commands;
import app.mita.command.gateway.Written;
import app.mita.command.identity.password.Credentials;
import app.mita.command.identity.password.Credentials.Credential;
import app.mita.command.identity.password.Credentials.NewSession;
import app.mita.command.identity.password.PasswordCheck;
import app.mita.command.identity.session.Sessions;
import app.mita.command.identity.token.TokenProperties;
import app.mita.command.identity.token.TokenSubject;
import app.mita.command.identity.token.Tokens;
import app.mita.command.profile.Account;
import app.mita.command.profile.EmailAddress;
import app.mita.command.profile.EmailClaims;
import app.mita.command.profile.FindAccount;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lets users in: opens sessions and gives out tokens that say what the account may do now. */
@Component
class Admission {

    private final Commands commands;
    private final EmailClaims emails;
    private final PasswordCheck passwords;
    private final Credentials credentials;
    private final Sessions sessions;
    private final Tokens tokens;
    private final TokenProperties lifetimes;
    private final Clock clock;

    Admission(
            Commands commands,
            EmailClaims emails,
            PasswordCheck passwords,
            Credentials credentials,
            Sessions sessions,
            Tokens tokens,
            TokenProperties lifetimes,
            Clock clock) {
        this.commands = commands;
        this.emails = emails;
        this.passwords = passwords;
        this.credentials = credentials;
        this.sessions = sessions;
        this.tokens = tokens;
        this.lifetimes = lifetimes;
        this.clock = clock;
    }

    /** @return fails with INVALID_CREDENTIALS or ACCOUNT_LOCKED */
    Mono<SignedIn> logIn(EmailAddress email, String password) {
        return passwords.check(emails.holder(email), password).flatMap(checked -> account(checked.user())
                .filter(Account::exists)
                .flatMap(account -> open(account, checked))
                .switchIfEmpty(Mono.error(PasswordCheck::wrong)));
    }

    private Mono<SignedIn> open(Account account, Credential checked) {
        var session = newSession();
        return credentials
                .openSession(checked.user(), PasswordCheck.hashOf(checked), session)
                .switchIfEmpty(passwords.outdated(checked.user()).flatMap(Mono::error))
                .flatMap(version -> admit(account, checked.user(), session, version, clock.instant()));
    }

    /**
     * Opens the session of a user who has just proved who they are by other means than a password kept here.
     *
     * @param lastLogin null at registration
     * @return fails with TOKEN_INVALID when the account is gone meanwhile
     */
    Mono<SignedIn> letIn(UUID user, @Nullable Instant lastLogin) {
        var session = newSession();
        return account(user).map(Account::required).flatMap(account -> credentials
                .openSession(user, session)
                .switchIfEmpty(Mono.error(() -> new Refused(ErrorCode.TOKEN_INVALID, "This account is gone.")))
                .flatMap(version -> admit(account, user, session, version, lastLogin)));
    }

    private NewSession newSession() {
        return new NewSession(
                UUID.randomUUID(), UUID.randomUUID(), clock.instant().plus(lifetimes.refreshLifetime()));
    }

    private Mono<SignedIn> admit(
            Account account, UUID user, NewSession session, int version, @Nullable Instant lastLogin) {
        var view = new SignedIn.User(
                user,
                Objects.requireNonNullElse(PersonalText.reveal(account.profile().email()), ""),
                account.profile().country(),
                account.premium(),
                Objects.requireNonNull(account.createdAt()),
                lastLogin);
        return tokens.issue(subject(account, user, session.id(), version), session.refreshId())
                .map(issued -> SignedIn.with(issued, view));
    }

    /** @return fails with TOKEN_INVALID, TOKEN_EXPIRED or REFRESH_TOKEN_INVALID */
    Mono<SignedIn> refresh(String refreshToken) {
        var next = UUID.randomUUID();
        return tokens.readRefresh(refreshToken).flatMap(presented -> account(presented.user())
                .map(Account::required)
                .flatMap(account -> sessions.rotate(presented, next)
                        .flatMap(version ->
                                tokens.issue(subject(account, presented.user(), presented.session(), version), next)))
                .map(issued -> SignedIn.with(issued, null)));
    }

    private static TokenSubject subject(Account account, UUID user, UUID session, int version) {
        return new TokenSubject(
                user,
                session,
                account.role(),
                account.premium(),
                account.profile().country(),
                version);
    }

    private Mono<Account> account(UUID user) {
        return commands.send(new FindAccount(user)).map(Written::result);
    }
}
