package app.mita.runtime.security;

import java.time.Instant;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** A caller whose access token was checked; immutable, shared by all requests with the same token. */
final class CheckedToken extends AbstractAuthenticationToken {

    private final transient Caller caller;
    private final Instant expiresAt;

    CheckedToken(Caller caller, Instant expiresAt) {
        super(AuthorityUtils.createAuthorityList(
                caller.scopes().stream().map(scope -> "SCOPE_" + scope).toList()));
        this.caller = caller;
        this.expiresAt = expiresAt;
        super.setAuthenticated(true);
    }

    Caller caller() {
        return caller;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    @Override
    public String getName() {
        return caller.user().toString();
    }

    @Override
    public Object getPrincipal() {
        return caller;
    }

    /** The token itself is not kept. */
    @Override
    public Object getCredentials() {
        return "";
    }
}
