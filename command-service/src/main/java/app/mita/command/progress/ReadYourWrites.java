package app.mita.command.progress;

import app.mita.api.wire.Envelope;
import app.mita.command.gateway.Written;
import app.mita.runtime.web.Answer;
import app.mita.runtime.web.Responses;
import java.time.Duration;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Answers a write when the read models that serve the app show it, so that the very next read does, on any device. The
 * wait is bounded; an answer that goes out earlier says {@code Mita-Read-Model: behind}.
 */
@Component
public final class ReadYourWrites {

    public static final String READ_MODEL = "Mita-Read-Model";
    public static final String BEHIND = "behind";

    private final ReadModelProgress progress;
    private final Responses responses;
    private final Duration atMost;

    /** @param atMost how long an answer waits; long enough for a busy system, short enough for who looks at it */
    ReadYourWrites(
            ReadModelProgress progress,
            Responses responses,
            @Value("${mita.read-your-writes.at-most:500ms}") Duration atMost) {
        this.progress = progress;
        this.responses = responses;
        this.atMost = atMost;
    }

    /**
     * The answer to a write. A client that sends {@code Prefer: respond-async} (RFC 7240) gets it as soon as the write
     * is durable.
     *
     * @param written position 0 when there is nothing to wait for
     * @param answer  of the command's result
     * @return fails as {@code written} does, and never because of the wait
     */
    public <R> Mono<ResponseEntity<Envelope<?>>> answer(
            ServerWebExchange exchange, Mono<Written<R>> written, Function<R, Answer> answer) {
        boolean async =
                Preferences.respondAsync(exchange.getRequest().getHeaders().getOrEmpty(Preferences.PREFER));
        return written.flatMap(done -> shown(done, async).map(shown -> {
            ResponseEntity<Envelope<?>> whole = responses.of(exchange, answer.apply(done.result()));
            ResponseEntity.BodyBuilder built =
                    ResponseEntity.status(whole.getStatusCode()).headers(whole.getHeaders());
            if (!shown) {
                built.header(READ_MODEL, BEHIND);
            }
            if (async) {
                built.header(Preferences.PREFERENCE_APPLIED, Preferences.RESPOND_ASYNC);
            }
            return built.body(whole.getBody());
        }));
    }

    private Mono<Boolean> shown(Written<?> written, boolean async) {
        if (written.position() == 0) {
            return Mono.just(true);
        }
        return async ? Mono.just(false) : progress.applied(written.partition(), written.position(), atMost);
    }
}
