package app.mita.runtime.security;

import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.AuthenticationException;
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
    private final Refusals refusals;

    TokenFilter(TokenCheck tokens, OperatorToken operators, Refusals refusals) {
        this.tokens = tokens;
        this.operators = operators;
        this.refusals = refusals;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (PublicRoutes.contain(exchange.getRequest())) {
            return chain.filter(exchange);
        }
        var text = BearerToken.of(exchange.getRequest());
        if (text == null) {
            text = ConsoleSession.token(exchange.getRequest());
            if (text != null && !ConsoleSession.isOurOwn(exchange.getRequest())) {
                return refusals.foreign(exchange);
            }
        }
        if (text == null) {
            return refusals.commence(exchange, new AuthenticationCredentialsNotFoundException("no token"));
        }
        var known = tokens.known(text);
        if (known != null) {
            return letIn(known, exchange, chain);
        }
        var operator = operators.bearer(text, exchange.getRequest());
        return operator != null ? letIn(operator, exchange, chain) : checked(text, exchange, chain);
    }

    private Mono<Void> checked(String text, ServerWebExchange exchange, WebFilterChain chain) {
        return tokens.check(text)
                .map(token -> letIn(token, exchange, chain))
                .onErrorResume(
                        AuthenticationException.class, refused -> Mono.just(refusals.commence(exchange, refused)))
                .flatMap(answer -> answer);
    }

    private static Mono<Void> letIn(Object token, ServerWebExchange exchange, WebFilterChain chain) {
        exchange.getAttributes().put(TOKEN, token);
        return chain.filter(exchange);
    }
}
