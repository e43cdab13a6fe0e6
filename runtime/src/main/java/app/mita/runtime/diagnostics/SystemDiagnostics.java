package app.mita.runtime.diagnostics;

import app.mita.runtime.external.ExternalServices;
import app.mita.runtime.health.CheckedParts;
import app.mita.runtime.health.CheckedParts.CheckedPart;
import app.mita.runtime.health.HealthChecks;
import app.mita.runtime.health.ServiceVersion;
import app.mita.runtime.security.Operator;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** This process and its parts: each route answers 503 without the database, as /health does. */
@RestController
final class SystemDiagnostics {

    private final HealthChecks checks;
    private final ExternalServices services;
    private final Figures figures;
    private final ServiceVersion version;
    private final Clock clock;

    SystemDiagnostics(
            HealthChecks checks, ExternalServices services, Figures figures, ServiceVersion version, Clock clock) {
        this.checks = checks;
        this.services = services;
        this.figures = figures;
        this.version = version;
        this.clock = clock;
    }

    /** @param parts by their names */
    record Detailed(
            String status,
            String service,
            String version,
            Instant timestamp,
            Map<String, PartReport> parts,
            Map<String, Object> circuitBreakers,
            Summary healthSummary) {}

    @GetMapping("/health/detailed")
    Mono<ResponseEntity<Detailed>> detailed() {
        return checks.check()
                .map(checked -> answer(
                        checked,
                        new Detailed(
                                checked.status(),
                                ServiceVersion.SERVICE,
                                version.version(),
                                clock.instant(),
                                PartReport.of(checked),
                                CircuitBreakers.NONE,
                                Summary.of(checked))));
    }

    /**
     * @param status           {@code critical} when nothing works, else {@code healthy} or {@code degraded}
     * @param criticalServices whether each answers, by its name
     */
    record Critical(String status, Map<String, Boolean> criticalServices, int healthyCount, int totalCount) {}

    @GetMapping("/health/critical-services")
    Mono<ResponseEntity<Critical>> critical() {
        return checks.check().map(checked -> {
            var answering = new LinkedHashMap<String, Boolean>();
            checked.parts().forEach(part -> answering.put(part.name(), part.isConnected()));
            var healthy =
                    checked.parts().stream().filter(CheckedPart::isConnected).count();
            var status = checked.works() ? checked.status() : "critical";
            return answer(checked, new Critical(status, answering, (int) healthy, answering.size()));
        });
    }

    /**
     * Everything in one place.
     *
     * @param databasePools    connections by the pool's name
     * @param relay            empty where none runs
     * @param projections      lag by the projection's name, on this node; empty where none runs
     * @param externalServices by their names
     */
    record Dashboard(
            String status,
            String service,
            String version,
            Instant timestamp,
            Machine machine,
            Map<String, PartReport> parts,
            Map<String, Map<String, Object>> databasePools,
            Map<String, Object> relay,
            Map<String, Map<String, Object>> projections,
            Map<String, ServiceReport> externalServices,
            Map<String, Object> circuitBreakers,
            Summary healthSummary) {}

    @GetMapping("/health/monitoring/dashboard")
    Mono<ResponseEntity<Dashboard>> dashboard(Operator operator) {
        return Mono.zip(
                checks.check(),
                services.recent(),
                (checked, contacts) -> answer(
                        checked,
                        new Dashboard(
                                checked.status(),
                                ServiceVersion.SERVICE,
                                version.version(),
                                clock.instant(),
                                Machine.now(),
                                PartReport.of(checked),
                                figures.databasePools(),
                                figures.relay(),
                                figures.projections(),
                                ServiceReport.of(contacts),
                                CircuitBreakers.NONE,
                                Summary.of(checked))));
    }

    private static <T> ResponseEntity<T> answer(CheckedParts checked, T body) {
        return ResponseEntity.status(checked.works() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .body(body);
    }
}
