package app.mita.runtime.web;

import app.mita.api.wire.Envelope;
import java.time.Clock;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** Puts answers in their envelope. */
@Component
public final class Responses {

    private final Clock clock;

    Responses(Clock clock) {
        this.clock = clock;
    }

    public ResponseEntity<Envelope<?>> of(ServerWebExchange exchange, Answer answer) {
        var envelope = new Envelope<>(
                true, answer.message(), answer.data(), clock.instant(), RequestId.of(exchange), answer.meta());
        return new ResponseEntity<>(envelope, answer.status());
    }
}
