package app.mita.command.eventstore;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event ready for its row; see {@link StoredEvent} for the columns. */
record EncodedEvent(
        UUID id,
        UUID user,
        int partition,
        String name,
        int version,
        Instant occurredAt,
        String commandId,
        @Nullable String traceparent,
        String payload,
        List<String> tags) {}
