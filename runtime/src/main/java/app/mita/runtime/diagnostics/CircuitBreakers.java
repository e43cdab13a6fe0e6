package app.mita.runtime.diagnostics;

import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import app.mita.runtime.security.Operator;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * The original's breakers stood before services that ours does not call. What ours calls it waits for with a limit and
 * tries again; nothing is switched off, so the list is empty and there is none to reset.
 */
@RestController
final class CircuitBreakers {

    static final Map<String, Object> NONE = Map.of();

    /** @param circuitBreakers by the name of the service behind it */
    record Listed(Map<String, Object> circuitBreakers, Summary summary) {}

    @GetMapping("/health/circuit-breakers")
    Listed list() {
        return new Listed(NONE, Summary.EMPTY);
    }

    /** @return always fails with NOT_FOUND; for operators, so that nobody else learns even that */
    @PostMapping("/health/circuit-breakers/{service_name}/reset")
    Mono<Void> reset(@PathVariable("service_name") String service, Operator operator) {
        return Mono.error(() -> new Refused(ErrorCode.NOT_FOUND, "There is no circuit breaker of this name"));
    }
}
