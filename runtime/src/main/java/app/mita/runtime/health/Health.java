package app.mita.runtime.health;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Whether we are up, for people and probes; bare answers without the envelope (core.md section 1). */
@RestController
final class Health {

    private final HealthChecks checks;
    private final Clock clock;
    private final ServiceVersion service;

    Health(HealthChecks checks, Clock clock, ServiceVersion service) {
        this.checks = checks;
        this.clock = clock;
        this.service = service;
    }

    @GetMapping("/")
    Map<String, Object> root() {
        return Map.of(
                "status",
                "healthy",
                "service",
                ServiceVersion.SERVICE,
                "version",
                service.version(),
                "message",
                "MITA's API is running");
    }

    /** This process answers: no part is asked, nothing is said. What a request costs at least, for measurements too. */
    @GetMapping("/health/live")
    ResponseEntity<Void> live() {
        return ResponseEntity.ok().build();
    }

    /** 503 without the database, for nothing works then; any other part that is away only degrades us. */
    @GetMapping("/health")
    Mono<ResponseEntity<Map<String, Object>>> health() {
        return checks.check().map(this::answer);
    }

    private ResponseEntity<Map<String, Object>> answer(CheckedParts checked) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("status", checked.status());
        answer.put("service", ServiceVersion.SERVICE);
        answer.put("version", service.version());
        answer.put("timestamp", BigDecimal.valueOf(clock.millis(), 3));
        var details = new LinkedHashMap<String, Object>();
        for (var part : checked.parts()) {
            answer.put(part.name(), part.state().status());
            if (!part.state().details().isEmpty()) {
                details.put(part.name(), part.state().details());
            }
        }
        answer.put("details", details);
        var status = checked.works() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE;
        return ResponseEntity.status(status).body(answer);
    }
}
