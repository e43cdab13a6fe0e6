package app.mita.runtime.personal;

import app.mita.api.event.EventTypes;
import app.mita.api.event.MitaEvent;
import app.mita.api.event.PersonalText;
import app.mita.runtime.json.MitaJson;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;

/** Events as JSON in the log and on Kafka, with their personal text encrypted. Fast: no look-up by reflection per event. */
@Component
public final class EventCodec {

    private record Format(Class<? extends MitaEvent> type, int version, ObjectReader reader, ObjectWriter writer) {}

    private final Map<Class<?>, Format> byType;
    private final Map<String, Format> byName;

    public EventCodec() {
        var mapper = MitaJson.mapper().rebuild().addModule(new SealingModule()).build();
        byType = EventTypes.ALL.stream()
                .collect(Collectors.toUnmodifiableMap(
                        type -> type,
                        type -> new Format(
                                type, EventTypes.versionOf(type), mapper.readerFor(type), mapper.writerFor(type))));
        byName = byType.values().stream()
                .collect(Collectors.toUnmodifiableMap(format -> EventTypes.nameOf(format.type), format -> format));
    }

    /**
     * @param key the user's; may be null only for an event without personal text
     * @throws IllegalStateException when the event has personal text and there is no key
     * @throws IllegalArgumentException when the key is another user's
     */
    public byte[] encode(MitaEvent event, @Nullable PersonalKey key) {
        var format = byType.get(event.getClass());
        if (format == null) {
            throw new IllegalArgumentException(event.getClass() + " is not in EventTypes.ALL");
        }
        if (key == null) {
            return format.writer.writeValueAsBytes(event);
        }
        if (!key.user().equals(event.user())) {
            throw new IllegalArgumentException("a key of another user");
        }
        return format.writer.withAttribute(SealedText.KEY, key).writeValueAsBytes(event);
    }

    /**
     * @param key the user's; null once it is deleted: personal text then reads as {@link PersonalText#ERASED}
     * @return its personal texts are decrypted when they are asked for; one that was tampered with fails then
     * @throws IllegalArgumentException for a name or version that is not known, for JSON that is no such event, and for
     *     the key of another user
     */
    public MitaEvent decode(String name, int version, byte[] json, @Nullable PersonalKey key) {
        return decode(name, version, json, key, null);
    }

    /**
     * The same for who may see the event but not what is personal in it.
     *
     * @param veil makes of each personal text what is read in its place; null for the text itself
     */
    public MitaEvent decode(
            String name, int version, byte[] json, @Nullable PersonalKey key, @Nullable UnaryOperator<String> veil) {
        var format = byName.get(name);
        if (format == null || version > format.version) {
            throw new IllegalArgumentException("no event is named " + name + " in version " + version);
        }
        var reader = key == null ? format.reader : format.reader.withAttribute(SealedText.KEY, key);
        if (veil != null) {
            reader = reader.withAttribute(SealedText.VEIL, veil);
        }
        try {
            MitaEvent event = reader.readValue(json);
            if (key != null && !key.user().equals(event.user())) {
                throw new IllegalArgumentException("a key of another user");
            }
            return event;
        } catch (JacksonException unreadable) {
            throw new IllegalArgumentException(
                    "not a " + name + ": " + unreadable.getClass().getSimpleName(), unreadable);
        }
    }
}
