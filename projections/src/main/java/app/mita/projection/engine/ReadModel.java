package app.mita.projection.engine;

import app.mita.api.event.EventTypes;
import app.mita.api.event.MitaEvent;
import app.mita.api.event.RecordedEvent;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A read model: documents that are kept by folding each user's events. One class says all of it; the engine does the
 * rest (consuming, batching, storing with offsets in one transaction, retries, dead letters, generations).
 *
 * <p>Folding is pure: no clock, no I/O, no state but the document. Documents belong to the event's user and are
 * stored in {@code read_model.<name>} under (user, key, generation). When an account is deleted the engine removes
 * every document of its user; a model need not.
 *
 * @param <D> the document, a record that Jackson writes as JSON
 */
public interface ReadModel<D> {

    /** The projection's name and its table's: lower case letters and underscores. */
    String name();

    /** Raised when the fold or the document changes, so that the engine builds a new generation. */
    int version();

    Class<D> documentType();

    /**
     * Events that it folds; it is shown no other, and what nobody folds is not even decoded. {@code AccountDeleted} is the
     * engine's own affair. All events when a model does not say.
     */
    default Collection<Class<? extends MitaEvent>> events() {
        return EventTypes.ALL;
    }

    /** Keys of the user's documents that this event changes; empty when the model has no interest in it. */
    Collection<String> keys(RecordedEvent event);

    /**
     * @param document the one stored under the key; null when there is none yet
     * @return what to store; null removes the document
     */
    @Nullable
    D fold(String key, @Nullable D document, RecordedEvent event);

    /** What the fold of this event needs of the documents under its keys. */
    default Prior prior(RecordedEvent event) {
        return Prior.SHOWN;
    }

    /** Whether the answer to a write waits until this model shows it. */
    default boolean servesApp() {
        return true;
    }

    /** Index columns of a document that lists are ordered and filtered by; null when it is only read by key. */
    default @Nullable IndexColumns index(D document) {
        return null;
    }
}
