package app.mita.projection.engine;

import app.mita.api.event.RecordedEvent;

/** What became of an arrival. */
sealed interface Decoded {

    Arrival arrival();

    record Event(Arrival arrival, RecordedEvent event) implements Decoded {}

    /** An event that can not be read. */
    record Unreadable(Arrival arrival, RuntimeException cause) implements Decoded {}

    /** An event that nobody here folds, or that this code has no name for, as it comes from a newer one. */
    record Ignored(Arrival arrival) implements Decoded {}
}
