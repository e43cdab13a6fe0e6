package app.mita.command.identity;

import app.mita.command.gateway.Commands;
import app.mita.command.gateway.Written;
import app.mita.command.identity.password.Credentials;
import app.mita.command.identity.session.Sessions;
import app.mita.command.profile.EmailClaims;
import app.mita.runtime.personal.PersonalKeys;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Deletes accounts so that a crash anywhere only delays it. From {@link #begin} on nobody gets in and the e-mail address
 * is free; {@link #finish} may be repeated until it completes, after which no token works and nobody can read a personal
 * text of the user's.
 */
@Component
class AccountDeletion {

    /** A deletion younger than this is being finished by whoever began it. */
    private static final Duration IN_HAND = Duration.ofSeconds(10);

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final Credentials credentials;
    private final EmailClaims emails;
    private final Sessions sessions;
    private final Commands commands;
    private final PersonalKeys keys;
    private final Clock clock;

    AccountDeletion(
            DatabaseClient database,
            TransactionalOperator transaction,
            Credentials credentials,
            EmailClaims emails,
            Sessions sessions,
            Commands commands,
            PersonalKeys keys,
            Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.credentials = credentials;
        this.emails = emails;
        this.sessions = sessions;
        this.commands = commands;
        this.keys = keys;
        this.clock = clock;
    }

    Mono<Written<Instant>> delete(UUID user) {
        return begin(user).then(finish(user));
    }

    Mono<Void> begin(UUID user) {
        return database.sql("insert into identity.deletion (user_id, requested_at) values (:user, :now)"
                        + " on conflict do nothing")
                .bind("user", user)
                .bind("now", clock.instant())
                .then()
                .then(credentials.delete(user))
                .then(sessions.endAll(user))
                .then(emails.forget(user))
                .then(forget("reset_token", user))
                .then(forget("outbox_mail", user))
                .as(transaction::transactional);
    }

    private Mono<Written<Instant>> finish(UUID user) {
        return Mono.defer(() -> commands.send(new DeleteAccount(user))).flatMap(written -> sessions.revokeEnded(user)
                .then(keys.delete(user))
                .then(sessions.delete(user))
                .then(forget("deletion", user))
                .thenReturn(written));
    }

    /** Finishes deletions that were left half-done. */
    Mono<Void> resume() {
        return database.sql("select user_id from identity.deletion where requested_at < :before")
                .bind("before", clock.instant().minus(IN_HAND))
                .map(row -> Objects.requireNonNull(row.get("user_id", UUID.class)))
                .all()
                .concatMap(this::finish)
                .then();
    }

    private Mono<Void> forget(String table, UUID user) {
        return database.sql("delete from identity." + table + " where user_id = :user")
                .bind("user", user)
                .then();
    }
}
