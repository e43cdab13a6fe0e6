package app.mita.runtime.security;

import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.server.authentication.ServerAuthenticationConverter;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The token of a request (RFC 6750, the Authorization header only). Public routes do not look at it: a client may
 * well send its dead token along when it logs in again.
 */
final class BearerToken implements ServerAuthenticationConverter {

    private static final String SCHEME = "Bearer ";
    private static final int MAX_LENGTH = 8_192;

    @Override
    public Mono<Authentication> convert(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        var header = request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        if (header == null || PublicRoutes.contain(request)) {
            return Mono.empty();
        }
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Mono.empty();
        }
        var token = header.substring(SCHEME.length()).strip();
        if (token.isEmpty() || token.length() > MAX_LENGTH) {
            return Mono.error(TokenRefused.invalid());
        }
        return Mono.just(new BearerTokenAuthenticationToken(token));
    }
}
