package app.mita.projection.engine;

import app.mita.api.event.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * An event that one projection could not apply, or that waits behind such a one.
 *
 * @param cause null for one that waits
 */
record DeadLetter(
        Projection projection, Arrival arrival, @Nullable String cause) {

    private static final int LONGEST_CAUSE = 2000;

    /** @param event null when it could not be read; what is personal in it is masked in the cause */
    static DeadLetter failed(Projection projection, Arrival arrival, Throwable failure, @Nullable RecordedEvent event) {
        var cause = new StringBuilder();
        for (Throwable at = failure; at != null && cause.length() < LONGEST_CAUSE; at = at.getCause()) {
            cause.append(cause.isEmpty() ? "" : "; caused by ")
                    .append(at.getClass().getName())
                    .append(": ")
                    .append(at.getMessage());
            var trace = at.getStackTrace();
            if (trace.length > 0) {
                cause.append(" at ").append(trace[0]);
            }
        }
        var masked = PersonalWords.of(event == null ? null : event.payload()).maskedIn(cause.toString());
        return new DeadLetter(
                projection,
                arrival,
                masked.substring(0, Math.min(masked.length(), LONGEST_CAUSE)).replace('\0', ' '));
    }

    static DeadLetter waiting(Projection projection, Arrival arrival) {
        return new DeadLetter(projection, arrival, null);
    }
}
