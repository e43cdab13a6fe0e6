package app.mita.command.identity.token;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How long tokens live. */
@ConfigurationProperties("mita.tokens")
public record TokenProperties(
        @DefaultValue("120m") Duration accessLifetime,
        @DefaultValue("7d") Duration refreshLifetime) {

    /** Checks of a token's end allow for clocks this far apart. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    /** How long a revocation must be remembered: past it, every access token of today has ended by itself. */
    public Duration longestUse() {
        return accessLifetime.plus(CLOCK_SKEW);
    }
}
