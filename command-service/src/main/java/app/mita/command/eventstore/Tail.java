package app.mita.command.eventstore;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Follows the log with its payloads decoded, page by page, for ever. */
final class Tail {

    private static final int PAGE = 200;
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final String LAST_BEFORE =
            "select coalesce((select min(position) - 1 from event_store.event where occurred_at >= $1),"
                    + " (select max(position) from event_store.event), 0)";

    private final EventLog log;
    private final EventFormat format;
    private final Statements statements;

    Tail(EventLog log, EventFormat format, Statements statements) {
        this.log = log;
        this.format = format;
        this.statements = statements;
    }

    /** Never ends; while the database is away it waits for it. */
    Flux<LoggedEvent> after(long position) {
        return Flux.defer(() -> {
            var last = new AtomicLong(position);
            return log.heads().concatMap(head -> pages(last, head), 1);
        });
    }

    Mono<Long> head() {
        return log.head();
    }

    /** The position before the first event that occurred at the instant or later; the head when there is none. */
    Mono<Long> lastBefore(Instant instant) {
        return statements
                .rows(LAST_BEFORE, statement -> statement.bind(0, instant), row -> row.get(0, Long.class))
                .map(List::getFirst);
    }

    private Flux<LoggedEvent> pages(AtomicLong last, long head) {
        return Flux.defer(() -> last.get() >= head ? Flux.<LoggedEvent>empty() : page(last.get()))
                .doOnNext(event -> last.set(event.position()))
                .repeat(() -> last.get() < head);
    }

    private Flux<LoggedEvent> page(long position) {
        return log.readAfter(position, PAGE)
                .flatMap(format::decode)
                .retryWhen(Retry.backoff(Long.MAX_VALUE, PAUSE)
                        .maxBackoff(LONGEST_PAUSE)
                        .filter(EventStoreUnavailable.class::isInstance))
                .flatMapIterable(events -> events);
    }
}
