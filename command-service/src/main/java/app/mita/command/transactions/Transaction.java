package app.mita.command.transactions;

import app.mita.api.event.EventTag;
import app.mita.api.event.MitaEvent;
import app.mita.api.transactions.TransactionCorrected;
import app.mita.api.transactions.TransactionDeleted;
import app.mita.api.transactions.TransactionDetails;
import app.mita.api.transactions.TransactionRecorded;
import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import app.mita.command.gateway.Fact;
import app.mita.command.gateway.FactKind;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What decisions know of one transaction. */
sealed interface Transaction {

    FactKind<Transaction> FACT = new FactKind<>("transaction", new Unknown(), Transaction::evolve);

    static Fact<Transaction> of(UUID user, UUID id) {
        return FACT.at(EventTag.transaction(user, id));
    }

    /** Never recorded. */
    record Unknown() implements Transaction {}

    /**
     * Recorded once, and what became of it.
     *
     * @param first   as it was recorded
     * @param current null once deleted
     */
    record Existing(
            TransactionDetails first,
            Instant recordedAt,
            @Nullable TransactionDetails current,
            Instant updatedAt) implements Transaction {}

    /** A transaction that is neither unknown nor deleted. */
    record Live(TransactionDetails details, Instant recordedAt, Instant updatedAt) {}

    /** @throws Refused NOT_FOUND unless it is there and not deleted */
    default Live live(UUID id) {
        if (this instanceof Existing existing && existing.current() != null) {
            return new Live(existing.current(), existing.recordedAt(), existing.updatedAt());
        }
        throw new Refused(
                ErrorCode.NOT_FOUND,
                "There is no such transaction.",
                Map.of("resource_type", "transaction", "transaction_id", id.toString()));
    }

    private static Transaction evolve(Transaction before, MitaEvent event) {
        return switch (event) {
            case TransactionRecorded recorded ->
                new Existing(recorded.details(), recorded.recordedAt(), recorded.details(), recorded.recordedAt());
            case TransactionCorrected corrected
            when before instanceof Existing existing ->
                new Existing(existing.first(), existing.recordedAt(), corrected.after(), corrected.correctedAt());
            case TransactionDeleted deleted
            when before instanceof Existing existing ->
                new Existing(existing.first(), existing.recordedAt(), null, deleted.deletedAt());
            default -> before;
        };
    }
}
