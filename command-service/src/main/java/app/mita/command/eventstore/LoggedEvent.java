package app.mita.command.eventstore;

import app.mita.api.event.MitaEvent;
import java.util.Map;
import org.axonframework.messaging.core.Context;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;

/** An event message that was read from the log and knows its place there. */
final class LoggedEvent extends GenericEventMessage {

    private final long position;

    LoggedEvent(StoredEvent stored, MitaEvent payload) {
        super(
                stored.id().toString(),
                MessageTypes.named(stored.name(), stored.version()),
                payload,
                metadata(stored),
                stored.occurredAt());
        this.position = stored.position();
    }

    long position() {
        return position;
    }

    Context context() {
        return TrackingToken.addToContext(Context.empty(), new GlobalSequenceTrackingToken(position));
    }

    private static Map<String, String> metadata(StoredEvent stored) {
        return stored.traceparent() == null
                ? Map.of(EventMetadata.COMMAND_ID, stored.commandId())
                : Map.of(
                        EventMetadata.COMMAND_ID, stored.commandId(),
                        EventMetadata.TRACEPARENT, stored.traceparent());
    }
}
