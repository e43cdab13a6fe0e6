package app.mita.runtime.web;

import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/** The one place where failures become answers: of routes, of filters and of the token check alike. */
@Component
@Order(-2) // before Spring Boot's own
public final class ErrorAnswers implements WebExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ErrorAnswers.class);

    /** Seconds until a part that is away may be back. */
    private static final String SOON = "5";

    private final Clock clock;

    ErrorAnswers(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable thrown) {
        // What was half sent cannot be taken back.
        return exchange.getResponse().isCommitted() ? Mono.error(thrown) : write(exchange, thrown);
    }

    /**
     * What is to be said of a failure where people read it.
     *
     * @param errorId also in the log
     */
    public record Told(int status, String message, String errorId) {}

    /** For who answers with a page; a fault of ours is in the log then. */
    public Told told(ServerWebExchange exchange, Throwable thrown) {
        var problem = Problems.of(thrown);
        return new Told(problem.status(), problem.message(), reported(exchange, problem, thrown));
    }

    /** Answers with what the contract has for this failure. */
    public Mono<Void> write(ServerWebExchange exchange, Throwable thrown) {
        var problem = Problems.of(thrown);
        var errorId = reported(exchange, problem, thrown);
        var response = exchange.getResponse();
        response.setStatusCode(HttpStatusCode.valueOf(problem.status()));
        var headers = response.getHeaders();
        problem.headers().forEach(headers::put);
        headers.setContentType(MediaType.APPLICATION_JSON);
        if (problem.status() == 401) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (problem.status() == 503) {
            headers.set(HttpHeaders.RETRY_AFTER, SOON);
        }
        var json = ErrorEnvelope.of(problem, errorId, clock.instant()).json();
        headers.setContentLength(json.length);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(json)));
    }

    /** @return the id under which the failure is told, and found in the log when it is a fault of ours */
    private static String reported(ServerWebExchange exchange, Problem problem, Throwable thrown) {
        var errorId = ErrorEnvelope.freshId();
        if (problem.status() >= 500) {
            report(exchange, errorId, problem, thrown);
        }
        return errorId;
    }

    /** A fault of ours with its trace; a part that is away in one line, for there will be many. */
    private static void report(ServerWebExchange exchange, String errorId, Problem problem, Throwable thrown) {
        var request = exchange.getRequest();
        if (problem.code() == ErrorCode.UNEXPECTED) {
            log.error(
                    "{} {} failed (request {}, error {})",
                    request.getMethod(),
                    request.getPath().value(),
                    RequestId.of(exchange),
                    errorId,
                    thrown);
        } else if (!(thrown instanceof Refused)) {
            log.warn(
                    "{} {} unavailable (request {}, error {}): {}",
                    request.getMethod(),
                    request.getPath().value(),
                    RequestId.of(exchange),
                    errorId,
                    thrown.toString());
        }
    }
}
