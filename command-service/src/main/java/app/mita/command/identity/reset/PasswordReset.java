package app.mita.command.identity.reset;

import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import app.mita.command.identity.password.Credentials;
import app.mita.command.identity.password.PasswordHashing;
import app.mita.command.identity.session.Sessions;
import app.mita.command.profile.EmailAddress;
import app.mita.command.profile.EmailClaims;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Resets passwords for whoever reads the account's mail. */
@Component
public class PasswordReset {

    private static final Logger LOG = LoggerFactory.getLogger(PasswordReset.class);

    /** Asking takes at least as long as making a token and its mail, so that time does not tell who has an account. */
    private static final Duration ASKING_TAKES = Duration.ofMillis(100);

    private final EmailClaims emails;
    private final ResetTokens tokens;
    private final ResetMail mail;
    private final PasswordHashing hashing;
    private final Credentials credentials;
    private final Sessions sessions;
    private final TransactionalOperator transaction;

    PasswordReset(
            EmailClaims emails,
            ResetTokens tokens,
            ResetMail mail,
            PasswordHashing hashing,
            Credentials credentials,
            Sessions sessions,
            TransactionalOperator transaction) {
        this.emails = emails;
        this.tokens = tokens;
        this.mail = mail;
        this.hashing = hashing;
        this.credentials = credentials;
        this.sessions = sessions;
        this.transaction = transaction;
    }

    /** Sends a token to the account's owner; completes the same, and in the same time, when there is no account. */
    public Mono<Void> ask(EmailAddress email) {
        var sending = emails.holder(email)
                .flatMap(user -> tokens.make(user)
                        .flatMap(fresh -> mail.send(user, email, fresh.token(), fresh.expires()))
                        .as(transaction::transactional))
                .doOnError(failure -> LOG.warn("A reset mail could not be sent", failure));
        return Mono.when(Mono.delay(ASKING_TAKES), sending);
    }

    /** Whose the token is; empty when it is of no use. */
    public Mono<UUID> owner(String token) {
        return tokens.owner(token);
    }

    /** Empty unless the token is this account's. */
    public Mono<UUID> owner(String token, EmailAddress email) {
        return tokens.owner(token)
                .filterWhen(owner -> emails.holder(email).map(owner::equals).defaultIfEmpty(false));
    }

    /**
     * Sets the password, uses the token up and ends every session of the user in the database.
     *
     * @return the user; fails with RESET_TOKEN_INVALID
     */
    public Mono<UUID> reset(String token, String password) {
        return tokens.owner(token)
                .flatMap(owner -> hashing.hash(password).flatMap(hash -> credentials
                        .reset(owner, hash)
                        .filter(exists -> exists)
                        .flatMap(exists -> sessions.endAll(owner).then(tokens.use(token)))
                        .switchIfEmpty(Mono.error(PasswordReset::useless))
                        .flatMap(user -> tokens.forget(user).thenReturn(user))
                        .as(transaction::transactional)))
                .switchIfEmpty(Mono.error(PasswordReset::useless));
    }

    private static Refused useless() {
        return new Refused(ErrorCode.RESET_TOKEN_INVALID, "The reset token is unknown, used or expired.");
    }
}
