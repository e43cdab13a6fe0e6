package app.mita.command.identity.password;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Table {@code identity.credential}. What is told of a password check is told by one update, so that guesses made at the
 * same moment count as if made one after the other.
 */
@Component
public final class Credentials {

    /** So many wrong passwords lock the account for so long (core.md section 3). */
    public static final int WRONG_PASSWORDS = 5;

    public static final Duration LOCKED_FOR = Duration.ofMinutes(30);

    private static final String UNLOCKED = " (locked_until is null or locked_until <= :now) ";

    private final DatabaseClient database;
    private final Clock clock;

    Credentials(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * @param passwordHash null when the user has no password
     * @param lockedUntil  null or past when not locked
     */
    public record Credential(
            UUID user,
            @Nullable String passwordHash,
            @Nullable Instant lockedUntil) {

        boolean lockedAt(Instant now) {
            return lockedUntil != null && lockedUntil.isAfter(now);
        }

        /** Never the hash. */
        @Override
        public String toString() {
            return "credential of " + user;
        }
    }

    /** @param passwordHash null when the user has no password */
    public Mono<Void> add(UUID user, @Nullable String passwordHash) {
        var insert = database.sql("insert into identity.credential (user_id, password_hash, created_at)"
                        + " values (:user, :hash, :now)")
                .bind("user", user)
                .bind("now", clock.instant());
        return (passwordHash == null ? insert.bindNull("hash", String.class) : insert.bind("hash", passwordHash))
                .then();
    }

    public Mono<Credential> find(UUID user) {
        return database.sql(
                        "select user_id, password_hash, locked_until from identity.credential where user_id = :user")
                .bind("user", user)
                .map(row -> new Credential(
                        Objects.requireNonNull(row.get("user_id", UUID.class)),
                        row.get("password_hash", String.class),
                        row.get("locked_until", Instant.class)))
                .one();
    }

    /** @return false when the account was locked already: this guess told its maker nothing */
    Mono<Boolean> countWrongPassword(UUID user) {
        return database.sql("""
                        update identity.credential set
                            failed_logins = case when locked_until is null then failed_logins + 1 else 1 end,
                            locked_until = case when locked_until is null and failed_logins + 1 >= :limit
                                then :until end
                        where user_id = :user and """ + UNLOCKED)
                .bind("limit", WRONG_PASSWORDS)
                .bind("until", clock.instant().plus(LOCKED_FOR))
                .bind("user", user)
                .bind("now", clock.instant())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /**
     * Opens a session, unless the account was locked, its password changed or its deletion begun since it was checked.
     *
     * @param checked the hash that the password matched
     * @return the version for its tokens; empty when not opened
     */
    public Mono<Integer> openSession(UUID user, String checked, NewSession session) {
        return open(user, session, "and password_hash = :checked and" + UNLOCKED, checked);
    }

    /** Opens a session for a user whom another issuer vouches for; empty when the account is gone. */
    public Mono<Integer> openSession(UUID user, NewSession session) {
        return open(user, session, "", null);
    }

    private Mono<Integer> open(UUID user, NewSession session, String condition, @Nullable String checked) {
        var open = database.sql("with opened as (update identity.credential set"
                        + " failed_logins = 0, locked_until = null, last_login = :now where user_id = :user "
                        + condition
                        + " returning user_id, token_version) insert into identity.session"
                        + " (id, user_id, refresh_id, refresh_expires, opened_at)"
                        + " select :session, user_id, :refresh, :expires, :now from opened"
                        + " returning (select token_version from opened) as version")
                .bind("now", clock.instant())
                .bind("user", user)
                .bind("session", session.id())
                .bind("refresh", session.refreshId())
                .bind("expires", session.refreshExpires());
        return (checked == null ? open : open.bind("checked", checked))
                .map(row -> Objects.requireNonNull(row.get("version", Integer.class)))
                .one();
    }

    /** A session to open. */
    public record NewSession(UUID id, UUID refreshId, Instant refreshExpires) {}

    /**
     * @param checked the hash that the current password matched
     * @return false when the account was locked, or its password changed, since it was checked
     */
    public Mono<Boolean> change(UUID user, String checked, String hash) {
        return database.sql("update identity.credential set password_hash = :hash, token_version = token_version + 1,"
                        + " failed_logins = 0, locked_until = null, change_unrecorded = true"
                        + " where user_id = :user and password_hash = :checked and" + UNLOCKED)
                .bind("hash", hash)
                .bind("user", user)
                .bind("checked", checked)
                .bind("now", clock.instant())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /**
     * Sets the password of a user who has proved who they are otherwise; unlocks the account.
     *
     * @param hash null to have none
     * @return false when there is no such account
     */
    public Mono<Boolean> reset(UUID user, @Nullable String hash) {
        var update = database.sql("update identity.credential set password_hash = :hash,"
                        + " token_version = token_version + 1, failed_logins = 0, locked_until = null,"
                        + " change_unrecorded = true where user_id = :user")
                .bind("user", user);
        return (hash == null ? update.bindNull("hash", String.class) : update.bind("hash", hash))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Users whose change of password the log does not know yet. */
    public Flux<UUID> withUnrecordedChange() {
        return database.sql("select user_id from identity.credential where change_unrecorded")
                .map(row -> Objects.requireNonNull(row.get("user_id", UUID.class)))
                .all();
    }

    public Mono<Void> changeRecorded(UUID user) {
        return database.sql("update identity.credential set change_unrecorded = false where user_id = :user")
                .bind("user", user)
                .then();
    }

    public Mono<Void> delete(UUID user) {
        return database.sql("delete from identity.credential where user_id = :user")
                .bind("user", user)
                .then();
    }

    /** Users older than this whose registration was given up: they hold no e-mail address. */
    public Flux<UUID> withoutEmail(Duration age) {
        return database.sql("select user_id from identity.credential c where created_at < :before"
                        + " and not exists (select from identity.email e where e.user_id = c.user_id)")
                .bind("before", clock.instant().minus(age))
                .map(row -> Objects.requireNonNull(row.get("user_id", UUID.class)))
                .all();
    }
}
