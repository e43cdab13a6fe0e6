package app.mita.runtime.security;

import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriUtils;
import reactor.core.publisher.Mono;

/**
 * An operator at the console: a browser keeps a {@link ConsolePass}, or the user's own token, in a cookie that no script can
 * read and no other site makes it send. It counts on the console's pages alone, so the other routes know no cookies. A form is taken only when the browser
 * says that it comes from a page of ours.
 */
@Component
public final class ConsoleSession {

    public static final String ROOT = "/ops";
    public static final String PAGES = ROOT + "/console/";
    public static final String SIGN_IN = PAGES + "sign-in";

    private static final String COOKIE = "mita_ops";
    private static final int LONGEST_TOKEN = 3_000;
    private static final int LONGEST_WAY_BACK = 1_000;

    private final TokenCheck tokens;
    private final OperatorToken operators;

    ConsoleSession(TokenCheck tokens, OperatorToken operators) {
        this.tokens = tokens;
        this.operators = operators;
    }

    /**
     * The cookie of a session, for a token of an operator.
     *
     * @param name of who uses the operators' common token, for the record; does not matter with a user's own
     * @return fails with {@link Refused} when the token is no operator's, or the form not ours
     */
    public Mono<ResponseCookie> begin(String token, String name, ServerWebExchange exchange) {
        if (!isOurOwn(exchange.getRequest())) {
            return Mono.error(foreign());
        }
        if (token.isBlank() || token.length() > LONGEST_TOKEN) {
            return Mono.error(TokenRefused::invalid);
        }
        if (operators.bearer(token, exchange.getRequest()) != null) {
            return OperatorToken.isName(name)
                    ? Mono.just(cookie(operators.pass(name), exchange).build())
                    : Mono.error(new Refused(
                            ErrorCode.INVALID_VALUE, "Say who you are: letters, digits and . _ @ -, at most 64."));
        }
        return tokens.check(token)
                .flatMap(checked -> OperatorArgument.operates(checked.caller())
                        ? Mono.just(cookie(token, exchange).build())
                        : Mono.error(new Refused(ErrorCode.FORBIDDEN, "This account is no operator's.")));
    }

    /** A cookie that ends a session. */
    public ResponseCookie end(ServerWebExchange exchange) {
        return cookie("", exchange).maxAge(Duration.ZERO).build();
    }

    /** Of a form of another site. */
    static Refused foreign() {
        return new Refused(ErrorCode.FORBIDDEN, "The console takes forms from its own pages alone.");
    }

    static boolean isPage(ServerHttpRequest request) {
        var path = request.getPath().pathWithinApplication().value();
        return path.startsWith(ROOT)
                && (path.length() == ROOT.length()
                        || path.startsWith(PAGES)
                        || path.equals(ROOT + "/")
                        || path.equals(ROOT + "/console"));
    }

    /** Of the cookie; null when there is none, and on any route that is no page. */
    static @Nullable String token(ServerHttpRequest request) {
        return isPage(request) ? kept(request) : null;
    }

    /** Whether a request that changes something was sent by a page of this very address; what only reads is always ours. */
    static boolean isOurOwn(ServerHttpRequest request) {
        if (HttpMethod.GET.equals(request.getMethod()) || HttpMethod.HEAD.equals(request.getMethod())) {
            return true;
        }
        var site = request.getHeaders().getFirst("Sec-Fetch-Site");
        return site == null ? isOwnOrigin(request.getHeaders()) : site.equals("same-origin");
    }

    private static boolean isOwnOrigin(HttpHeaders headers) {
        try {
            var origin = headers.getOrigin();
            return origin != null
                    && URI.create(origin).getAuthority() instanceof String authority
                    && authority.equals(headers.getFirst(HttpHeaders.HOST));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    /** Sends a browser to sign in and back. */
    static Mono<Void> askToSignIn(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        var response = exchange.getResponse();
        if (request.getHeaders().getFirst("HX-Request") != null) {
            response.setStatusCode(HttpStatus.UNAUTHORIZED);
            response.getHeaders().set("HX-Redirect", SIGN_IN);
            return response.setComplete();
        }
        var back = request.getURI().getRawPath()
                + (request.getURI().getRawQuery() == null
                        ? ""
                        : "?" + request.getURI().getRawQuery());
        boolean canReturn = HttpMethod.GET.equals(request.getMethod()) && back.length() <= LONGEST_WAY_BACK;
        response.setStatusCode(HttpStatus.SEE_OTHER);
        response.getHeaders()
                .setLocation(URI.create(
                        canReturn ? SIGN_IN + "?to=" + UriUtils.encode(back, StandardCharsets.UTF_8) : SIGN_IN));
        return response.setComplete();
    }

    private static @Nullable String kept(ServerHttpRequest request) {
        var cookie = request.getCookies().getFirst(COOKIE);
        if (cookie == null || cookie.getValue().isEmpty()) {
            return null;
        }
        try {
            return new String(Base64.getUrlDecoder().decode(cookie.getValue()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    private static ResponseCookie.ResponseCookieBuilder cookie(String value, ServerWebExchange exchange) {
        var request = exchange.getRequest();
        boolean encrypted = "https".equals(request.getURI().getScheme())
                || "https".equals(request.getHeaders().getFirst("X-Forwarded-Proto"));
        var encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(value.getBytes(StandardCharsets.UTF_8));
        return ResponseCookie.from(COOKIE, encoded)
                .path(ROOT)
                .maxAge(ConsolePass.VALID)
                .httpOnly(true)
                .secure(encrypted)
                .sameSite("Strict");
    }
}
