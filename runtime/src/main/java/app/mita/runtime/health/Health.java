package app.mita.runtime.health;

import app.mita.runtime.health.HealthPart.State;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Whether we are up, for people and probes; bare answers without the envelope (core.md section 1). */
@RestController
final class Health {

    private static final Duration MOST = Duration.ofSeconds(1);
    private static final String CONNECTED = "connected";
    private static final String DATABASE = "database";
    private static final String SERVICE = "mita";

    private record Checked(String name, State state) {}

    private final List<HealthPart> parts;
    private final Clock clock;
    private final String version;

    Health(List<HealthPart> parts, Clock clock, ObjectProvider<BuildProperties> build) {
        this.parts = parts;
        this.clock = clock;
        this.version =
                build.stream().map(BuildProperties::getVersion).findFirst().orElse("unknown");
    }

    @GetMapping("/")
    Map<String, Object> root() {
        return Map.of("status", "healthy", "service", SERVICE, "version", version, "message", "MITA's API is running");
    }

    /** This process answers: no part is asked, nothing is said. What a request costs at least, for measurements too. */
    @GetMapping("/health/live")
    ResponseEntity<Void> live() {
        return ResponseEntity.ok().build();
    }

    /** 503 without the database, for nothing works then; any other part that is away only degrades us. */
    @GetMapping("/health")
    Mono<ResponseEntity<Map<String, Object>>> health() {
        return Flux.fromIterable(parts)
                .flatMapSequential(Health::check)
                .collectList()
                .map(this::answer);
    }

    private static Mono<Checked> check(HealthPart part) {
        return part.check()
                .timeout(MOST, Mono.just(new State("timeout", Map.of())))
                .onErrorReturn(new State("disconnected", Map.of()))
                .map(state -> new Checked(part.name(), state));
    }

    private ResponseEntity<Map<String, Object>> answer(List<Checked> checked) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("status", status(checked));
        answer.put("service", SERVICE);
        answer.put("version", version);
        answer.put("timestamp", BigDecimal.valueOf(clock.millis(), 3));
        var details = new LinkedHashMap<String, Object>();
        for (var part : checked) {
            answer.put(part.name, part.state.status());
            if (!part.state.details().isEmpty()) {
                details.put(part.name, part.state.details());
            }
        }
        answer.put("details", details);
        var status = answer.get("status").equals("unhealthy") ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.OK;
        return ResponseEntity.status(status).body(answer);
    }

    private static String status(List<Checked> checked) {
        boolean works = checked.stream().allMatch(part -> !part.name.equals(DATABASE) || connected(part));
        if (!works) {
            return "unhealthy";
        }
        return checked.stream().allMatch(Health::connected) ? "healthy" : "degraded";
    }

    private static boolean connected(Checked part) {
        return part.state.status().equals(CONNECTED);
    }
}
