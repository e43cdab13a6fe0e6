package app.mita.projection.operations;

import app.mita.api.wire.Envelope;
import app.mita.runtime.operations.Deed;
import app.mita.runtime.operations.Operation;
import app.mita.runtime.security.Operator;
import app.mita.runtime.web.Answer;
import app.mita.runtime.web.Responses;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The verbs of single users and events: verify, rebuild, retry, discard. */
@RestController
@RequestMapping("/ops")
class RepairRoutes {

    private final Rebuilds rebuilds;
    private final DeadLetters letters;
    private final Responses responses;

    RepairRoutes(Rebuilds rebuilds, DeadLetters letters, Responses responses) {
        this.rebuilds = rebuilds;
        this.letters = letters;
        this.responses = responses;
    }

    record UserBody(
            @NotBlank @Size(max = Deed.LONGEST_REASON) String reason,
            @Nullable UUID operationId,
            @NotNull UUID userId) {

        private Deed deed(String verb, String name, Operator operator) {
            return Deed.of(operationId, verb, name, Map.of("user_id", userId), operator, reason);
        }
    }

    record DiscardBody(
            @NotBlank @Size(max = Deed.LONGEST_REASON) String reason,
            @Nullable UUID operationId,
            @NotNull @Positive Long position) {

        private Deed deed(String name, Operator operator) {
            return Deed.of(operationId, "dead-letters/discard", name, Map.of("position", position), operator, reason);
        }
    }

    @PostMapping("/projections/{name}/verify")
    Mono<ResponseEntity<Envelope<?>>> verify(
            Operator operator,
            @PathVariable String name,
            @Valid @RequestBody Mono<ReasonBody> body,
            ServerWebExchange exchange) {
        return body.flatMap(asked -> rebuilds.verify(asked.deed(Errands.VERIFY, name, Map.of(), operator)))
                .map(asked -> responses.of(exchange, accepted("A node verifies it; ask for the operation.", asked)));
    }

    @PostMapping("/projections/{name}/rebuild-user")
    Mono<ResponseEntity<Envelope<?>>> rebuild(
            Operator operator,
            @PathVariable String name,
            @Valid @RequestBody Mono<UserBody> body,
            ServerWebExchange exchange) {
        return body.flatMap(asked -> rebuilds.rebuild(asked.deed("rebuild-user", name, operator), asked.userId))
                .map(done -> responses.of(exchange, Answer.ok("The user's documents are folded anew.", done)));
    }

    @GetMapping("/dead-letters")
    Mono<ResponseEntity<Envelope<?>>> list(
            Operator operator,
            @RequestParam(required = false) @Nullable String projection,
            @RequestParam(defaultValue = "0") @Min(0) long after,
            @RequestParam(defaultValue = "false") boolean waiting,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
            ServerWebExchange exchange) {
        return letters.list(projection, after, waiting, limit)
                .map(found -> responses.of(exchange, Answer.ok("Dead letters.", found)));
    }

    @PostMapping("/projections/{name}/dead-letters/retry")
    Mono<ResponseEntity<Envelope<?>>> retry(
            Operator operator,
            @PathVariable String name,
            @Valid @RequestBody Mono<UserBody> body,
            ServerWebExchange exchange) {
        return body.flatMap(asked -> letters.retry(asked.deed("dead-letters/retry", name, operator), asked.userId))
                .map(done -> responses.of(exchange, Answer.ok("The dead letters were tried again.", done)));
    }

    @PostMapping("/projections/{name}/dead-letters/retry-all")
    Mono<ResponseEntity<Envelope<?>>> retryAll(
            Operator operator,
            @PathVariable String name,
            @Valid @RequestBody Mono<ReasonBody> body,
            ServerWebExchange exchange) {
        return body.flatMap(asked -> letters.retryAll(asked.deed(Errands.RETRY_ALL, name, Map.of(), operator)))
                .map(asked -> responses.of(exchange, accepted("A node tries them; ask for the operation.", asked)));
    }

    @PostMapping("/projections/{name}/dead-letters/discard")
    Mono<ResponseEntity<Envelope<?>>> discard(
            Operator operator,
            @PathVariable String name,
            @Valid @RequestBody Mono<DiscardBody> body,
            ServerWebExchange exchange) {
        return body.flatMap(asked -> letters.discard(asked.deed(name, operator), asked.position))
                .map(done -> responses.of(
                        exchange, Answer.ok("The event is left out; what waited behind it was applied.", done)));
    }

    private static Answer accepted(String message, Operation operation) {
        return new Answer(HttpStatus.ACCEPTED, message, operation, null);
    }
}
