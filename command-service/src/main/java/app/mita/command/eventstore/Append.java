package app.mita.command.eventstore;

import java.util.List;

/**
 * Events that are appended together, or not at all.
 *
 * @param events     at least one
 * @param conditions no event that one of them means may exist
 */
record Append(List<EncodedEvent> events, List<Condition> conditions) {

    /** In events; an append that must have a batch for itself takes all the room there is. */
    int weight(int room) {
        return conditions.stream().allMatch(Condition::simple) ? events.size() : room;
    }
}
