package app.mita.projection.engine;

import org.jspecify.annotations.Nullable;

/**
 * An event that one projection could not apply, or that waits behind such a one.
 *
 * @param cause null for one that waits
 */
record DeadLetter(
        Projection projection, Arrival arrival, @Nullable String cause) {

    private static final int LONGEST_CAUSE = 2000;

    static DeadLetter failed(Projection projection, Arrival arrival, Throwable failure) {
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
        cause.setLength(Math.min(cause.length(), LONGEST_CAUSE));
        return new DeadLetter(projection, arrival, cause.toString().replace('\0', ' '));
    }

    static DeadLetter waiting(Projection projection, Arrival arrival) {
        return new DeadLetter(projection, arrival, null);
    }
}
