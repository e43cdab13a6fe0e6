package app.mita.query.readmodel;

import app.mita.query.readmodel.DocumentQuery.ChangedDocument;
import app.mita.runtime.json.MitaJson;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * What is computed from a user's documents. Every read checks the rows that it depends on, so an answer is never older
 * than the moment it was asked for; but a document that this node already holds is not sent again, only confirmed, an
 * answer whose documents are all confirmed is not drawn again, and reads that arrive together share one query.
 */
public final class Documents implements AutoCloseable {

    private final SharedReads<Held, ChangedDocument> reads;
    private final ReadCache cache;
    private final Clock clock;

    Documents(SharedReads<Held, ChangedDocument> reads, ReadCache cache, Clock clock) {
        this.reads = reads;
        this.cache = cache;
        this.clock = clock;
    }

    /**
     * What {@code computation} makes of the user's documents as they are now; empty when that is null. It may be run
     * several times. Fails with what it throws, and when the database cannot be asked.
     */
    public <T> Mono<T> compute(UUID user, Function<Sources, @Nullable T> computation) {
        return Mono.defer(() -> new Reading(reads, cache, clock, user).compute(computation));
    }

    /** The screen's data as it is now, as JSON; empty when it cannot be drawn. The caller must not change the array. */
    public Mono<byte[]> draw(UUID user, Screen screen) {
        return Mono.defer(() -> {
            var reading = new Reading(reads, cache, clock, user);
            var known = cache.find(user, screen);
            return known == null
                    ? draw(reading, user, screen)
                    : reading.confirms(known)
                            .flatMap(confirmed -> confirmed ? Mono.just(known.json()) : draw(reading, user, screen));
        });
    }

    private Mono<byte[]> draw(Reading reading, UUID user, Screen screen) {
        return reading.compute(sources -> drawing(screen, sources)).map(drawing -> {
            if (drawing.until().isAfter(drawing.from())) {
                cache.keep(user, screen, drawing, reading.asked());
            }
            return drawing.json();
        });
    }

    private static @Nullable Drawing drawing(Screen screen, Sources sources) {
        var data = screen.draw(sources);
        return data == null
                ? null
                : new Drawing(
                        sources.seen(), MitaJson.mapper().writeValueAsBytes(data), sources.now(), sources.until());
    }

    @Override
    public void close() {
        reads.close();
    }
}
