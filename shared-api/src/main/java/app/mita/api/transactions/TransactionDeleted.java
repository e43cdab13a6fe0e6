package app.mita.api.transactions;

import app.mita.api.event.EventType;
import app.mita.api.event.MitaEvent;
import java.time.Instant;
import java.util.UUID;

/** A transaction is gone from every sum. */
@EventType(name = "TransactionDeleted")
public record TransactionDeleted(UUID user, UUID transactionId, TransactionDetails last, Instant deletedAt)
        implements MitaEvent {}
