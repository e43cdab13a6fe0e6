package app.mita.runtime.security;

import app.mita.api.wire.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/** What an access token must say (core.md section 2). */
final class Claims {

    /** Clocks of issuer and services may differ by so much. */
    private static final Duration SKEW = Duration.ofSeconds(5);

    private final SecurityProperties properties;
    private final Clock clock;

    Claims(SecurityProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    /** @throws Refused when the token is expired or not an access token for us; its signature was checked before */
    CheckedToken check(Jwt token) {
        var expiresAt = token.getExpiresAt();
        var audience = token.getAudience();
        boolean ours = expiresAt != null
                && properties.issuer().equals(token.getClaimAsString("iss"))
                && audience != null
                && audience.contains(properties.audience())
                && "access_token".equals(token.getClaimAsString("token_type"));
        if (!ours) {
            throw TokenRefused.invalid();
        }
        if (expired(expiresAt)) {
            throw TokenRefused.expired();
        }
        var from = token.getNotBefore();
        if (from != null && clock.instant().plus(SKEW).isBefore(from)) {
            throw TokenRefused.invalid();
        }
        return new CheckedToken(caller(token), expiresAt);
    }

    boolean expired(Instant expiresAt) {
        return !clock.instant().minus(SKEW).isBefore(expiresAt);
    }

    private static Caller caller(Jwt token) {
        return new Caller(
                id(token.getSubject()),
                id(token.getClaimAsString("sid")),
                id(token.getId()),
                scopes(token.getClaim("scope")),
                token.getClaimAsString("role") instanceof String role ? role : "basic_user",
                Boolean.TRUE.equals(token.getClaim("is_premium")));
    }

    private static Set<String> scopes(@Nullable Object claim) {
        return switch (claim) {
            case String words
            when !words.isBlank() -> Set.copyOf(List.of(words.strip().split("\\s+")));
            case null, default -> Set.of();
        };
    }

    private static UUID id(@Nullable String text) {
        try {
            return UUID.fromString(text == null ? "" : text);
        } catch (IllegalArgumentException notAnId) {
            throw TokenRefused.invalid();
        }
    }
}
