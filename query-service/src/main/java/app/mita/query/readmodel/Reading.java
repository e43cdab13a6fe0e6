package app.mita.query.readmodel;

import app.mita.query.readmodel.DocumentQuery.ChangedDocument;
import app.mita.query.readmodel.Sources.Unread;
import app.mita.runtime.json.MitaJson;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.ObjectReader;

/** One request's reads: what it has of the user's documents so far, all of it as it was after the request began. */
final class Reading {

    private static final ObjectReader READER = MitaJson.mapper().reader();

    private final SharedReads<Held, ChangedDocument> reads;
    private final ReadCache cache;
    private final Clock clock;
    private final UUID user;
    private final long asked;
    private final Map<DocumentKey<?>, Document<?>> read = new HashMap<>();

    Reading(SharedReads<Held, ChangedDocument> reads, ReadCache cache, Clock clock, UUID user) {
        this.reads = reads;
        this.cache = cache;
        this.clock = clock;
        this.user = user;
        this.asked = cache.repairs();
    }

    /** What {@link ReadCache#repairs} was before anything was asked for. */
    long asked() {
        return asked;
    }

    /** Whether the drawing is what would be drawn now. If it is not, what has changed has been read. */
    Mono<Boolean> confirms(Drawing known) {
        var wanted = newest(known.sources());
        return reads.changed(wanted, wanted.size()).map(changed -> {
            boolean same = wanted == known.sources() && changed.isEmpty() && cache.repairs() == asked;
            if (same && known.holdsAt(clock.instant())) {
                return true;
            }
            take(wanted, changed);
            return false;
        });
    }

    /** Runs the computation until everything that it looks at has been read. */
    <T> Mono<T> compute(Function<Sources, @Nullable T> computation) {
        try {
            return Mono.justOrEmpty(computation.apply(new Sources(user, clock.instant(), read)));
        } catch (Unread unread) {
            var wanted = unread.keys().stream().map(this::held).toList();
            return reads.changed(wanted, wanted.size()).flatMap(changed -> {
                take(wanted, changed);
                return compute(computation);
            });
        }
    }

    /** The same list when no newer document is at hand. */
    private List<Held> newest(List<Held> sources) {
        for (var source : sources) {
            var document = cache.find(source.key());
            if (document != null && !document.version().equals(source.version())) {
                return sources.stream().map(each -> held(each.key())).toList();
            }
        }
        return sources;
    }

    /** What was remembered before a repair is not worth confirming. */
    private Held held(DocumentKey<?> key) {
        var document = cache.repairs() == asked ? cache.find(key) : null;
        return document == null ? Held.nothing(key) : new Held(key, document.version());
    }

    /** What is not taken here is asked for again, as what is not held. */
    private void take(List<Held> wanted, List<ChangedDocument> changed) {
        var confirmed = new ArrayList<>(wanted);
        for (var row : changed) {
            var key = wanted.get(row.place()).key();
            confirmed.set(row.place(), null);
            var document = new Document<>(value(key.model(), row.document()), row.version());
            cache.keep(key, document, row.document() == null ? 0 : row.document().length, asked);
            read.put(key, document);
        }
        if (cache.repairs() == asked) {
            for (var held : confirmed) {
                var document = held == null ? null : cache.find(held.key());
                if (document != null && document.version().equals(held.version())) {
                    read.put(held.key(), document);
                }
            }
        }
    }

    private static <D> @Nullable D value(Model<D> model, byte @Nullable [] document) {
        return document == null ? null : READER.forType(model.documentType()).readValue(document);
    }
}
