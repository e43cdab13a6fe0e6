package app.mita.command.eventstore;

import app.mita.api.event.MitaEvent;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;

/** What the storage engine gave for a condition. */
record Sourced(List<EventMessage> messages, List<Long> positions, ConsistencyMarker marker) {

    static Sourced from(EventStoreNode node, SourcingCondition condition) {
        var messages = new ArrayList<EventMessage>();
        var positions = new ArrayList<Long>();
        var marker = node.engine()
                .source(condition, null)
                .reduce(ConsistencyMarker.ORIGIN, (last, entry) -> {
                    var end = entry.getResource(ConsistencyMarker.RESOURCE_KEY);
                    if (end != null) {
                        return end;
                    }
                    messages.add(entry.message());
                    positions.add(TrackingToken.fromContext(entry)
                            .orElseThrow()
                            .position()
                            .orElseThrow());
                    return last;
                })
                .join();
        return new Sourced(messages, positions, marker);
    }

    List<MitaEvent> payloads() {
        return messages.stream().map(message -> (MitaEvent) message.payload()).toList();
    }
}
