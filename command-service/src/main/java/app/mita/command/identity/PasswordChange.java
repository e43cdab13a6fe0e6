package app.mita.command.identity;

import app.mita.command.gateway.Commands;
import app.mita.command.identity.password.Credentials;
import app.mita.command.identity.password.PasswordCheck;
import app.mita.command.identity.password.PasswordHashing;
import app.mita.command.identity.reset.ResetTokens;
import app.mita.command.identity.session.Sessions;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Changes of password: the new one is in force, and every other session ended on every service, before it is answered. */
@Component
class PasswordChange {

    private static final Logger LOG = LoggerFactory.getLogger(PasswordChange.class);

    private final PasswordCheck passwords;
    private final PasswordHashing hashing;
    private final Credentials credentials;
    private final Sessions sessions;
    private final ResetTokens resetTokens;
    private final Commands commands;
    private final TransactionalOperator transaction;

    PasswordChange(
            PasswordCheck passwords,
            PasswordHashing hashing,
            Credentials credentials,
            Sessions sessions,
            ResetTokens resetTokens,
            Commands commands,
            TransactionalOperator transaction) {
        this.passwords = passwords;
        this.hashing = hashing;
        this.credentials = credentials;
        this.sessions = sessions;
        this.resetTokens = resetTokens;
        this.commands = commands;
        this.transaction = transaction;
    }

    /**
     * @param session the one that stays
     * @return fails with INVALID_CREDENTIALS or ACCOUNT_LOCKED
     */
    Mono<Void> change(UUID user, UUID session, String current, String next) {
        return passwords
                .check(Mono.just(user), current)
                .flatMap(checked -> hashing.hash(next).flatMap(hash -> credentials
                        .change(user, PasswordCheck.hashOf(checked), hash)
                        .filter(changed -> changed)
                        .switchIfEmpty(passwords.outdated(user).flatMap(Mono::error))
                        .flatMap(changed -> sessions.endAllBut(session, user).then(resetTokens.forget(user)))
                        .as(transaction::transactional)))
                .then(Mono.defer(() -> settle(user)));
    }

    /** What follows once the database has the new password. */
    Mono<Void> settle(UUID user) {
        return sessions.revokeEnded(user)
                .then(record(user)
                        .doOnError(failure -> LOG.warn("{}'s change of password is to be recorded yet", user, failure))
                        .onErrorComplete());
    }

    private Mono<Void> record(UUID user) {
        return Mono.defer(() -> commands.send(new NotePasswordChange(user))).then(credentials.changeRecorded(user));
    }

    /** Records changes that the log does not know yet. */
    Mono<Void> recordChanges() {
        return credentials.withUnrecordedChange().concatMap(this::record).then();
    }
}
