package app.mita.api.transactions;

import app.mita.api.event.EventTag;
import app.mita.api.event.EventType;
import app.mita.api.event.MitaEvent;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A transaction was put right: its amount, category, day or words.
 *
 * @param recordedAt when it first came in
 */
@EventType(name = "TransactionCorrected")
public record TransactionCorrected(
        UUID user,
        UUID transactionId,
        TransactionDetails before,
        TransactionDetails after,
        Instant recordedAt,
        Instant correctedAt)
        implements MitaEvent {

    @Override
    public Set<EventTag> tags() {
        return Stream.of(
                        EventTag.transaction(user, transactionId),
                        EventTag.month(user, before.month()),
                        EventTag.month(user, after.month()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
