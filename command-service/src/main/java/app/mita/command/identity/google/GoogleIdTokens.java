package app.mita.command.identity.google;

import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import app.mita.command.profile.EmailAddress;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Verifies ID tokens: signature, issuer, audience, time, and that the issuer vouches for the e-mail address. */
@Component
public final class GoogleIdTokens {

    private static final Logger LOG = LoggerFactory.getLogger(GoogleIdTokens.class);
    static final Duration AT_MOST = Duration.ofSeconds(5);

    private final @Nullable ReactiveJwtDecoder decoder;

    GoogleIdTokens(GoogleProperties properties) {
        this.decoder = properties.isEnabled() ? decoder(properties) : null;
    }

    /** Keys are fetched when the first token comes, and again when one names a key that is not known. */
    private static ReactiveJwtDecoder decoder(GoogleProperties properties) {
        var decoder = NimbusReactiveJwtDecoder.withJwkSetUri(
                        properties.jwksUri().toString())
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(),
                new JwtClaimValidator<>(
                        "iss", issuer -> issuer != null && properties.issuer().contains(issuer.toString())),
                new JwtClaimValidator<Object>("exp", java.util.Objects::nonNull),
                new JwtClaimValidator<java.util.Collection<String>>(
                        "aud", audience -> audience != null && audience.contains(properties.clientId()))));
        return decoder;
    }

    /**
     * Whom the issuer vouches for.
     *
     * @param name null when it does not say
     */
    public record GoogleUser(EmailAddress email, @Nullable String name) {}

    /** @return fails with GOOGLE_FAILED unless the token is verified */
    public Mono<GoogleUser> verify(String idToken) {
        if (decoder == null) {
            return Mono.error(failed());
        }
        return decoder.decode(idToken)
                .timeout(AT_MOST)
                .doOnError(failure -> LOG.info("An ID token is refused: {}", failure.toString()))
                .onErrorMap(failure -> failed())
                .map(GoogleIdTokens::user);
    }

    private static GoogleUser user(Jwt token) {
        var vouched = "true".equals(String.valueOf(token.getClaims().get("email_verified")));
        var email = Optional.ofNullable(token.getClaimAsString("email"))
                .filter(address -> vouched)
                .flatMap(EmailAddress::parse)
                .orElseThrow(GoogleIdTokens::failed);
        return new GoogleUser(email, token.getClaimAsString("name"));
    }

    private static Refused failed() {
        return new Refused(ErrorCode.GOOGLE_FAILED, "Signing in with Google did not work.");
    }
}
