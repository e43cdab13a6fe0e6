package app.mita.command.eventstore;

import app.mita.runtime.database.Notifications;
import app.mita.runtime.database.Notifications.Listening;
import app.mita.runtime.database.Notifications.Notified;
import java.time.Duration;
import java.util.List;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * How far the log goes, as fast as it can be known: this node's own appends at once, other nodes' by notification, and
 * by asking now and then whatever was missed.
 */
final class Heads {

    static final String CHANNEL = "mita_appended";

    private static final Duration ASK_EVERY = Duration.ofSeconds(1);
    private static final Duration ANNOUNCE_AT_MOST_EVERY = Duration.ofMillis(5);
    private static final Duration CONTENTION = Duration.ofSeconds(1);

    private final Statements statements;
    private final Sinks.Many<Long> appendedHere = Sinks.many().multicast().directBestEffort();
    private final Flux<Long> heads;
    private final Disposable announcing;
    private final Sinks.Empty<Void> closed = Sinks.empty();

    Heads(Statements statements, Notifications notifications) {
        this.statements = statements;
        this.heads = Flux.merge(
                        appendedHere.asFlux(),
                        notifications.listen(CHANNEL).concatMap(signal -> switch (signal) {
                            case Listening again -> ask();
                            case Notified(var channel, var position) -> Mono.just(Long.valueOf(position));
                        }),
                        Flux.interval(ASK_EVERY).onBackpressureDrop().concatMap(tick -> ask(), 1))
                .takeUntilOther(closed.asMono())
                .scan(Math::max)
                .distinctUntilChanged()
                .replay(1)
                .refCount(1, ASK_EVERY);
        this.announcing = appendedHere
                .asFlux()
                .onBackpressureLatest()
                .concatMap(this::announce, 1)
                .subscribe();
    }

    Flux<Long> watch() {
        return heads.onBackpressureLatest();
    }

    /** Tells everybody that the log goes up to this position, durably. */
    void appended(long position) {
        appendedHere.emitNext(position, Sinks.EmitFailureHandler.busyLooping(CONTENTION));
    }

    void close() {
        announcing.dispose();
        closed.tryEmitEmpty();
    }

    /** In a transaction of its own, after the append's: see the append function for why. A lost one is made up for by asking. */
    private Mono<Void> announce(long position) {
        return statements
                .rows(
                        "select pg_notify('" + CHANNEL + "', $1)",
                        statement -> statement.bind(0, Long.toString(position)),
                        row -> 0)
                .onErrorReturn(List.of())
                .then(Mono.delay(ANNOUNCE_AT_MOST_EVERY))
                .then();
    }

    private Mono<Long> ask() {
        return statements
                .rows(PostgresEventLog.HEAD, statement -> statement, row -> row.get(0, Long.class))
                .map(List::getFirst)
                .onErrorComplete();
    }
}
