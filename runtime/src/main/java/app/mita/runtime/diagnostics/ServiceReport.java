package app.mita.runtime.diagnostics;

import app.mita.runtime.external.Contact;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How somebody else's service was found.
 *
 * @param service   its name in routes
 * @param status    {@code disabled}, {@code healthy} or {@code unhealthy}
 * @param error     null when it answered or was not asked
 * @param latencyMs null when it was not asked
 * @param lastCheck null when it was not asked
 */
record ServiceReport(
        String service,
        String status,
        boolean enabled,
        boolean connected,
        @Nullable String error,
        @Nullable Double latencyMs,
        @Nullable Instant lastCheck,
        Config config) {

    /**
     * @param timeout          seconds that we wait for it
     * @param apiKeyConfigured whether we have what it asks of us: a client's id, an address
     */
    record Config(boolean enabled, double timeout, boolean apiKeyConfigured) {}

    static ServiceReport of(Contact contact) {
        var service = contact.service();
        var took = contact.took();
        return new ServiceReport(
                service.name(),
                contact.status(),
                service.isEnabled(),
                contact.connected(),
                contact.error(),
                took == null ? null : took.toNanos() / 1e6,
                contact.askedAt(),
                new Config(service.isEnabled(), service.timeout().toMillis() / 1_000.0, service.isEnabled()));
    }

    /** By the services' names. */
    static Map<String, ServiceReport> of(List<Contact> contacts) {
        var reports = new LinkedHashMap<String, ServiceReport>();
        contacts.forEach(contact -> reports.put(contact.service().name(), of(contact)));
        return reports;
    }
}
