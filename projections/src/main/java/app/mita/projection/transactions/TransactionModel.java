package app.mita.projection.transactions;

import app.mita.api.event.MitaEvent;
import app.mita.api.event.RecordedEvent;
import app.mita.api.transactions.TransactionCorrected;
import app.mita.api.transactions.TransactionDeleted;
import app.mita.api.transactions.TransactionRecorded;
import app.mita.api.transactions.TransactionView;
import app.mita.projection.engine.IndexColumns;
import app.mita.projection.engine.Prior;
import app.mita.projection.engine.ReadModel;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps a row for each live transaction, as the contract shows it, listed newest first and by category. */
@Component
public final class TransactionModel implements ReadModel<TransactionView> {

    @Override
    public String name() {
        return "transaction";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Class<TransactionView> documentType() {
        return TransactionView.class;
    }

    @Override
    public Collection<Class<? extends MitaEvent>> events() {
        return List.of(TransactionRecorded.class, TransactionCorrected.class, TransactionDeleted.class);
    }

    @Override
    public Collection<String> keys(RecordedEvent event) {
        return switch (event.payload()) {
            case TransactionRecorded recorded ->
                List.of(recorded.transactionId().toString());
            case TransactionCorrected corrected ->
                List.of(corrected.transactionId().toString());
            case TransactionDeleted deleted -> List.of(deleted.transactionId().toString());
            default -> List.of();
        };
    }

    /** Each event carries the whole transaction. */
    @Override
    public Prior prior(RecordedEvent event) {
        return event.payload() instanceof TransactionRecorded ? Prior.NONE : Prior.REPLACED;
    }

    @Override
    public @Nullable TransactionView fold(String key, @Nullable TransactionView document, RecordedEvent event) {
        return switch (event.payload()) {
            case TransactionRecorded recorded ->
                TransactionView.of(
                        event.user(),
                        recorded.transactionId(),
                        recorded.details(),
                        recorded.recordedAt(),
                        recorded.recordedAt());
            case TransactionCorrected corrected ->
                TransactionView.of(
                        event.user(),
                        corrected.transactionId(),
                        corrected.after(),
                        corrected.recordedAt(),
                        corrected.correctedAt());
            default -> null;
        };
    }

    @Override
    public IndexColumns index(TransactionView document) {
        return new IndexColumns(document.spentAt(), document.category().word());
    }
}
