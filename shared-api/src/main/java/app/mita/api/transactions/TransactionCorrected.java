package app.mita.api.transactions;

import app.mita.api.event.EventType;
import app.mita.api.event.MitaEvent;
import java.time.Instant;
import java.util.UUID;

/** A transaction was put right: its amount, category, day or words; recordedAt is when it first came in. */
@EventType(name = "TransactionCorrected")
public record TransactionCorrected(
        UUID user,
        UUID transactionId,
        TransactionDetails before,
        TransactionDetails after,
        Instant recordedAt,
        Instant correctedAt)
        implements MitaEvent {}
