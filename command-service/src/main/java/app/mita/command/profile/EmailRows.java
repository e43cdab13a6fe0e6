package app.mita.command.profile;

import app.mita.command.profile.EmailClaims.EmailRow;
import io.r2dbc.spi.Readable;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Table {@code identity.email}. */
@Component
final class EmailRows {

    private final DatabaseClient database;
    private final TransactionalOperator transaction;

    EmailRows(DatabaseClient database, TransactionalOperator transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    Mono<EmailRow> find(byte[] hash) {
        return database.sql("select hash, user_id, confirmed, claimed_at from identity.email where hash = :hash")
                .bind("hash", hash)
                .map(EmailRows::row)
                .one();
    }

    Flux<EmailRow> claimedBefore(Instant instant) {
        return database.sql("select hash, user_id, confirmed, claimed_at from identity.email"
                        + " where not confirmed and claimed_at < :instant")
                .bind("instant", instant)
                .map(EmailRows::row)
                .all();
    }

    /** @return false when the address is taken, or the user has another claim under way */
    Mono<Boolean> claim(byte[] hash, UUID user, Instant now, Mono<Void> along) {
        return database.sql("insert into identity.email (hash, user_id, claimed_at) values (:hash, :user, :now)"
                        + " on conflict do nothing")
                .bind("hash", hash)
                .bind("user", user)
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .flatMap(rows -> rows == 1 ? along.thenReturn(true) : Mono.just(false))
                .as(transaction::transactional);
    }

    /** @return false when another user has the address */
    Mono<Boolean> confirm(byte[] hash, UUID user, Instant now) {
        return database.sql("insert into identity.email (hash, user_id, confirmed, claimed_at)"
                        + " values (:hash, :user, true, :now) on conflict (hash) do update set confirmed = true"
                        + " where email.user_id = excluded.user_id")
                .bind("hash", hash)
                .bind("user", user)
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .flatMap(rows -> rows == 1 ? releaseOthers(hash, user).thenReturn(true) : Mono.just(false))
                .as(transaction::transactional);
    }

    private Mono<Long> releaseOthers(byte[] hash, UUID user) {
        return database.sql("delete from identity.email where user_id = :user and hash <> :hash")
                .bind("user", user)
                .bind("hash", hash)
                .fetch()
                .rowsUpdated();
    }

    /** Frees the address unless the claim was confirmed or renewed meanwhile. */
    Mono<Void> release(EmailRow claim) {
        return database.sql("delete from identity.email"
                        + " where hash = :hash and user_id = :user and not confirmed and claimed_at = :claimed")
                .bind("hash", claim.hash())
                .bind("user", claim.user())
                .bind("claimed", claim.claimedAt())
                .then();
    }

    Mono<Void> releaseOf(byte[] hash, UUID user) {
        return database.sql("delete from identity.email where hash = :hash and user_id = :user and not confirmed")
                .bind("hash", hash)
                .bind("user", user)
                .then();
    }

    Mono<Void> forget(UUID user) {
        return database.sql("delete from identity.email where user_id = :user")
                .bind("user", user)
                .then();
    }

    private static EmailRow row(Readable row) {
        var hash = Objects.requireNonNull(row.get("hash", ByteBuffer.class));
        var bytes = new byte[hash.remaining()];
        hash.get(bytes);
        return new EmailRow(
                bytes,
                Objects.requireNonNull(row.get("user_id", UUID.class)),
                Boolean.TRUE.equals(row.get("confirmed", Boolean.class)),
                Objects.requireNonNull(row.get("claimed_at", Instant.class)));
    }
}
