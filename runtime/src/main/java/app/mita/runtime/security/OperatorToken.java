package app.mita.runtime.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * {@code mita.ops.token} as a bearer token on the routes under {@code /ops/}, and on no other: it is no user's. Where none
 * is configured only users' tokens count there.
 */
@Component
final class OperatorToken {

    static final String SCOPE = "ops";

    private static final String ROUTES = "/ops/";
    private static final String NAME_HEADER = "Mita-Operator";
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}._@ -]{1,64}");

    private final byte[] token;

    OperatorToken(@Value("${mita.ops.token:}") String token) {
        this.token = token.getBytes(StandardCharsets.UTF_8);
    }

    /** Accepts the token on operators' routes, and leaves everything else to the check of users' tokens. */
    ReactiveAuthenticationManager before(ReactiveAuthenticationManager users, ServerWebExchange exchange) {
        if (!exchange.getRequest().getPath().pathWithinApplication().value().startsWith(ROUTES)) {
            return users;
        }
        return presented -> isOurs(presented)
                ? Mono.just(new Operating(
                        new Operator("token:" + name(exchange.getRequest().getHeaders().getFirst(NAME_HEADER)))))
                : users.authenticate(presented);
    }

    private boolean isOurs(Authentication presented) {
        return token.length > 0
                && presented instanceof BearerTokenAuthenticationToken bearer
                && MessageDigest.isEqual(token, bearer.getToken().getBytes(StandardCharsets.UTF_8));
    }

    private static String name(@Nullable String given) {
        return given != null && NAME.matcher(given).matches() ? given : "unnamed";
    }

    /** An operator without a user's account. */
    static final class Operating extends AbstractAuthenticationToken {

        private final transient Operator operator;

        Operating(Operator operator) {
            super(AuthorityUtils.createAuthorityList("SCOPE_" + SCOPE));
            this.operator = operator;
            super.setAuthenticated(true);
        }

        Operator operator() {
            return operator;
        }

        @Override
        public Object getPrincipal() {
            return operator;
        }

        @Override
        public Object getCredentials() {
            return "";
        }
    }
}
