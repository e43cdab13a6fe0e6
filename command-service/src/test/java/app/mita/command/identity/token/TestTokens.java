package app.mita.command.identity.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.springframework.beans.factory.BeanFactory;

/** Access tokens that no login gives: with any scope. */
public final class TestTokens {

    private TestTokens() {}

    /** @param service whose key signs */
    public static String access(BeanFactory service, UUID user, String scope) {
        var key = service.getBean(SigningKeys.class)
                .all()
                .blockOptional()
                .orElseThrow()
                .getFirst();
        var claims = new JWTClaimsSet.Builder()
                .subject(user.toString())
                .issuer("mita-finance-api")
                .audience("mita-finance-app")
                .jwtID(UUID.randomUUID().toString())
                .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                .claim("token_type", "access_token")
                .claim("sid", UUID.randomUUID().toString())
                .claim("scope", scope)
                .build();
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.kid()).build(), claims);
        try {
            token.sign(key.signer());
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
