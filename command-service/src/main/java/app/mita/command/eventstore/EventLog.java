package app.mita.command.eventstore;

import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reading the whole log in the order of its positions. A position is readable only once all positions before it are,
 * so a reader that goes on after the last position it saw never misses an event.
 */
public interface EventLog {

    /**
     * One page of the log.
     *
     * @param position the last position already known; 0 for the beginning
     * @param limit    at most so many events
     * @return in the order of positions without a gap; empty when there is nothing after the position
     */
    Mono<List<StoredEvent>> readAfter(long position, int limit);

    /** The last position that is durable; 0 when the log is empty. */
    Mono<Long> head();

    /**
     * The head of the log each time it moved, as seen by this node: by the database's notification, or else by asking
     * every second. Says the present head on subscription, skips heads that a slow subscriber had no time for, never
     * ends and never fails; while the database is away it is silent.
     */
    Flux<Long> heads();
}
