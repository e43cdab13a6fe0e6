package app.mita.command.eventstore;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as its row holds it, its payload undecoded: what a relay passes on without looking inside.
 *
 * @param position    global, gapless, from 1, in commit order
 * @param id          of the event itself
 * @param partition   of the user, the same in the log and on Kafka
 * @param name        its public name, see {@link app.mita.api.event.EventType}
 * @param version     of the event's schema
 * @param occurredAt  when the command was decided
 * @param commandId   the command that caused it
 * @param traceparent W3C trace context of the request, if there was one
 * @param payload     JSON in UTF-8, personal text encrypted; not copied, so not to be changed
 */
public record StoredEvent(
        long position,
        UUID id,
        UUID user,
        int partition,
        String name,
        int version,
        Instant occurredAt,
        String commandId,
        @Nullable String traceparent,
        byte[] payload) {

    /** Never the payload. */
    @Override
    public String toString() {
        return name + "@" + position;
    }
}
