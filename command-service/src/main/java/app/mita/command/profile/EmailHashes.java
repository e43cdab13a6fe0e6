package app.mita.command.profile;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.springframework.stereotype.Component;

/** The keyed hash under which an e-mail address is found without being kept: HMAC-SHA256. */
@Component
final class EmailHashes {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKey key;

    EmailHashes(DerivedKeys keys) {
        this.key = keys.derive(ALGORITHM, "mita e-mail hash v1");
    }

    byte[] of(EmailAddress address) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(address.value().getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, e);
        }
    }
}
