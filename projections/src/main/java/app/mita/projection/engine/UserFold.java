package app.mita.projection.engine;

import app.mita.api.identity.AccountDeleted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One user's documents in one projection, folded in memory from the user's first event on: what the engine comes to by
 * any batching. An event that fails parks the user, unless it is passed over. Used by one thread at a time.
 */
final class UserFold {

    private final Projection projection;
    private final UUID user;
    private final Set<Long> discarded;
    private final Set<Long> leftOut;
    private final Map<String, Folded> documents = new TreeMap<>();
    private final List<DeadLetter> letters = new ArrayList<>();
    private final Set<UUID> parked = new HashSet<>();
    private long position;
    private long events;

    /** A document, and the position of the last event in it. */
    record Folded(Object document, long position) {}

    /**
     * @param discarded positions of events that are passed over when they fail
     * @param leftOut   positions of events that are passed over in any case
     */
    UserFold(Projection projection, UUID user, Set<Long> discarded, Set<Long> leftOut) {
        this.projection = projection;
        this.user = user;
        this.discarded = discarded;
        this.leftOut = leftOut;
    }

    /** In the order of positions, each once. */
    void apply(List<Decoded> decoded) {
        var part = new ArrayList<Decoded>();
        for (var event : decoded) {
            if (!leftOut.contains(event.arrival().position())) {
                part.add(event);
            }
            if (event instanceof Decoded.Event read && read.event().payload() instanceof AccountDeleted) {
                fold(part);
                part.clear();
            }
        }
        fold(part);
        events += decoded.size();
        if (!decoded.isEmpty()) {
            position = decoded.getLast().arrival().position();
        }
    }

    private void fold(List<Decoded> part) {
        if (part.isEmpty()) {
            return;
        }
        var first = part.getFirst().arrival();
        var claim = new Claim(projection, first.partition(), 0, false, parked, discarded, first.position() - 1, 0);
        var lane = new Lane(first.partition(), List.of(claim), false);
        var applied = BatchFold.of(part, partition -> lane).apply(known());
        if (!applied.erased().isEmpty()) {
            documents.clear();
            letters.clear();
        }
        applied.documents().forEach((key, result) -> put(key.key(), result.document(), result.position()));
        letters.addAll(applied.deadLetters());
    }

    private void put(String key, @Nullable Object document, long at) {
        if (document == null) {
            documents.remove(key);
        } else {
            documents.put(key, new Folded(document, at));
        }
    }

    private Map<DocumentKey, Object> known() {
        var known = HashMap.<DocumentKey, Object>newHashMap(documents.size());
        documents.forEach((key, folded) -> known.put(new DocumentKey(projection, user, key), folded.document));
        return known;
    }

    Projection projection() {
        return projection;
    }

    UUID user() {
        return user;
    }

    /** By key. */
    Map<String, Folded> documents() {
        return documents;
    }

    List<DeadLetter> letters() {
        return letters;
    }

    /** Of the last event seen; 0 before any. */
    long position() {
        return position;
    }

    /** How many were seen. */
    long events() {
        return events;
    }
}
