package app.mita.query.web;

import app.mita.api.time.IsoInstant;
import app.mita.runtime.web.RequestId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerResponse;

/** Puts data that is JSON already into the envelope, byte for byte, without reading it. */
@Component
public final class JsonAnswers {

    private final Clock clock;

    JsonAnswers(Clock clock) {
        this.clock = clock;
    }

    /**
     * Answers 200.
     *
     * @param data one whole JSON value
     */
    public Mono<Void> write(ServerWebExchange exchange, Opening opening, byte[] data) {
        var response = exchange.getResponse();
        var closing = closing(exchange);
        int length = opening.bytes().length + data.length + closing.length;
        response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
        response.getHeaders().setContentLength(length);
        HttpServerResponse netty = ServerHttpResponseDecorator.getNativeResponse(response);
        // Spring commits status and headers; the body is there already and needs none of its way for streams.
        return response.setComplete().then(Mono.defer(() -> netty.sendObject(netty.alloc()
                        .ioBuffer(length)
                        .writeBytes(opening.bytes())
                        .writeBytes(data)
                        .writeBytes(closing))
                .then()));
    }

    private byte[] closing(ServerWebExchange exchange) {
        // Neither an instant nor a request id has a character that JSON escapes.
        return (",\"timestamp\":\"" + IsoInstant.text(clock.instant()) + "\",\"request_id\":\"" + RequestId.of(exchange)
                        + "\"}")
                .getBytes(StandardCharsets.UTF_8);
    }
}
