package app.mita.runtime.metrics;

import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** {@code GET /metrics} for Prometheus, behind a token of its own: figures about the house are not public. */
@RestController
final class Metrics {

    private static final MediaType PROMETHEUS = MediaType.parseMediaType("text/plain;version=0.0.4;charset=utf-8");

    private final PrometheusMeterRegistry registry;
    private final String token;

    Metrics(PrometheusMeterRegistry registry, MetricsProperties properties) {
        this.registry = registry;
        this.token = properties.token();
    }

    @GetMapping("/metrics")
    Mono<ResponseEntity<String>> scrape(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
        if (token.isEmpty()) {
            return Mono.error(new Refused(ErrorCode.NOT_FOUND, "There is nothing here"));
        }
        if (authorization == null || !same("Bearer " + token, authorization)) {
            return Mono.error(new Refused(ErrorCode.TOKEN_INVALID, "The metrics' own token is needed"));
        }
        return Mono.fromSupplier(
                        () -> ResponseEntity.ok().contentType(PROMETHEUS).body(registry.scrape()))
                .subscribeOn(Schedulers.boundedElastic());
    }

    /** Takes as long whatever the difference is. */
    private static boolean same(String expected, String presented) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), presented.getBytes(StandardCharsets.UTF_8));
    }
}
