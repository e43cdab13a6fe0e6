package app.mita.projection.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a batch of events comes to: all of it is stored together or not at all. */
final class Applied {

    private final Map<DocumentKey, Result> documents = new LinkedHashMap<>();
    private final List<DeadLetter> deadLetters = new ArrayList<>();
    private final Set<Erased> erased = new LinkedHashSet<>();
    private final List<Move> moves = new ArrayList<>();

    /**
     * A document after the batch.
     *
     * @param document null when it is removed
     * @param position of the last event folded into it
     * @param isNew    whether none was stored before the batch, as far as is known
     */
    record Result(Claim claim, @Nullable Object document, long position, boolean isNew) {}

    /** A user of whom a projection keeps nothing. */
    record Erased(Projection projection, UUID user) {}

    /** A projection's step through a partition. */
    record Move(Lane lane, Claim claim, long from, long to, long offset) {}

    Map<DocumentKey, Result> documents() {
        return documents;
    }

    List<DeadLetter> deadLetters() {
        return deadLetters;
    }

    /** Whose documents and dead letters all go. */
    Set<Erased> erased() {
        return erased;
    }

    List<Move> moves() {
        return moves;
    }

    void erase(Projection projection, UUID user) {
        documents
                .keySet()
                .removeIf(key -> key.projection() == projection && key.user().equals(user));
        deadLetters.removeIf(letter ->
                letter.projection() == projection && letter.arrival().user().equals(user));
        erased.add(new Erased(projection, user));
    }
}
