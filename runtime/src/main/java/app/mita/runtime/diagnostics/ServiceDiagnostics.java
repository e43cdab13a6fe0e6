package app.mita.runtime.diagnostics;

import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import app.mita.runtime.external.Contact;
import app.mita.runtime.external.ExternalService;
import app.mita.runtime.external.ExternalServices;
import app.mita.runtime.security.Operator;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * Services of others. Anyone sees what was found in the last half minute; to ask them now is for operators. That one of
 * them is away is an answer, not a failure of ours: always 200.
 */
@RestController
final class ServiceDiagnostics {

    private final ExternalServices services;

    ServiceDiagnostics(ExternalServices services) {
        this.services = services;
    }

    /** @param services by their names */
    record All(String status, Contacts.Count summary, Map<String, ServiceReport> services) {

        static All of(List<Contact> found) {
            var contacts = new Contacts(found);
            return new All(contacts.status(), contacts.count(), ServiceReport.of(found));
        }
    }

    @GetMapping("/health/external-services")
    Mono<All> all() {
        return services.recent().map(All::of);
    }

    /** @param valid whether every enabled one answers */
    record Validated(boolean valid, String status, Contacts.Count summary, Map<String, ServiceReport> services) {}

    @GetMapping("/health/external-services/validate")
    Mono<Validated> validate(Operator operator) {
        return services.contactAll().map(found -> {
            var contacts = new Contacts(found);
            return new Validated(contacts.allAnswer(), contacts.status(), contacts.count(), ServiceReport.of(found));
        });
    }

    /** @return fails with NOT_FOUND when we know no service of this name */
    @GetMapping("/health/services/{service_name}")
    Mono<ServiceReport> one(@PathVariable("service_name") String name) {
        var service = known(name);
        return services.recent().map(found -> found.stream()
                .filter(contact -> contact.service() == service)
                .map(ServiceReport::of)
                .findFirst()
                .orElseThrow());
    }

    /** @return fails with NOT_FOUND when we know no service of this name */
    @GetMapping("/health/services/{service_name}/test")
    Mono<ServiceReport> test(@PathVariable("service_name") String name, Operator operator) {
        return services.contact(known(name)).map(ServiceReport::of);
    }

    /**
     * @param service for people
     * @param message absent when there is nothing to say
     */
    record Connection(
            boolean connected,
            String service,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String message) {

        static Connection of(Contact contact) {
            var message = contact.service().isEnabled() ? contact.error() : "It is not configured";
            return new Connection(contact.connected(), contact.service().title(), message);
        }
    }

    /** @param connectivityRate percent */
    record Connectivity(long connectedServices, int totalServices, double connectivityRate, String overallStatus) {}

    record Connections(Map<String, Connection> services, Connectivity summary) {}

    @GetMapping("/health/services/test-connections")
    Mono<Connections> connections() {
        return services.recent().map(found -> {
            var contacts = new Contacts(found);
            var connections = new LinkedHashMap<String, Connection>();
            found.forEach(contact -> connections.put(contact.service().name(), Connection.of(contact)));
            var connected = contacts.connected();
            var rate = found.isEmpty() ? 0 : 100.0 * connected / found.size();
            return new Connections(connections, new Connectivity(connected, found.size(), rate, contacts.status()));
        });
    }

    private ExternalService known(String name) {
        return services.find(name)
                .orElseThrow(() -> new Refused(ErrorCode.NOT_FOUND, "There is no service of this name"));
    }
}
