package app.mita.runtime.security;

import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import app.mita.runtime.web.ErrorAnswers;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What is answered to who may not. */
final class Refusals {

    private final ErrorAnswers errors;
    private final RequestMappingHandlerMapping routes;

    Refusals(ErrorAnswers errors, RequestMappingHandlerMapping routes) {
        this.errors = errors;
        this.routes = routes;
    }

    /** A form of another site, sent with an operator's cookie. */
    Mono<Void> foreign(ServerWebExchange exchange) {
        return errors.write(
                exchange, new Refused(ErrorCode.FORBIDDEN, "The console takes forms from its own pages alone."));
    }

    /** No token on a route that does not exist is 404, and a wrong method 405: there is nothing to be let in to. */
    Mono<Void> commence(ServerWebExchange exchange, AuthenticationException refused) {
        if (ConsoleSession.isPage(exchange.getRequest())
                && (refused instanceof TokenRefused || refused instanceof AuthenticationCredentialsNotFoundException)) {
            return ConsoleSession.askToSignIn(exchange);
        }
        return switch (refused) {
            case TokenRefused token -> errors.write(exchange, token.answer());
            case AuthenticationCredentialsNotFoundException none ->
                routes.getHandler(exchange)
                        .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)))
                        .flatMap(route ->
                                errors.write(exchange, TokenRefused.invalid().answer()));
            default -> errors.write(exchange, refused);
        };
    }
}
