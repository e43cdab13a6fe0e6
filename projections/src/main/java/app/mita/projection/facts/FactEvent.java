package app.mita.projection.facts;

import app.mita.api.event.CloudEventHeaders;
import app.mita.api.event.EventTypes;
import app.mita.api.event.MitaEvent;
import app.mita.api.identity.AccountDeleted;
import app.mita.api.transactions.TransactionCorrected;
import app.mita.api.transactions.TransactionDeleted;
import app.mita.api.transactions.TransactionRecorded;
import app.mita.runtime.personal.EventCodec;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.exc.InvalidFormatException;

/**
 * An event that changes facts.
 *
 * @param payload  with its personal texts left encrypted: no fact needs them
 * @param position in the log
 */
record FactEvent(MitaEvent payload, long position) {

    private static final Map<String, Class<? extends MitaEvent>> INTERESTING = Stream.of(
                    TransactionRecorded.class,
                    TransactionCorrected.class,
                    TransactionDeleted.class,
                    AccountDeleted.class)
            .collect(Collectors.toUnmodifiableMap(EventTypes::nameOf, type -> type));

    /**
     * Null when the event changes no fact.
     *
     * @throws LaterEvent       when it does, but is of a later version than this code
     * @throws RuntimeException when it should but cannot be read
     */
    static @Nullable FactEvent read(ConsumerRecord<byte[], byte[]> record, long position, EventCodec codec) {
        var type = header(record, CloudEventHeaders.TYPE);
        if (type == null || !type.contains(".v")) {
            return null;
        }
        var name = CloudEventHeaders.nameIn(type);
        var interesting = INTERESTING.get(name);
        if (interesting == null) {
            return null;
        }
        int version = Integer.parseInt(type.substring(type.lastIndexOf(".v") + 2));
        if (version > EventTypes.versionOf(interesting)) {
            throw new LaterEvent(type, position);
        }
        try {
            return new FactEvent(codec.decode(name, version, record.value(), null), position);
        } catch (IllegalArgumentException unreadable) {
            if (isOfALaterWord(unreadable)) {
                throw new LaterEvent(type, position);
            }
            throw unreadable;
        }
    }

    /** Within a version enumerations gain words. */
    private static boolean isOfALaterWord(IllegalArgumentException unreadable) {
        return unreadable.getCause() instanceof InvalidFormatException format
                && format.getTargetType().isEnum();
    }

    /** The facts that it changes, all but those of a deletion. */
    Set<FactKey> keys() {
        return switch (payload) {
            case TransactionRecorded recorded -> Set.of(FactKey.of(recorded.user(), recorded.details()));
            case TransactionCorrected corrected ->
                Stream.of(corrected.before(), corrected.after())
                        .map(details -> FactKey.of(corrected.user(), details))
                        .collect(Collectors.toUnmodifiableSet());
            case TransactionDeleted deleted -> Set.of(FactKey.of(deleted.user(), deleted.last()));
            default -> Set.of();
        };
    }

    boolean deletesAccount() {
        return payload instanceof AccountDeleted;
    }

    private static @Nullable String header(ConsumerRecord<byte[], byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
