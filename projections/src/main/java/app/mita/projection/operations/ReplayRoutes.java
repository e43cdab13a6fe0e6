package app.mita.projection.operations;

import app.mita.api.wire.Envelope;
import app.mita.runtime.operations.Deed;
import app.mita.runtime.operations.Operation;
import app.mita.runtime.security.Operator;
import app.mita.runtime.web.Answer;
import app.mita.runtime.web.Responses;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The verbs of a projection as a whole. */
@RestController
@RequestMapping("/ops/projections/{name}")
class ReplayRoutes {

    private final Replays replays;
    private final Pauses pauses;
    private final Responses responses;

    ReplayRoutes(Replays replays, Pauses pauses, Responses responses) {
        this.replays = replays;
        this.pauses = pauses;
        this.responses = responses;
    }

    /**
     * @param fromPosition   only users with an event at this position or later are folded anew; null for all
     * @param fromTime       the same, by time
     * @param switchesItself null for true
     */
    record ReplayBody(
            @NotBlank @Size(max = Deed.LONGEST_REASON) String reason,
            @Nullable UUID operationId,
            @Nullable Long fromPosition,
            @Nullable Instant fromTime,
            @Nullable Boolean switchesItself) {

        private ReplayWish wish() {
            return new ReplayWish(fromPosition, fromTime, !Boolean.FALSE.equals(switchesItself));
        }
    }

    @PostMapping("/replay")
    Mono<ResponseEntity<Envelope<?>>> replay(
            Operator operator,
            @PathVariable String name,
            @Valid @RequestBody Mono<ReplayBody> body,
            ServerWebExchange exchange) {
        return body.flatMap(asked -> {
                    var wish = asked.wish();
                    var deed = Deed.of(asked.operationId, "replay", name, wish.arguments(), operator, asked.reason);
                    return replays.replay(deed, wish);
                })
                .map(done -> responses.of(exchange, Answer.ok("A new generation is being built.", done)));
    }

    @PostMapping("/replay/pause")
    Mono<ResponseEntity<Envelope<?>>> pauseReplay(
            Operator operator,
            @PathVariable String name,
            @Valid @RequestBody Mono<ReasonBody> body,
            ServerWebExchange exchange) {
        return answer(body, "replay/pause", name, operator, replays::pause, "The replay is paused.", exchange);
    }

    @PostMapping("/replay/resume")
    Mono<ResponseEntity<Envelope<?>>> resumeReplay(
            Operator operator,
            @PathVariable String name,
            @Valid @RequestBody Mono<ReasonBody> body,
            ServerWebExchange exchange) {
        return answer(body, "replay/resume", name, operator, replays::resume, "The replay goes on.", exchange);
    }

    @PostMapping("/cancel")
    Mono<ResponseEntity<Envelope<?>>> cancel(
            Operator operator,
            @PathVariable String name,
            @Valid @RequestBody Mono<ReasonBody> body,
            ServerWebExchange exchange) {
        return answer(body, "cancel", name, operator, replays::cancel, "The replay is cancelled.", exchange);
    }

    @PostMapping("/switch")
    Mono<ResponseEntity<Envelope<?>>> switchOver(
            Operator operator,
            @PathVariable String name,
            @Valid @RequestBody Mono<ReasonBody> body,
            ServerWebExchange exchange) {
        return answer(body, "switch", name, operator, replays::switchOver, "The new generation is live.", exchange);
    }

    @PostMapping("/rollback")
    Mono<ResponseEntity<Envelope<?>>> rollBack(
            Operator operator,
            @PathVariable String name,
            @Valid @RequestBody Mono<ReasonBody> body,
            ServerWebExchange exchange) {
        return answer(
                body,
                "rollback",
                name,
                operator,
                replays::rollBack,
                "The previous generation becomes live as soon as it has caught up.",
                exchange);
    }

    @PostMapping("/drop")
    Mono<ResponseEntity<Envelope<?>>> drop(
            Operator operator,
            @PathVariable String name,
            @Valid @RequestBody Mono<ReasonBody> body,
            ServerWebExchange exchange) {
        return answer(body, "drop", name, operator, replays::drop, "The previous generation is dropped.", exchange);
    }

    @PostMapping("/pause")
    Mono<ResponseEntity<Envelope<?>>> pause(
            Operator operator,
            @PathVariable String name,
            @Valid @RequestBody Mono<ReasonBody> body,
            ServerWebExchange exchange) {
        return answer(body, "pause", name, operator, pauses::pause, "The projection is paused.", exchange);
    }

    @PostMapping("/resume")
    Mono<ResponseEntity<Envelope<?>>> resume(
            Operator operator,
            @PathVariable String name,
            @Valid @RequestBody Mono<ReasonBody> body,
            ServerWebExchange exchange) {
        return answer(body, "resume", name, operator, pauses::resume, "The projection goes on.", exchange);
    }

    private Mono<ResponseEntity<Envelope<?>>> answer(
            Mono<ReasonBody> body,
            String verb,
            String name,
            Operator operator,
            Function<Deed, Mono<Operation>> action,
            String message,
            ServerWebExchange exchange) {
        return body.flatMap(asked -> action.apply(asked.deed(verb, name, Map.of(), operator)))
                .map(done -> responses.of(exchange, Answer.ok(message, done)));
    }
}
