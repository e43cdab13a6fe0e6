package app.mita.runtime.security;

import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** Routes that need no token. All others do, so that a new route is closed until someone opens it here. */
final class PublicRoutes {

    private static final Set<String> PATHS = Set.of(
            "/",
            "/health",
            "/health/live",
            "/health/detailed",
            "/health/circuit-breakers",
            "/health/critical-services",
            "/health/external-services",
            "/metrics", // has a token of its own
            ConsoleSession.SIGN_IN,
            "/openapi.json",
            "/docs",
            "/privacy-policy",
            "/terms-of-service",
            "/api/auth/register",
            "/api/auth/login",
            "/api/auth/refresh-token",
            "/api/auth/google",
            "/api/auth/forgot-password",
            "/api/auth/verify-reset-token",
            "/api/auth/reset-password",
            "/api/auth/password-reset/request",
            "/api/auth/password-reset/confirm");
    private static final String[] TREES = {
        "/.well-known/", "/openapi.json/", "/swagger-ui/", "/webjars/", "/ops/assets/"
    };

    /** How each service of others is; what lies below, to ask it now, is for operators. */
    private static final String SERVICES = "/health/services/";

    private PublicRoutes() {}

    static boolean contain(ServerHttpRequest request) {
        if (HttpMethod.OPTIONS.equals(request.getMethod())) {
            return true;
        }
        var path = request.getPath().pathWithinApplication().value();
        if (path.length() > 1 && path.endsWith("/")) {
            path = path.substring(0, path.length() - 1);
        }
        if (PATHS.contains(path) || path.startsWith(SERVICES) && path.indexOf('/', SERVICES.length()) < 0) {
            return true;
        }
        for (var tree : TREES) {
            if (path.startsWith(tree)) {
                return true;
            }
        }
        return false;
    }
}
