package app.mita.command.identity.session;

import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import app.mita.command.identity.token.RefreshToken;
import app.mita.command.identity.token.TokenProperties;
import app.mita.runtime.security.Revocations;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Table {@code identity.session}. A session ends in two steps: marked as ended, from when on it refreshes nothing; then
 * its access tokens are revoked. Whoever comes between the two can finish. The row goes when the last token has expired.
 */
@Component
public final class Sessions {

    /** An ending younger than this is being finished by whoever began it. */
    private static final Duration IN_HAND = Duration.ofSeconds(10);

    private final DatabaseClient database;
    private final Revocations revocations;
    private final TokenProperties tokens;
    private final Clock clock;

    Sessions(DatabaseClient database, Revocations revocations, TokenProperties tokens, Clock clock) {
        this.database = database;
        this.revocations = revocations;
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * Makes the presented refresh token the used one and {@code next} the one to use, at once: of many that present the
     * same token only one can succeed. A token that was used before ends the session's refreshing.
     *
     * @return the version for the new tokens; fails with REFRESH_TOKEN_INVALID
     */
    public Mono<Integer> rotate(RefreshToken presented, UUID next) {
        return database.sql("""
                        update identity.session set
                            refresh_id = case when refresh_id = :presented and not refresh_ended
                                then :next else refresh_id end,
                            refresh_ended = refresh_ended or refresh_id <> :presented,
                            refresh_expires = :expires
                        where id = :session and user_id = :user and ended_at is null
                        returning refresh_id = :next as rotated,
                            (select token_version from identity.credential where user_id = :user) as version""")
                .bind("presented", presented.id())
                .bind("next", next)
                .bind("expires", clock.instant().plus(tokens.refreshLifetime()))
                .bind("session", presented.session())
                .bind("user", presented.user())
                .map(row -> Boolean.TRUE.equals(row.get("rotated", Boolean.class))
                        ? Objects.requireNonNullElse(row.get("version", Integer.class), 1)
                        : 0)
                .one()
                .filter(version -> version > 0)
                .switchIfEmpty(Mono.error(() ->
                        new Refused(ErrorCode.REFRESH_TOKEN_INVALID, "This refresh token cannot be used any more.")));
    }

    /** Marks these sessions of the user as ended. */
    public Mono<Void> end(UUID user, Collection<UUID> sessions) {
        return database.sql("update identity.session set ended_at = :now"
                        + " where user_id = :user and id = any(:sessions) and ended_at is null")
                .bind("now", clock.instant())
                .bind("user", user)
                .bind("sessions", sessions.toArray(UUID[]::new))
                .then();
    }

    /** Marks every session of the user as ended, but one if it is among them. */
    public Mono<Void> endAllBut(UUID kept, UUID user) {
        return database.sql("update identity.session set ended_at = :now"
                        + " where user_id = :user and id <> :kept and ended_at is null")
                .bind("now", clock.instant())
                .bind("user", user)
                .bind("kept", kept)
                .then();
    }

    /** Marks every session of the user as ended. */
    public Mono<Void> endAll(UUID user) {
        return endAllBut(new UUID(0, 0), user);
    }

    /** Completes when every running service refuses the access tokens of the user's ended sessions. */
    public Mono<Void> revokeEnded(UUID user) {
        return database.sql("select id from identity.session"
                        + " where user_id = :user and ended_at is not null and revoked_at is null")
                .bind("user", user)
                .map(row -> Objects.requireNonNull(row.get("id", UUID.class)))
                .all()
                .collectList()
                .flatMap(this::revoke);
    }

    /** Completes when every running service refuses the access tokens of these sessions, known here or not. */
    public Mono<Void> revoke(List<UUID> sessions) {
        if (sessions.isEmpty()) {
            return Mono.empty();
        }
        return revocations
                .revokeSessions(sessions, clock.instant().plus(tokens.longestUse()))
                .then(Mono.defer(() -> database.sql(
                                "update identity.session set revoked_at = :now where id = any(:sessions) and ended_at is not null")
                        .bind("now", clock.instant())
                        .bind("sessions", sessions.toArray(UUID[]::new))
                        .then()));
    }

    /**
     * How many sessions there are.
     *
     * @param endedSessions whose tokens have not all expired
     */
    public record Figures(long openSessions, long endedSessions, long notYetRevoked) {}

    public Mono<Figures> figures() {
        return database.sql("select count(*) filter (where ended_at is null) as open,"
                        + " count(*) filter (where ended_at is not null) as ended,"
                        + " count(*) filter (where ended_at is not null and revoked_at is null) as pending"
                        + " from identity.session")
                .map(row -> new Figures(number(row, "open"), number(row, "ended"), number(row, "pending")))
                .one();
    }

    private static long number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class));
    }

    /** A session that was ended before its time. */
    public record Ended(
            UUID sessionId, Instant endedAt, @Nullable Instant revokedAt) {}

    /** The user's ended sessions whose tokens have not all expired, newest first. */
    public Flux<Ended> ended(UUID user) {
        return database.sql("select id, ended_at, revoked_at from identity.session"
                        + " where user_id = :user and ended_at is not null order by ended_at desc limit 1000")
                .bind("user", user)
                .map(row -> new Ended(
                        Objects.requireNonNull(row.get("id", UUID.class)),
                        Objects.requireNonNull(row.get("ended_at", Instant.class)),
                        row.get("revoked_at", Instant.class)))
                .all();
    }

    public Mono<Void> delete(UUID user) {
        return database.sql("delete from identity.session where user_id = :user")
                .bind("user", user)
                .then();
    }

    /** Finishes endings that were left half-done, and forgets sessions that are of no use any more. */
    public Mono<Void> tidy() {
        return database.sql("select id from identity.session"
                        + " where ended_at < :before and revoked_at is null limit 1000")
                .bind("before", clock.instant().minus(IN_HAND))
                .map(row -> Objects.requireNonNull(row.get("id", UUID.class)))
                .all()
                .collectList()
                .flatMap(this::revoke)
                .then(Mono.defer(() -> database.sql("delete from identity.session where revoked_at < :before"
                                + " or (refresh_expires < :before and ended_at is null)")
                        .bind("before", clock.instant().minus(tokens.longestUse()))
                        .then()));
    }
}
