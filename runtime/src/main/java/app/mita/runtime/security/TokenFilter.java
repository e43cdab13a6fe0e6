package app.mita.runtime.security;

import app.mita.api.wire.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Lets requests in by their token; public routes do not look at it. The only filter of the security chain: the one that
 * Spring's configuration composes for a resource server brings sessions' and forms' parts along, and with them each
 * look-up in Reactor's context climbs some forty operators more.
 */
final class TokenFilter implements WebFilter {

    /** Of the exchange; holds the {@link CheckedToken}, or on operators' routes the {@link Operator}. */
    static final String TOKEN = TokenFilter.class.getName();

    private final TokenCheck tokens;
    private final OperatorToken operators;
    private final RequestMappingHandlerMapping routes;

    TokenFilter(TokenCheck tokens, OperatorToken operators, RequestMappingHandlerMapping routes) {
        this.tokens = tokens;
        this.operators = operators;
        this.routes = routes;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (PublicRoutes.contain(exchange.getRequest())) {
            return chain.filter(exchange);
        }
        var text = BearerToken.of(exchange.getRequest());
        if (text != null) {
            return check(text, exchange, chain);
        }
        return ConsoleSession.isPage(exchange.getRequest()) ? page(exchange, chain) : refuse(exchange);
    }

    /** A page of the console, for who has signed in there. */
    private Mono<Void> page(ServerWebExchange exchange, WebFilterChain chain) {
        var text = ConsoleSession.token(exchange.getRequest());
        if (text == null) {
            return ConsoleSession.askToSignIn(exchange);
        }
        if (!ConsoleSession.isOurOwn(exchange.getRequest())) {
            return Mono.error(ConsoleSession.foreign());
        }
        var operator = operators.signedIn(text);
        if (operator != null) {
            return letIn(operator, exchange, chain);
        }
        return check(text, exchange, chain)
                .onErrorResume(
                        Refused.class,
                        refused -> refused.code().status() == HttpStatus.UNAUTHORIZED.value()
                                        && exchange.getAttribute(TOKEN) == null
                                ? ConsoleSession.askToSignIn(exchange)
                                : Mono.error(refused));
    }

    private Mono<Void> check(String text, ServerWebExchange exchange, WebFilterChain chain) {
        var known = tokens.known(text);
        if (known != null) {
            return letIn(known, exchange, chain);
        }
        var operator = operators.bearer(text, exchange.getRequest());
        return operator != null
                ? letIn(operator, exchange, chain)
                : tokens.check(text).flatMap(token -> letIn(token, exchange, chain));
    }

    /** No token on a route that does not exist is 404, and a wrong method 405: there is nothing to be let in to. */
    private Mono<Void> refuse(ServerWebExchange exchange) {
        return routes.getHandler(exchange)
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)))
                .flatMap(route -> Mono.error(TokenRefused.invalid()));
    }

    private static Mono<Void> letIn(Object token, ServerWebExchange exchange, WebFilterChain chain) {
        exchange.getAttributes().put(TOKEN, token);
        return chain.filter(exchange);
    }
}
