package app.mita.command.identity;

import app.mita.command.identity.token.IssuedTokens;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a client gets that signed in or refreshed.
 *
 * @param expiresIn seconds that the access token lives
 * @param user      absent after a refresh
 */
record SignedIn(
        String accessToken,
        String refreshToken,
        String tokenType,
        long expiresIn,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable User user) {

    /** @param lastLogin absent at registration */
    record User(
            UUID id,
            String email,
            String country,
            boolean isPremium,
            Instant createdAt,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Instant lastLogin) {}

    static SignedIn with(IssuedTokens tokens, @Nullable User user) {
        return new SignedIn(tokens.accessToken(), tokens.refreshToken(), "bearer", tokens.expiresIn(), user);
    }

    /** Never the tokens: they open the account. */
    @Override
    public String toString() {
        return "tokens";
    }
}
