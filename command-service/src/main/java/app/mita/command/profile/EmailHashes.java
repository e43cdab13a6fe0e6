package app.mita.command.profile;

import app.mita.runtime.personal.LookupKeys;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.springframework.stereotype.Component;

/** The keyed hash under which an e-mail address is found without being kept: HMAC-SHA256. */
@Component
final class EmailHashes {

    private static final String ALGORITHM = "HmacSHA256";

    private static final Duration START = Duration.ofSeconds(30);

    private final SecretKey key;

    /** Waits for the database: without the key nobody can be found. */
    EmailHashes(LookupKeys keys) {
        this.key = Objects.requireNonNull(
                keys.key(ALGORITHM, "mita e-mail hash v1").block(START));
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
