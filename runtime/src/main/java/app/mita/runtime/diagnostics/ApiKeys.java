package app.mita.runtime.diagnostics;

import app.mita.runtime.external.Contact;
import app.mita.runtime.external.ExternalServices;
import app.mita.runtime.security.Operator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Which credentials are configured, and never what they are; for operators. */
@RestController
final class ApiKeys {

    private final ExternalServices services;
    private final Map<String, Boolean> tokens = new LinkedHashMap<>();

    ApiKeys(
            ExternalServices services,
            @Value("${mita.ops.token:}") String operators,
            @Value("${mita.metrics.token:}") String metrics) {
        this.services = services;
        tokens.put("ops_token", !operators.isEmpty());
        tokens.put("metrics_token", !metrics.isEmpty());
    }

    record Key(boolean configured) {}

    record Count(int total, long configured) {}

    /** @param apiKeys of services of others, and our own for operators, by their names */
    record Keys(Map<String, Key> apiKeys, Count summary) {}

    @GetMapping("/health/api-keys")
    Keys keys(Operator operator) {
        var keys = new LinkedHashMap<String, Key>();
        services.all().forEach(service -> keys.put(service.name(), new Key(service.isEnabled())));
        tokens.forEach((name, configured) -> keys.put(name, new Key(configured)));
        var configured = keys.values().stream().filter(Key::configured).count();
        return new Keys(keys, new Count(keys.size(), configured));
    }

    /**
     * @param valid null when there is none to try
     * @param error null unless it is not valid
     */
    record Tried(
            boolean configured,
            @Nullable Boolean valid,
            @Nullable String error) {

        static Tried of(Contact contact) {
            boolean configured = contact.service().isEnabled();
            return new Tried(configured, configured ? contact.connected() : null, contact.error());
        }
    }

    /** @param valid whether the services of others that are configured answer us; our own tokens need no trial */
    record Validated(boolean valid, Map<String, Tried> apiKeys) {}

    @GetMapping("/health/api-keys/validate")
    Mono<Validated> validate(Operator operator) {
        return services.contactAll().map(found -> new Validated(new Contacts(found).allAnswer(), tried(found)));
    }

    private static Map<String, Tried> tried(List<Contact> found) {
        var tried = new LinkedHashMap<String, Tried>();
        found.forEach(contact -> tried.put(contact.service().name(), Tried.of(contact)));
        return tried;
    }
}
