package app.mita.runtime.personal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * A master key of the installation, and what is derived from it (HKDF-SHA256, RFC 5869).
 *
 * @param id       a fingerprint, eight hex digits: tells keys apart and tells nothing of them
 * @param wrapping wraps the users' keys
 * @param sealing  seals everything else
 */
public record MasterKey(String id, SecretKey wrapping, SecretKey sealing) {

    private static final int ID_BYTES = 4;

    /** @throws IllegalArgumentException unless it is base64 of 32 bytes; the text is not in the message */
    public static MasterKey of(String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException("a master key is 32 bytes in base64; this is no base64");
        }
        if (bytes.length != AesGcm.KEY_BYTES) {
            throw new IllegalArgumentException("a master key is 32 bytes in base64; these are " + bytes.length);
        }
        var wrapping = AesGcm.key(bytes);
        try {
            var id = hkdf().deriveData(expansion(wrapping, "mita key id v1", ID_BYTES));
            return new MasterKey(HexFormat.of().formatHex(id), wrapping, derive(wrapping, "AES", "mita sealing v1"));
        } catch (GeneralSecurityException impossible) {
            throw noHkdf(impossible);
        }
    }

    /**
     * @param algorithm of the key, such as {@code AES}
     * @param purpose   separates this key from all others; never changes once data rests on it
     */
    SecretKey derive(String algorithm, String purpose) {
        return derive(wrapping, algorithm, purpose);
    }

    private static SecretKey derive(SecretKey master, String algorithm, String purpose) {
        try {
            return hkdf().deriveKey(algorithm, expansion(master, purpose, AesGcm.KEY_BYTES));
        } catch (GeneralSecurityException impossible) {
            throw noHkdf(impossible);
        }
    }

    private static HKDFParameterSpec expansion(SecretKey master, String purpose, int bytes) {
        return HKDFParameterSpec.ofExtract().addIKM(master).thenExpand(purpose.getBytes(StandardCharsets.UTF_8), bytes);
    }

    private static KDF hkdf() throws GeneralSecurityException {
        return KDF.getInstance("HKDF-SHA256");
    }

    private static IllegalStateException noHkdf(GeneralSecurityException cause) {
        return new IllegalStateException("this Java has no HKDF-SHA256", cause);
    }

    /** Never the key itself. */
    @Override
    public String toString() {
        return "master key " + id;
    }
}
