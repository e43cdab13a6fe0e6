package app.mita.runtime.security;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whose access tokens are accepted.
 *
 * @param jwksUri where the issuer's public keys are; null: at this very service, on whatever port it listens
 */
@ConfigurationProperties("mita.security")
record SecurityProperties(
        String issuer, String audience, @Nullable String jwksUri) {}
