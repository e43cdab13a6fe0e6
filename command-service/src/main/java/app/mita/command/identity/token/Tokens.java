package app.mita.command.identity.token;

import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Makes our tokens, and reads refresh tokens back (core.md section 2). Access tokens are read by every service itself. */
@Component
public final class Tokens {

    private static final String TYPE = "token_type";
    private static final String ACCESS = "access_token";
    private static final String REFRESH = "refresh_token";
    private static final String SESSION = "sid";

    private final SigningKeys keys;
    private final TokenProperties properties;
    private final String issuer;
    private final String audience;
    private final Clock clock;

    Tokens(
            SigningKeys keys,
            TokenProperties properties,
            @Value("${mita.security.issuer}") String issuer,
            @Value("${mita.security.audience}") String audience,
            Clock clock) {
        this.keys = keys;
        this.properties = properties;
        this.issuer = issuer;
        this.audience = audience;
        this.clock = clock;
    }

    /** @param refreshId the id of the refresh token, as the session knows it */
    public Mono<IssuedTokens> issue(TokenSubject subject, UUID refreshId) {
        return keys.all().map(all -> {
            var now = clock.instant();
            var access = claims(subject, ACCESS, UUID.randomUUID(), now, now.plus(properties.accessLifetime()))
                    .claim("scope", String.join(" ", subject.role().scopes()))
                    .claim("role", subject.role().word())
                    .claim("is_premium", subject.premium())
                    .claim("country", subject.country())
                    .build();
            var refresh = claims(subject, REFRESH, refreshId, now, now.plus(properties.refreshLifetime()))
                    .claim("scope", "refresh:token")
                    .build();
            var key = all.getFirst();
            return new IssuedTokens(
                    sign(access, key),
                    sign(refresh, key),
                    properties.accessLifetime().toSeconds());
        });
    }

    private JWTClaimsSet.Builder claims(TokenSubject subject, String type, UUID id, Instant now, Instant end) {
        return new JWTClaimsSet.Builder()
                .subject(subject.user().toString())
                .claim("user_id", subject.user().toString())
                .issuer(issuer)
                .audience(audience)
                .jwtID(id.toString())
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(end))
                .claim(TYPE, type)
                .claim("token_version_id", Integer.toString(subject.version()))
                .claim(SESSION, subject.session().toString());
    }

    private static String sign(JWTClaimsSet claims, SigningKey key) {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.kid()).build(), claims);
            token.sign(key.signer());
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot sign with " + key, e);
        }
    }

    /** @return fails with TOKEN_INVALID for what is no refresh token of ours, TOKEN_EXPIRED for one past its end */
    public Mono<RefreshToken> readRefresh(String token) {
        return keys.all().map(all -> {
            try {
                return read(SignedJWT.parse(token), all);
            } catch (ParseException | JOSEException | IllegalArgumentException e) {
                throw invalid();
            }
        });
    }

    private RefreshToken read(SignedJWT token, List<SigningKey> all) throws ParseException, JOSEException {
        var key = all.stream()
                .filter(each -> each.kid().equals(token.getHeader().getKeyID()))
                .findFirst()
                .orElseThrow(Tokens::invalid);
        var claims = token.getJWTClaimsSet();
        var ours = JWSAlgorithm.ES256.equals(token.getHeader().getAlgorithm())
                && token.verify(key.verifier())
                && issuer.equals(claims.getIssuer())
                && claims.getAudience().contains(audience)
                && REFRESH.equals(claims.getStringClaim(TYPE));
        if (!ours) {
            throw invalid();
        }
        if (!claims.getExpirationTime().toInstant().isAfter(clock.instant())) {
            throw new Refused(ErrorCode.TOKEN_EXPIRED, "This refresh token has expired.");
        }
        return new RefreshToken(
                UUID.fromString(claims.getSubject()),
                UUID.fromString(claims.getStringClaim(SESSION)),
                UUID.fromString(claims.getJWTID()));
    }

    private static Refused invalid() {
        return new Refused(ErrorCode.TOKEN_INVALID, "This is not a refresh token of ours.");
    }
}
