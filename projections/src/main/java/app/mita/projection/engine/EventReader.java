package app.mita.projection.engine;

import app.mita.api.event.CloudEventHeaders;
import app.mita.api.event.EventTypes;
import app.mita.api.event.RecordedEvent;
import app.mita.runtime.personal.EventCodec;
import app.mita.runtime.personal.PersonalKey;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes events of arrivals. */
@Component
final class EventReader {

    private static final Logger log = LoggerFactory.getLogger(EventReader.class);
    private static final Pattern TYPE = Pattern.compile("app\\.mita\\.[A-Za-z0-9]+\\.v[1-9][0-9]{0,5}");
    private static final Set<String> NAMES =
            EventTypes.ALL.stream().map(EventTypes::nameOf).collect(Collectors.toUnmodifiableSet());

    private final EventCodec codec;
    private final Set<String> reported = ConcurrentHashMap.newKeySet();

    EventReader(EventCodec codec) {
        this.codec = codec;
    }

    /** @param key the user's; null once it has been deleted */
    Decoded read(Arrival arrival, @Nullable PersonalKey key) {
        return read(arrival, key, null);
    }

    /**
     * @param key  the user's; null once it has been deleted
     * @param veil makes of each personal text what is read in its place; null for the text itself
     */
    Decoded read(Arrival arrival, @Nullable PersonalKey key, @Nullable UnaryOperator<String> veil) {
        var type = arrival.type();
        if (!TYPE.matcher(type).matches()) {
            return new Decoded.Unreadable(arrival, new IllegalArgumentException("no type of ours"));
        }
        var name = CloudEventHeaders.nameIn(type);
        if (!NAMES.contains(name)) {
            if (reported.add(name)) {
                log.warn("events named {} are passed over: this version does not know them", name);
            }
            return new Decoded.Unknown(arrival);
        }
        try {
            return new Decoded.Event(arrival, event(arrival, name, key, veil));
        } catch (RuntimeException unreadable) {
            return new Decoded.Unreadable(arrival, unreadable);
        }
    }

    private RecordedEvent event(
            Arrival arrival, String name, @Nullable PersonalKey key, @Nullable UnaryOperator<String> veil) {
        int version = Integer.parseInt(arrival.type().substring(arrival.type().lastIndexOf(".v") + 2));
        var payload = codec.decode(name, version, arrival.payload(), key, veil);
        if (!payload.user().equals(arrival.user())) {
            throw new IllegalArgumentException("the payload is another user's");
        }
        return new RecordedEvent(
                arrival.position(),
                UUID.fromString(Objects.requireNonNull(arrival.id(), "no id")),
                arrival.user(),
                arrival.partition(),
                arrival.occurredAt(),
                Objects.requireNonNullElse(arrival.commandId(), ""),
                arrival.traceparent(),
                payload);
    }
}
