package app.mita.runtime.security;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Objects;
import java.util.UUID;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The revocations in PostgreSQL, as one running service sees them (migration V6). */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
final class RevocationTable {

    private final DatabaseClient database;
    private final UUID instance = UUID.randomUUID();

    RevocationTable(DatabaseClient database) {
        this.database = database;
    }

    /** The sequence of this revocation, once it is committed. */
    Mono<Long> add(String kind, Collection<UUID> ids, Instant until) {
        return database.sql("select identity.revoke($1, $2, $3)")
                .bind(0, kind)
                .bind(1, ids.toArray(UUID[]::new))
                .bind(2, until)
                .mapValue(Long.class)
                .one();
    }

    Mono<Boolean> contains(UUID session, UUID tokenId) {
        return database.sql("select exists (select from identity.revocation"
                        + " where kind = 'session' and id = $1 or kind = 'token' and id = $2)")
                .bind(0, session)
                .bind(1, tokenId)
                .mapValue(Boolean.class)
                .one();
    }

    /** All revocations after this sequence, of one snapshot. */
    Mono<RevokedIds.News> after(long sequence) {
        return database.sql("select s.last, r.id, r.until from identity.revocation_sequence s"
                        + " left join identity.revocation r on r.seq > $1")
                .bind(0, sequence)
                .map(row -> {
                    var news = new HashMap<UUID, Instant>();
                    if (row.get(1, UUID.class) instanceof UUID id) {
                        news.put(id, Objects.requireNonNull(row.get(2, Instant.class)));
                    }
                    return new RevokedIds.News(Objects.requireNonNull(row.get(0, Long.class)), news);
                })
                .all()
                .reduce((all, next) -> {
                    all.ids().putAll(next.ids());
                    return all;
                });
    }

    Mono<Void> lease(long applied, Duration lease) {
        return database.sql(
                        "insert into identity.revocation_listener (instance, applied, lease_until)"
                                + " values ($1, $2, now() + $3::bigint * interval '1 ms') on conflict (instance) do update"
                                + " set applied = greatest(revocation_listener.applied, excluded.applied), lease_until = excluded.lease_until")
                .bind(0, instance)
                .bind(1, applied)
                .bind(2, lease.toMillis())
                .then();
    }

    /** Tells those who wait for it. */
    Mono<Void> acknowledge(long applied, Duration lease) {
        return database.sql("with said as (update identity.revocation_listener set applied = $2,"
                        + " lease_until = now() + $3::bigint * interval '1 ms' where instance = $1 returning applied)"
                        + " select pg_notify('mita_revocation_applied', applied::text) from said")
                .bind(0, instance)
                .bind(1, applied)
                .bind(2, lease.toMillis())
                .then();
    }

    /** Whether another service that may trust its memory has not applied this sequence yet. */
    Mono<Boolean> othersBehind(long sequence) {
        return database.sql("select exists (select from identity.revocation_listener"
                        + " where instance <> $1 and lease_until > now() and applied < $2)")
                .bind(0, instance)
                .bind(1, sequence)
                .mapValue(Boolean.class)
                .one();
    }

    Mono<Void> leave() {
        return database.sql("delete from identity.revocation_listener where instance = $1")
                .bind(0, instance)
                .then();
    }

    Mono<Void> purge(Instant past) {
        return database.sql("delete from identity.revocation where until < $1")
                .bind(0, past)
                .then()
                .then(database.sql(
                                "delete from identity.revocation_listener where lease_until < now() - interval '1 day'")
                        .then());
    }
}
