package app.mita.projection.engine;

import app.mita.api.event.RecordedEvent;
import app.mita.api.identity.AccountDeleted;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event that waits to be applied to one projection.
 *
 * @param keys    of the documents it changes
 * @param prior   what it needs of them
 * @param failure set when it can not be applied: it is not readable, or the model could not name the keys
 */
record Pending(
        Claim claim,
        Arrival arrival,
        @Nullable RecordedEvent event,
        Collection<String> keys,
        Prior prior,
        @Nullable RuntimeException failure) {

    /** Null when the projection has applied the event already or has no interest in it. */
    static @Nullable Pending of(Claim claim, Decoded decoded) {
        var arrival = decoded.arrival();
        if (arrival.position() <= claim.position()) {
            return null;
        }
        return switch (decoded) {
            case Decoded.Ignored _ -> null;
            case Decoded.Unreadable unreadable ->
                new Pending(claim, arrival, null, List.of(), Prior.NONE, unreadable.cause());
            case Decoded.Event(var _, var event) -> ofEvent(claim, arrival, event);
        };
    }

    private static @Nullable Pending ofEvent(Claim claim, Arrival arrival, RecordedEvent event) {
        if (event.payload() instanceof AccountDeleted) {
            return new Pending(claim, arrival, event, List.of(), Prior.NONE, null);
        }
        if (!claim.projection().folds(event.payload().getClass())) {
            return null;
        }
        try {
            var model = claim.projection().model();
            var keys = model.keys(event);
            return keys.isEmpty() ? null : new Pending(claim, arrival, event, keys, model.prior(event), null);
        } catch (RuntimeException failure) {
            return new Pending(claim, arrival, event, List.of(), Prior.NONE, failure);
        }
    }

    boolean deletesAccount() {
        return event != null && event.payload() instanceof AccountDeleted;
    }
}
