package app.mita.runtime.security;

import java.util.Set;
import java.util.UUID;

/**
 * Who sent a request, as their checked access token says. Controllers take one as a parameter.
 *
 * @param user    every read and write is bound to this id
 * @param session the login that the token came from
 * @param tokenId the token's own id (jti)
 * @param scopes  see core.md section 2
 */
public record Caller(UUID user, UUID session, UUID tokenId, Set<String> scopes, String role, boolean premium) {

    public boolean may(String scope) {
        return scopes.contains(scope);
    }
}
