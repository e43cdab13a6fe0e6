package app.mita.projection.engine;

import app.mita.runtime.personal.PersonalKey;
import app.mita.runtime.personal.PersonalKeys;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Leads one user's events from the event store into a fold, a page at a time, off the event loops. */
final class UserReader {

    /** No user's id, and before each of them in the order of the database. */
    static final UUID BEFORE_ALL = new UUID(0, 0);

    private static final int PAGE = 2000;

    private final LoggedEvents log;
    private final PersonalKeys keys;
    private final Reading reading;

    /** Makes an event of an arrival. */
    interface Reading {

        /** @param key the user's; null once it has been deleted */
        Decoded read(Arrival arrival, @Nullable PersonalKey key);
    }

    UserReader(DatabaseClient database, PersonalKeys keys, Reading reading) {
        this.log = new LoggedEvents(database);
        this.keys = keys;
        this.reading = reading;
    }

    /** Completes when the fold has seen every event of its user up to this position. */
    Mono<Void> read(UserFold fold, long until) {
        return log.page(fold.user(), fold.position(), until, PAGE)
                .zipWith(keys.find(List.of(fold.user())))
                // Decoding and folding a page takes milliseconds, in which an event loop would answer nobody.
                .publishOn(Schedulers.boundedElastic())
                .flatMap(found -> {
                    var events = found.getT1().stream()
                            .map(arrival -> reading.read(arrival, found.getT2().get(fold.user())))
                            .toList();
                    fold.apply(events);
                    return events.size() < PAGE ? Mono.empty() : read(fold, until);
                });
    }
}
