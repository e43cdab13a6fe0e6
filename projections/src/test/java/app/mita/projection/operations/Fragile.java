package app.mita.projection.operations;

import app.mita.api.event.PersonalText;
import app.mita.api.event.RecordedEvent;
import app.mita.api.transactions.TransactionRecorded;
import app.mita.projection.engine.ReadModel;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Counts each user's events, and fails on those that a test has poisoned. */
public final class Fragile implements ReadModel<Fragile.Count> {

    public final Set<UUID> poisoned = ConcurrentHashMap.newKeySet();
    /** Whether a failure tells what it failed on. */
    volatile boolean quotes;
    /** Of the code that starts next. */
    volatile int version = 1;

    public record Count(long events, String last) {}

    @Override
    public String name() {
        return "fragile";
    }

    @Override
    public int version() {
        return version;
    }

    @Override
    public Class<Count> documentType() {
        return Count.class;
    }

    @Override
    public Collection<String> keys(RecordedEvent event) {
        return List.of("");
    }

    private String quotation(RecordedEvent event) {
        return quotes && event.payload() instanceof TransactionRecorded recorded
                ? ": >" + PersonalText.reveal(recorded.details().description()) + "<"
                : "";
    }

    @Override
    public Count fold(String key, @Nullable Count document, RecordedEvent event) {
        if (poisoned.contains(event.id())) {
            throw new IllegalStateException("cannot count this" + quotation(event));
        }
        return new Count(
                document == null ? 1 : document.events + 1,
                event.payload().getClass().getSimpleName());
    }
}
