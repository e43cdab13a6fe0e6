package app.mita.runtime.diagnostics;

import app.mita.runtime.external.Contact;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What was found of all services of others together. */
record Contacts(List<Contact> all) {

    /** @param lastCheck of the one that was asked last; null when none was */
    record Count(
            int totalServices,
            int enabledServices,
            int healthyServices,
            @Nullable Instant lastCheck) {}

    Count count() {
        return new Count(
                all.size(),
                (int) enabled(),
                (int) connected(),
                all.stream()
                        .map(Contact::askedAt)
                        .filter(Objects::nonNull)
                        .max(Instant::compareTo)
                        .orElse(null));
    }

    /** {@code unknown} when none is enabled, as there is nothing to say then. */
    String status() {
        if (enabled() == 0) {
            return "unknown";
        }
        if (connected() == 0) {
            return "unhealthy";
        }
        return connected() == enabled() ? "healthy" : "degraded";
    }

    /** Whether every enabled one answers. */
    boolean allAnswer() {
        return connected() == enabled();
    }

    long connected() {
        return all.stream().filter(Contact::connected).count();
    }

    private long enabled() {
        return all.stream().filter(contact -> contact.service().isEnabled()).count();
    }
}
