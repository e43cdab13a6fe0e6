package app.mita.command.identity.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.text.ParseException;
import java.util.UUID;

/**
 * A key pair for ES256.
 *
 * @param pair with its private part
 */
record SigningKey(String kid, ECKey pair, JWSSigner signer, JWSVerifier verifier) {

    static SigningKey generate() {
        try {
            return of(new ECKeyGenerator(Curve.P_256)
                    .keyID(UUID.randomUUID().toString())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .generate());
        } catch (JOSEException e) {
            throw new IllegalStateException("this Java has no P-256", e);
        }
    }

    /** @param jwk with its private part */
    static SigningKey parse(String jwk) {
        try {
            return of(ECKey.parse(jwk));
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException("a signing key is not a P-256 JWK", e);
        }
    }

    private static SigningKey of(ECKey pair) throws JOSEException {
        return new SigningKey(pair.getKeyID(), pair, new ECDSASigner(pair), new ECDSAVerifier(pair));
    }

    /** Never the private part. */
    @Override
    public String toString() {
        return "signing key " + kid;
    }
}
