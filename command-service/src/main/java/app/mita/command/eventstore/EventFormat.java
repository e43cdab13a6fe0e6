package app.mita.command.eventstore;

import app.mita.api.event.MitaEvent;
import app.mita.api.event.UserPartition;
import app.mita.runtime.personal.EventCodec;
import app.mita.runtime.personal.PersonalKey;
import app.mita.runtime.personal.PersonalKeys;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Between event messages and rows: personal text is encrypted with its user's key on the way in and opened on the way out. */
final class EventFormat {

    private final EventCodec codec;
    private final PersonalKeys keys;
    private final int partitions;

    EventFormat(EventCodec codec, PersonalKeys keys, int partitions) {
        this.codec = codec;
        this.keys = keys;
        this.partitions = partitions;
    }

    /** @return fails with IllegalStateException when there is personal text but its user's key is gone */
    Mono<List<EncodedEvent>> encode(List<TaggedEventMessage<?>> events) {
        var users = events.stream().map(event -> payload(event).user()).collect(Collectors.toSet());
        return keys.find(users).map(found -> events.stream()
                .map(event -> encode(event, found.get(payload(event).user())))
                .toList());
    }

    Mono<List<LoggedEvent>> decode(List<StoredEvent> events) {
        if (events.isEmpty()) {
            return Mono.just(List.of());
        }
        var users = events.stream().map(StoredEvent::user).collect(Collectors.toSet());
        return keys.find(users)
                .map(found -> events.stream().map(event -> decode(event, found)).toList());
    }

    private String json(MitaEvent event, @Nullable PersonalKey key) {
        try {
            return new String(codec.encode(event, key), StandardCharsets.UTF_8);
        } catch (RuntimeException failure) {
            if (key == null) {
                throw new IllegalStateException("the personal text of " + event.user() + " has no key", failure);
            }
            throw failure;
        }
    }

    private EncodedEvent encode(TaggedEventMessage<?> tagged, @Nullable PersonalKey key) {
        var message = tagged.event();
        var payload = payload(tagged);
        return new EncodedEvent(
                UUID.fromString(message.identifier()),
                payload.user(),
                UserPartition.of(payload.user(), partitions),
                message.type().name(),
                Integer.parseInt(message.type().version()),
                message.timestamp(),
                message.metadata().getOrDefault(EventMetadata.COMMAND_ID, message.identifier()),
                message.metadata().get(EventMetadata.TRACEPARENT),
                json(payload, key),
                tagged.tags().stream().map(Boundary::stored).toList());
    }

    private LoggedEvent decode(StoredEvent stored, Map<UUID, PersonalKey> found) {
        return new LoggedEvent(
                stored, codec.decode(stored.name(), stored.version(), stored.payload(), found.get(stored.user())));
    }

    private static MitaEvent payload(TaggedEventMessage<?> tagged) {
        return (MitaEvent) tagged.event().payload();
    }
}
