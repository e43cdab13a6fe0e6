package app.mita.command.eventstore;

import app.mita.api.event.EventTypes;
import app.mita.api.event.MitaEvent;
import java.util.Optional;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.MessageTypeResolver;

/** Events go by their public name and version, everything else by its class. */
public final class MessageTypes implements MessageTypeResolver {

    private static final ClassValue<MessageType> TYPES = new ClassValue<>() {
        @Override
        protected MessageType computeValue(Class<?> payload) {
            return MitaEvent.class.isAssignableFrom(payload)
                    ? named(EventTypes.nameOf(payload), EventTypes.versionOf(payload))
                    : new MessageType(payload.getName());
        }
    };

    public static MessageType of(Class<?> payload) {
        return TYPES.get(payload);
    }

    static MessageType named(String event, int version) {
        return new MessageType(event, Integer.toString(version));
    }

    @Override
    public Optional<MessageType> resolve(Class<?> payload) {
        return Optional.of(of(payload));
    }
}
