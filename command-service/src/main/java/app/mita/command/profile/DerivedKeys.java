package app.mita.command.profile;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Keys for one purpose each, derived from the personal-data master key (HKDF-SHA256, RFC 5869). */
@Component
public final class DerivedKeys {

    private static final int KEY_BYTES = 32;

    private final byte[] master;

    DerivedKeys(@Value("${mita.personal-data.master-key}") String masterKey) {
        this.master = Base64.getDecoder().decode(masterKey.strip());
    }

    /**
     * @param algorithm of the key, such as {@code AES}
     * @param purpose   separates this key from all others; never changes once data rests on it
     */
    public SecretKey derive(String algorithm, String purpose) {
        try {
            var parameters = HKDFParameterSpec.ofExtract()
                    .addIKM(master)
                    .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), KEY_BYTES);
            return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm, parameters);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HKDF-SHA256", e);
        }
    }
}
