package app.mita.projection.operations;

import app.mita.api.wire.Envelope;
import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import app.mita.runtime.operations.Operations;
import app.mita.runtime.security.Operator;
import app.mita.runtime.web.Answer;
import app.mita.runtime.web.Responses;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What operators look at: the projections, the nodes, and what was done. */
@RestController
@RequestMapping("/ops")
class ProjectionRoutes {

    /** What PostgreSQL can take as a text. */
    private static final String PRINTABLE = "\\P{Cntrl}{1,200}";

    private final Projections projections;
    private final Instances instances;
    private final Operations operations;
    private final OperationLog record;
    private final Responses responses;

    ProjectionRoutes(
            Projections projections,
            Instances instances,
            Operations operations,
            OperationLog record,
            Responses responses) {
        this.projections = projections;
        this.instances = instances;
        this.operations = operations;
        this.record = record;
        this.responses = responses;
    }

    @GetMapping("/projections")
    Mono<ResponseEntity<Envelope<?>>> all(Operator operator, ServerWebExchange exchange) {
        return projections.all().map(found -> responses.of(exchange, Answer.ok("Projections.", found)));
    }

    @GetMapping("/projections/{name}")
    Mono<ResponseEntity<Envelope<?>>> one(Operator operator, @PathVariable String name, ServerWebExchange exchange) {
        return projections.find(name).map(found -> responses.of(exchange, Answer.ok("Projection.", found)));
    }

    @GetMapping("/instances")
    Mono<ResponseEntity<Envelope<?>>> nodes(Operator operator, ServerWebExchange exchange) {
        return instances.present().map(found -> responses.of(exchange, Answer.ok("Nodes.", found)));
    }

    /**
     * @param operator a part of who did it
     * @param before   the operation to go on from, which {@code meta.before} of the page before named
     */
    @GetMapping("/operations")
    Mono<ResponseEntity<Envelope<?>>> done(
            Operator asking,
            @RequestParam(required = false) @Nullable @Pattern(regexp = PRINTABLE) String operator,
            @RequestParam(required = false) @Nullable @Pattern(regexp = PRINTABLE) String verb,
            @RequestParam(required = false) @Nullable @Pattern(regexp = PRINTABLE) String projection,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant until,
            @RequestParam(required = false) @Nullable UUID before,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
            ServerWebExchange exchange) {
        return record.search(new OperationLog.Search(operator, verb, projection, from, until, before), limit)
                .map(found -> {
                    var answer = Answer.ok("Operations.", found.operations());
                    return responses.of(
                            exchange, found.next() == null ? answer : answer.withMeta(Map.of("before", found.next())));
                });
    }

    @GetMapping("/operations/{id}")
    Mono<ResponseEntity<Envelope<?>>> operation(Operator operator, @PathVariable UUID id, ServerWebExchange exchange) {
        return operations
                .find(id)
                .switchIfEmpty(
                        Mono.error(() -> new Refused(ErrorCode.NOT_FOUND, "There is no operation with this id.")))
                .map(found -> responses.of(exchange, Answer.ok("Operation.", found)));
    }
}
