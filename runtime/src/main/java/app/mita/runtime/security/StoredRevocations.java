package app.mita.runtime.security;

import app.mita.runtime.database.Notifications;
import app.mita.runtime.database.Notifications.Notified;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Revocations kept in PostgreSQL and in each service's memory.
 *
 * <p>A service may trust its memory for {@link #LEASE} from the moment it began to write its lease, once it has read
 * all revocations after that writing. So who revokes is done as soon as every service with a live lease has said that
 * it applied the revocation, and at the latest one lease after its commit: whoever has not read it by then no longer
 * trusts its memory and asks the database for each request.
 */
@Component
final class StoredRevocations implements Revocations, DisposableBean {

    static final Duration LEASE = Duration.ofSeconds(3);
    private static final Duration RENEW_EVERY = Duration.ofMillis(900);
    private static final Duration PURGE_EVERY = Duration.ofMinutes(5);
    /** An acknowledgement that was missed is looked for this often. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);
    /** Tokens live a little longer than they say, as clocks differ. */
    private static final Duration KEEP = Duration.ofMinutes(1);

    /** Longer than the database lets a statement wait for a lock: one that it ends by itself need not be cancelled. */
    private static final Duration HOPELESS = Duration.ofSeconds(10);

    private static final String REVOKED = "mita_revoked";
    private static final String APPLIED = "mita_revocation_applied";
    private static final Logger log = LoggerFactory.getLogger(StoredRevocations.class);

    private static final Mono<Boolean> YES = Mono.just(true);
    private static final Mono<Boolean> NO = Mono.just(false);

    private final RevocationTable table;
    private final Clock clock;
    private final RevokedIds memory = new RevokedIds();
    private final Sinks.Many<String> acknowledged = Sinks.many().multicast().directBestEffort();
    private final Disposable work;

    /** On System.nanoTime(). */
    private volatile long trustedUntil = System.nanoTime();

    private boolean failing;

    StoredRevocations(RevocationTable table, Notifications notifications, Clock clock) {
        this.table = table;
        this.clock = clock;
        var news = notifications.listen(REVOKED, APPLIED).<Mono<Void>>handle((signal, sink) -> {
            switch (signal) {
                case Notified(var channel, var payload)
                when channel.equals(APPLIED) -> acknowledged.tryEmitNext(payload);
                case Notified revoked -> sink.next(Mono.defer(this::apply));
                case Notifications.Listening again -> sink.next(Mono.defer(this::renew));
            }
        });
        var renewals = Flux.interval(Duration.ZERO, RENEW_EVERY).map(tick -> Mono.defer(this::renew));
        var purges = Flux.interval(PURGE_EVERY).map(tick -> Mono.defer(this::purge));
        // One at a time; what piles up meanwhile is the same work, so the latest of each kind is enough.
        this.work = Flux.merge(
                        news.onBackpressureLatest(), renewals.onBackpressureLatest(), purges.onBackpressureLatest())
                .concatMap(this::attempt, 1)
                .subscribe();
    }

    @Override
    public Mono<Void> revokeSessions(Collection<UUID> sessions, Instant until) {
        return revoke("session", sessions, until);
    }

    @Override
    public Mono<Void> revokeToken(UUID tokenId, Instant until) {
        return revoke("token", List.of(tokenId), until);
    }

    @Override
    public boolean surelyLive(UUID session, UUID tokenId) {
        return System.nanoTime() - trustedUntil < 0 && !isRemembered(session, tokenId);
    }

    private boolean isRemembered(UUID session, UUID tokenId) {
        return memory.contains(session) || memory.contains(tokenId);
    }

    @Override
    public Mono<Boolean> revoked(UUID session, UUID tokenId) {
        if (surelyLive(session, tokenId)) {
            return NO;
        }
        return isRemembered(session, tokenId) ? YES : table.contains(session, tokenId);
    }

    /** Others need not wait for this service any more. Blocks the thread that closes the context, never an event loop. */
    @Override
    public void destroy() {
        work.dispose();
        table.leave().timeout(Duration.ofSeconds(2)).onErrorComplete().block();
    }

    private Mono<Void> revoke(String kind, Collection<UUID> ids, Instant until) {
        if (ids.isEmpty()) {
            return Mono.empty();
        }
        return table.add(kind, ids, until)
                .doOnNext(sequence -> memory.add(ids, until))
                .flatMap(this::appliedEverywhere);
    }

    private Mono<Void> appliedEverywhere(long sequence) {
        long deadline = System.nanoTime() + LEASE.toNanos();
        return Mono.defer(() -> table.othersBehind(sequence))
                .flatMap(behind -> behind ? nextAcknowledgement() : Mono.just(false))
                .repeat()
                .takeWhile(behind -> behind && System.nanoTime() - deadline < 0)
                .then();
    }

    private Mono<Boolean> nextAcknowledgement() {
        return acknowledged.asFlux().next().timeout(LOOK_AGAIN, Mono.empty()).thenReturn(true);
    }

    /** Reads what is new and says so. */
    private Mono<Void> apply() {
        long before = memory.applied();
        return table.after(before)
                .doOnNext(memory::apply)
                .flatMap(news -> news.last() == before ? Mono.empty() : table.acknowledge(news.last(), LEASE));
    }

    /** The order matters: who looks at the leases before this one is written has committed before we read. */
    private Mono<Void> renew() {
        long start = System.nanoTime();
        return table.lease(memory.applied(), LEASE)
                .then(Mono.defer(this::apply))
                .doOnSuccess(done -> trustedUntil = start + LEASE.toNanos());
    }

    private Mono<Void> purge() {
        var past = clock.instant().minus(KEEP);
        memory.purge(past);
        return table.purge(past);
    }

    private Mono<Void> attempt(Mono<Void> step) {
        return step.timeout(HOPELESS).doOnSuccess(done -> failing = false).onErrorResume(failure -> {
            if (!failing) {
                failing = true;
                log.warn("revocations cannot be read, asking the database for each request: {}", failure.toString());
            }
            return Mono.empty();
        });
    }
}
