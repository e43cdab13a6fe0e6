package app.mita.command.eventstore;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.axonframework.eventsourcing.eventstore.AbstractConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.Position;
import org.axonframework.messaging.eventstreaming.EventCriterion;

/**
 * A consistency marker that knows for each criterion by itself up to which position its events have been seen. One
 * position for all of them would be too low for most: a fact that was remembered long ago would make another fact's
 * events look unseen, and a command would conflict with what it knows.
 */
final class SeenUpTo extends AbstractConsistencyMarker<SeenUpTo> {

    private final Map<EventCriterion, Long> positions;
    private final long last;

    /**
     * @param positions last seen for each criterion
     * @param last      the highest position that was seen or appended
     */
    SeenUpTo(Map<EventCriterion, Long> positions, long last) {
        this.positions = Map.copyOf(positions);
        this.last = last;
    }

    /**
     * @param marker this engine's own, or Axon's marker of one position
     * @return the last position that counts as seen; 0 when none does
     * @throws IllegalArgumentException for a marker of another engine
     */
    static long position(ConsistencyMarker marker, EventCriterion criterion) {
        if (marker instanceof SeenUpTo seen) {
            return seen.positions.getOrDefault(criterion, 0L);
        }
        return Math.max(0, GlobalIndexConsistencyMarker.position(marker));
    }

    /** The highest position that was seen or appended; 0 when none was. */
    static long last(ConsistencyMarker marker) {
        return marker instanceof SeenUpTo seen ? seen.last : Math.max(0, GlobalIndexConsistencyMarker.position(marker));
    }

    @Override
    protected ConsistencyMarker doLowerBound(SeenUpTo other) {
        return merge(other, Math::min);
    }

    @Override
    protected ConsistencyMarker doUpperBound(SeenUpTo other) {
        return merge(other, Math::max);
    }

    private ConsistencyMarker merge(SeenUpTo other, BinaryOperator<Long> choice) {
        var merged = new HashMap<>(positions);
        other.positions.forEach((criterion, position) -> merged.merge(criterion, position, choice));
        return new SeenUpTo(merged, choice.apply(last, other.last));
    }

    /** The lowest of them: sourcing everything from there on misses nothing. */
    @Override
    public Position position() {
        var lowest =
                positions.values().stream().mapToLong(Long::longValue).min().orElse(0);
        return new GlobalIndexConsistencyMarker(lowest).position();
    }

    @Override
    public String toString() {
        return "seen up to " + positions;
    }
}
