package app.mita.runtime.security;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** The token of a request (RFC 6750, the Authorization header only). */
final class BearerToken {

    private static final String SCHEME = "Bearer ";
    private static final int MAX_LENGTH = 8_192;

    private BearerToken() {}

    /** Null when the request has none; empty when it has one that is too long to be ours. */
    static @Nullable String of(ServerHttpRequest request) {
        var header = request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return null;
        }
        var token = header.substring(SCHEME.length()).strip();
        return token.length() > MAX_LENGTH ? "" : token;
    }
}
