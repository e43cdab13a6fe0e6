package app.mita.api.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as the log holds it and Kafka carries it.
 *
 * @param position   global, gapless, from 1, in commit order
 * @param id         of the event itself
 * @param partition  of the user, the same in the log and on Kafka
 * @param occurredAt when the command was decided
 * @param commandId  the command that caused it
 * @param traceparent W3C trace context of the request, if there was one
 */
public record RecordedEvent(
        long position,
        UUID id,
        UUID user,
        int partition,
        Instant occurredAt,
        String commandId,
        @Nullable String traceparent,
        MitaEvent payload) {}
