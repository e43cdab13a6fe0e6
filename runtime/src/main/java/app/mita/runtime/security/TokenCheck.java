package app.mita.runtime.security;

import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/**
 * Checks access tokens. A token that was good is remembered by its text until it expires, so that a known one costs
 * a look-up instead of a signature; whether it was revoked since is asked every time, mostly from memory.
 */
final class TokenCheck {

    private static final int REMEMBERED_TOKENS = 20_000;

    private final ReactiveJwtDecoder decoder;
    private final Claims claims;
    private final Revocations revocations;
    private final Cache<String, CheckedToken> good =
            Caffeine.newBuilder().maximumSize(REMEMBERED_TOKENS).build();

    TokenCheck(ReactiveJwtDecoder decoder, Claims claims, Revocations revocations) {
        this.decoder = decoder;
        this.claims = claims;
        this.revocations = revocations;
    }

    /** The token when nothing has to be waited for to know that it is good; null when it must be checked. */
    @Nullable
    CheckedToken known(String text) {
        var token = good.getIfPresent(text);
        return token != null && !claims.expired(token.expiresAt()) && isSurelyLive(token.caller()) ? token : null;
    }

    /** Fails with {@link Refused}, or as the database does when it must be asked and cannot. */
    Mono<CheckedToken> check(String text) {
        var known = good.getIfPresent(text);
        if (known == null) {
            return decoded(text).doOnNext(checked -> good.put(text, checked)).flatMap(this::unlessRevoked);
        }
        if (claims.expired(known.expiresAt())) {
            good.invalidate(text);
            return Mono.error(TokenRefused.expired());
        }
        return unlessRevoked(known);
    }

    private Mono<CheckedToken> decoded(String text) {
        return decoder.decode(text)
                .onErrorMap(BadJwtException.class, notOurs -> TokenRefused.invalid())
                .onErrorMap(
                        JwtException.class,
                        noKeys -> new Refused(ErrorCode.SERVICE_UNAVAILABLE, "Tokens cannot be checked right now."))
                .map(claims::check);
    }

    private boolean isSurelyLive(Caller caller) {
        return revocations.surelyLive(caller.session(), caller.tokenId());
    }

    private Mono<CheckedToken> unlessRevoked(CheckedToken token) {
        var caller = token.caller();
        return revocations.revoked(caller.session(), caller.tokenId()).handle((revoked, sink) -> {
            if (revoked) {
                sink.error(TokenRefused.revoked());
            } else {
                sink.next(token);
            }
        });
    }
}
