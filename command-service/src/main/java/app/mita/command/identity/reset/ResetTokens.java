package app.mita.command.identity.reset;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Table {@code identity.reset_token}: only hashes, one token a user, each good for an hour and for one use. */
@Component
public final class ResetTokens {

    static final Duration LIFETIME = Duration.ofHours(1);
    private static final int BYTES = 32;

    private final DatabaseClient database;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ResetTokens(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A token as its user gets it. */
    record Fresh(String token, Instant expires) {

        /** Never the token: it opens an account. */
        @Override
        public String toString() {
            return "reset token";
        }
    }

    /** Makes a token that replaces any earlier one of the user's. */
    Mono<Fresh> make(UUID user) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var expires = clock.instant().plus(LIFETIME);
        return forget(user)
                .then(database.sql("insert into identity.reset_token (hash, user_id, expires_at)"
                                + " values (:hash, :user, :expires)")
                        .bind("hash", hash(token))
                        .bind("user", user)
                        .bind("expires", expires)
                        .then())
                .thenReturn(new Fresh(token, expires));
    }

    /** Whose the token is; empty when it is none, has expired or was used. */
    Mono<UUID> owner(String token) {
        return database.sql("select user_id from identity.reset_token where hash = :hash and expires_at > :now")
                .bind("hash", hash(token))
                .bind("now", clock.instant())
                .map(row -> Objects.requireNonNull(row.get("user_id", UUID.class)))
                .one();
    }

    /** Uses the token up: of many that try at once, one gets the owner. */
    Mono<UUID> use(String token) {
        return database.sql(
                        "delete from identity.reset_token where hash = :hash and expires_at > :now returning user_id")
                .bind("hash", hash(token))
                .bind("now", clock.instant())
                .map(row -> Objects.requireNonNull(row.get("user_id", UUID.class)))
                .one();
    }

    /** Ends every token of the user's. */
    public Mono<Void> forget(UUID user) {
        return database.sql("delete from identity.reset_token where user_id = :user")
                .bind("user", user)
                .then();
    }

    /** Removes expired tokens, and mail that nobody took while its token was good. */
    public Mono<Void> tidy() {
        return database.sql("delete from identity.reset_token where expires_at < :now")
                .bind("now", clock.instant())
                .then()
                .then(Mono.defer(() -> database.sql("delete from identity.outbox_mail where created_at < :before")
                        .bind("before", clock.instant().minus(LIFETIME))
                        .then()));
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
