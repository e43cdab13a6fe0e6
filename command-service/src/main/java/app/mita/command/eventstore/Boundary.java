package app.mita.command.eventstore;

import app.mita.api.event.EventTag;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.messaging.core.Context.ResourceKey;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.EventCriterion;
import org.axonframework.messaging.eventstreaming.Tag;

/** How a consistency boundary, named by an {@link EventTag}, is sourced through Axon. */
public final class Boundary {

    /**
     * Put into a processing context by who already holds what it sources, folded up to the condition's start: nothing
     * is read then, and whether the memory is still true shows when the append's condition is checked. Without an
     * append nothing checks it.
     */
    public static final ResourceKey<Boolean> REMEMBERED = ResourceKey.withLabel("remembered");

    private static final char SEPARATOR = ':';

    private Boundary() {}

    /** The events of the tag after a position; all of them after 0. */
    public static SourcingCondition after(long position, EventTag tag) {
        var criteria = EventCriteria.havingTags(axonTag(tag));
        return position == 0
                ? SourcingCondition.conditionFor(criteria)
                : SourcingCondition.conditionFor(new GlobalIndexConsistencyMarker(position + 1).position(), criteria);
    }

    /** Up to which position a transaction with this marker has seen the events of the tag; 0 when none. */
    public static long seen(ConsistencyMarker marker, EventTag tag) {
        return SeenUpTo.position(marker, (EventCriterion) EventCriteria.havingTags(axonTag(tag)));
    }

    /** The position of the last event that a committed transaction with this marker appended. */
    public static long last(ConsistencyMarker marker) {
        return SeenUpTo.last(marker);
    }

    /** Axon's key and value are our tag's text before and after its first colon. */
    public static Tag axonTag(EventTag tag) {
        var separator = tag.value().indexOf(SEPARATOR);
        return new Tag(tag.value().substring(0, separator), tag.value().substring(separator + 1));
    }

    static String stored(Tag tag) {
        return tag.key() + SEPARATOR + tag.value();
    }
}
