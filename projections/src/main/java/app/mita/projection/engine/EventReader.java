package app.mita.projection.engine;

import app.mita.api.event.CloudEventHeaders;
import app.mita.api.event.EventTypes;
import app.mita.api.event.MitaEvent;
import app.mita.api.event.RecordedEvent;
import app.mita.runtime.personal.EventCodec;
import app.mita.runtime.personal.PersonalKey;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes events of arrivals. */
@Component
final class EventReader {

    private static final Logger log = LoggerFactory.getLogger(EventReader.class);
    private static final Pattern TYPE = Pattern.compile("app\\.mita\\.[A-Za-z0-9]+\\.v[1-9][0-9]{0,5}");
    private static final Map<String, Readable> READABLE = EventTypes.ALL.stream()
            .flatMap(event -> IntStream.rangeClosed(1, EventTypes.versionOf(event))
                    .mapToObj(version -> new Readable(event, EventTypes.nameOf(event), version)))
            .collect(Collectors.toUnmodifiableMap(Readable::type, Function.identity()));
    private static final Set<String> NAMES =
            READABLE.values().stream().map(Readable::name).collect(Collectors.toUnmodifiableSet());

    private final EventCodec codec;
    private final Set<String> reported = ConcurrentHashMap.newKeySet();

    private record Readable(Class<? extends MitaEvent> event, String name, int version) {

        String type() {
            return CloudEventHeaders.typeOf(name, version);
        }
    }

    EventReader(EventCodec codec) {
        this.codec = codec;
    }

    /** @param key the user's; null once it has been deleted */
    Decoded read(Arrival arrival, @Nullable PersonalKey key) {
        return read(arrival, key, event -> true, null);
    }

    /**
     * @param key    the user's; null once it has been deleted
     * @param folded tells which events are of use; the others are not decoded
     * @param veil   makes of each personal text what is read in its place; null for the text itself
     */
    Decoded read(
            Arrival arrival,
            @Nullable PersonalKey key,
            Predicate<Class<? extends MitaEvent>> folded,
            @Nullable UnaryOperator<String> veil) {
        var readable = READABLE.get(arrival.type());
        if (readable == null) {
            return unreadable(arrival);
        }
        if (!folded.test(readable.event)) {
            return new Decoded.Ignored(arrival);
        }
        try {
            return new Decoded.Event(arrival, event(arrival, readable, key, veil));
        } catch (RuntimeException unreadable) {
            return new Decoded.Unreadable(arrival, unreadable);
        }
    }

    private Decoded unreadable(Arrival arrival) {
        if (!TYPE.matcher(arrival.type()).matches()) {
            return new Decoded.Unreadable(arrival, new IllegalArgumentException("no type of ours"));
        }
        var name = CloudEventHeaders.nameIn(arrival.type());
        if (NAMES.contains(name)) {
            return new Decoded.Unreadable(
                    arrival, new IllegalArgumentException("a version that is not known: " + arrival.type()));
        }
        if (reported.add(name)) {
            log.warn("events named {} are passed over: this version does not know them", name);
        }
        return new Decoded.Ignored(arrival);
    }

    private RecordedEvent event(
            Arrival arrival, Readable readable, @Nullable PersonalKey key, @Nullable UnaryOperator<String> veil) {
        var payload = codec.decode(readable.name, readable.version, arrival.payload(), key, veil);
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
