package app.mita.projection.operations;

import app.mita.api.wire.Envelope;
import app.mita.runtime.operations.Deed;
import app.mita.runtime.security.Operator;
import app.mita.runtime.web.Answer;
import app.mita.runtime.web.Responses;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Kafka's topic, made anew from the event store. */
@RestController
class RepublishRoutes {

    private final Republishing republishing;
    private final Responses responses;

    RepublishRoutes(Republishing republishing, Responses responses) {
        this.republishing = republishing;
        this.responses = responses;
    }

    /** @param topic that is meant, so that nobody deletes another one by mistake */
    record TopicBody(
            @NotBlank @Size(max = Deed.LONGEST_REASON) String reason,
            @Nullable UUID operationId,
            @NotBlank @Size(max = 249) String topic) {}

    @PostMapping("/ops/republish")
    Mono<ResponseEntity<Envelope<?>>> republish(
            Operator operator, @Valid @RequestBody Mono<TopicBody> body, ServerWebExchange exchange) {
        return body.flatMap(asked -> republishing.republish(
                        Deed.of(
                                asked.operationId,
                                "republish",
                                null,
                                Map.of("topic", asked.topic),
                                operator,
                                asked.reason),
                        asked.topic))
                .map(asked -> responses.of(
                        exchange,
                        new Answer(
                                HttpStatus.ACCEPTED,
                                "The relay makes the topic anew; ask for the operation.",
                                asked,
                                null)));
    }
}
