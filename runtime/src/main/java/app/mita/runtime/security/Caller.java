package app.mita.runtime.security;

import java.util.Set;
import java.util.UUID;
import org.springframework.web.server.ServerWebExchange;

/**
 * Who sent a request, as their checked access token says. Controllers take one as a parameter.
 *
 * @param user    every read and write is bound to this id
 * @param session the login that the token came from
 * @param tokenId the token's own id (jti)
 * @param scopes  see core.md section 2
 */
public record Caller(UUID user, UUID session, UUID tokenId, Set<String> scopes, String role, boolean premium) {

    /**
     * Throws {@link app.mita.api.wire.Refused} where no access token was checked: on a public route or an operator's.
     */
    public static Caller of(ServerWebExchange exchange) {
        if (exchange.getAttribute(TokenFilter.TOKEN) instanceof CheckedToken token) {
            return token.caller();
        }
        throw TokenRefused.invalid();
    }

    public boolean may(String scope) {
        return scopes.contains(scope);
    }
}
