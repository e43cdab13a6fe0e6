package app.mita.command.eventstore;

import java.util.List;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.EventCriterion;

/**
 * Which events after a position are meant, in the form that the database's functions take.
 *
 * @param tags  all of which an event must have, joined by U+001F; empty when any event is meant
 * @param types one of which it must be, joined by U+001F; empty when all types are meant
 */
record Condition(String tags, String types, long after) {

    private static final String SEPARATOR = "\u001f";

    static Condition of(EventCriterion criterion, long after) {
        return new Condition(
                join(criterion.tags().stream().map(Boundary::stored).toList()),
                join(criterion.types().stream().map(QualifiedName::name).toList()),
                after);
    }

    /** None for an append without condition; otherwise no event matching any of them may exist. */
    static List<Condition> of(AppendCondition condition) {
        if (condition.equals(AppendCondition.none())) {
            return List.of();
        }
        var marker = condition.consistencyMarker();
        return of(condition.criteria(), marker);
    }

    private static List<Condition> of(EventCriteria criteria, ConsistencyMarker marker) {
        return criteria.hasCriteria()
                ? criteria.flatten().stream()
                        .map(criterion -> of(criterion, SeenUpTo.position(marker, criterion)))
                        .toList()
                : List.of(any(SeenUpTo.last(marker)));
    }

    static Condition any(long after) {
        return new Condition("", "", after);
    }

    /** Whether it names a single tag and nothing else, the only kind whose appends can share a batch. */
    boolean simple() {
        return types.isEmpty() && !tags.isEmpty() && !tags.contains(SEPARATOR);
    }

    private static String join(List<String> parts) {
        if (parts.stream().anyMatch(part -> part.contains(SEPARATOR))) {
            throw new IllegalArgumentException("U+001F in a tag or type");
        }
        return String.join(SEPARATOR, parts);
    }
}
