package app.mita.api.transactions;

import app.mita.api.event.EventTag;
import app.mita.api.event.EventType;
import app.mita.api.event.MitaEvent;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** Money was spent. */
@EventType(name = "TransactionRecorded")
public record TransactionRecorded(UUID user, UUID transactionId, TransactionDetails details, Instant recordedAt)
        implements MitaEvent {

    @Override
    public Set<EventTag> tags() {
        return Set.of(EventTag.transaction(user, transactionId), EventTag.month(user, details.month()));
    }
}
