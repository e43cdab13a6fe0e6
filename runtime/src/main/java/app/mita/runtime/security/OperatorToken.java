package app.mita.runtime.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/**
 * {@code mita.ops.token} as a bearer token on the routes under {@code /ops/}, and on no other: it is no user's. Where none
 * is configured only users' tokens count there.
 */
@Component
final class OperatorToken {

    private static final String ROOT = "/ops";
    private static final String ROUTES = ROOT + "/";
    private static final String NAME_HEADER = "Mita-Operator";
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}._@ -]{1,64}");

    private final byte[] token;
    private final ConsolePass passes;

    OperatorToken(@Value("${mita.ops.token:}") String token, Clock clock) {
        this.token = token.getBytes(StandardCharsets.UTF_8);
        this.passes = new ConsolePass(this.token, clock);
    }

    /** Who sent this token with this request; null when it is not the operators'. */
    @Nullable
    Operator bearer(String text, ServerHttpRequest request) {
        boolean ours = token.length > 0
                && isOperators(request.getPath().pathWithinApplication().value())
                && MessageDigest.isEqual(token, text.getBytes(StandardCharsets.UTF_8));
        return ours ? operator(request.getHeaders().getFirst(NAME_HEADER)) : null;
    }

    /** Who has signed in to the console with this token, and keeps this in its place; null when nobody has. */
    @Nullable
    Operator signedIn(String pass) {
        var name = token.length > 0 ? passes.holder(pass) : null;
        return name == null ? null : operator(name);
    }

    String pass(String name) {
        return passes.issue(name);
    }

    /** Whether it can be a name in the record of who did what. */
    static boolean isName(String given) {
        return NAME.matcher(given).matches();
    }

    private static boolean isOperators(String path) {
        return path.startsWith(ROUTES) || path.equals(ROOT);
    }

    private static Operator operator(@Nullable String name) {
        return new Operator("token:" + (name != null && isName(name) ? name : "unnamed"), true);
    }
}
