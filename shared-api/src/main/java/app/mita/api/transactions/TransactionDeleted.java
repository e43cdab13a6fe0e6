package app.mita.api.transactions;

import app.mita.api.event.EventTag;
import app.mita.api.event.EventType;
import app.mita.api.event.MitaEvent;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** A transaction is gone from every sum. */
@EventType(name = "TransactionDeleted")
public record TransactionDeleted(UUID user, UUID transactionId, TransactionDetails last, Instant deletedAt)
        implements MitaEvent {

    @Override
    public Set<EventTag> tags() {
        return Set.of(EventTag.transaction(user, transactionId), EventTag.month(user, last.month()));
    }
}
