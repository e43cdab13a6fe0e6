package app.mita.runtime.external;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a service was found.
 *
 * @param error   in our own words, without an address; null when it answered or was not asked
 * @param took    null when it was not asked
 * @param askedAt null when it was not asked
 */
public record Contact(
        ExternalService service,
        boolean connected,
        @Nullable String error,
        @Nullable Duration took,
        @Nullable Instant askedAt) {

    static Contact notAsked(ExternalService service) {
        return new Contact(service, false, null, null, null);
    }

    /** {@code disabled}, {@code healthy} or {@code unhealthy}. */
    public String status() {
        if (!service.isEnabled()) {
            return "disabled";
        }
        return connected ? "healthy" : "unhealthy";
    }
}
