package app.mita.runtime.health;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** How each part of this process was found, in the order of their beans. */
public record CheckedParts(List<CheckedPart> parts) {

    private static final String CONNECTED = "connected";
    private static final String TIMEOUT = "timeout";
    private static final String DATABASE = "database";

    /** @param took until it answered, or until that was given up */
    public record CheckedPart(String name, HealthPart.State state, Duration took) {

        public boolean isConnected() {
            return state.status().equals(CONNECTED);
        }

        /** It may work yet; it did not answer in time. */
        public boolean isLate() {
            return state.status().equals(TIMEOUT);
        }
    }

    /** Whether requests can be served: nothing works without the database. */
    public boolean works() {
        return parts.stream().allMatch(part -> !part.name().equals(DATABASE) || part.isConnected());
    }

    /** {@code unhealthy} without the database; any other part that is away only degrades us. */
    public String status() {
        if (!works()) {
            return "unhealthy";
        }
        return parts.stream().allMatch(CheckedPart::isConnected) ? "healthy" : "degraded";
    }

    static HealthPart.State late() {
        return new HealthPart.State(TIMEOUT, Map.of());
    }
}
