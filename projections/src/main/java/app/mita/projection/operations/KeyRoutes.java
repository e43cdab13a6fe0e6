package app.mita.projection.operations;

import app.mita.api.wire.Envelope;
import app.mita.runtime.operations.Operations;
import app.mita.runtime.personal.Rewrapping;
import app.mita.runtime.security.Operator;
import app.mita.runtime.web.Answer;
import app.mita.runtime.web.Responses;
import jakarta.validation.Valid;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What rests on which master key of the personal data, and putting everything under the current one. */
@RestController
@RequestMapping("/ops/keys")
class KeyRoutes {

    private final Rewrapping rewrapping;
    private final Operations operations;
    private final Responses responses;

    KeyRoutes(Rewrapping rewrapping, Operations operations, Responses responses) {
        this.rewrapping = rewrapping;
        this.operations = operations;
        this.responses = responses;
    }

    @GetMapping
    Mono<ResponseEntity<Envelope<?>>> standing(Operator operator, ServerWebExchange exchange) {
        return rewrapping.standing().map(found -> responses.of(exchange, Answer.ok("Master keys.", found)));
    }

    @PostMapping("/rewrap")
    Mono<ResponseEntity<Envelope<?>>> rewrap(
            Operator operator, @Valid @RequestBody Mono<ReasonBody> body, ServerWebExchange exchange) {
        return body.flatMap(asked -> operations.request(
                        asked.deed(Errands.REWRAP, null, Map.of(Errands.MASTER_KEY, rewrapping.current()), operator),
                        Mono::empty))
                .map(asked -> responses.of(
                        exchange,
                        new Answer(HttpStatus.ACCEPTED, "A node rewraps; ask for the operation.", asked, null)));
    }
}
