package app.mita.runtime.personal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM, bound to a place as associated data, such as a user's id: what was encrypted for one
 * user is refused under another's. Sealed bytes are nonce, ciphertext, tag.
 */
final class AesGcm {

    static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final String MAC = "HmacSHA256";
    private static final byte[] NONCE_KEY = "nonces of names".getBytes(StandardCharsets.UTF_8);
    private static final ThreadLocal<AesGcm> OF_THREAD = ThreadLocal.withInitial(AesGcm::new);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Cipher cipher;
    private final Mac mac;
    /** Random bytes are drawn in bulk: the generator costs a system call each time. */
    private final byte[] random = new byte[256 * NONCE_BYTES];

    private int drawn = random.length;

    private AesGcm() {
        try {
            cipher = Cipher.getInstance(CIPHER);
            mac = Mac.getInstance(MAC);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this JDK has no AES-GCM or HMAC", impossible);
        }
    }

    /** Not to be shared: a cipher works for one thread at a time. */
    static AesGcm ofThread() {
        return OF_THREAD.get();
    }

    static SecretKey newKey() {
        var bytes = new byte[KEY_BYTES];
        RANDOM.nextBytes(bytes);
        return key(bytes);
    }

    static SecretKey key(byte[] bytes) {
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException("a key has " + KEY_BYTES + " bytes, not " + bytes.length);
        }
        return new SecretKeySpec(bytes, "AES");
    }

    byte[] seal(SecretKey key, UUID user, byte[] plain) {
        return seal(key, bytes(user), plain);
    }

    byte[] seal(SecretKey key, byte[] place, byte[] plain) {
        try {
            return seal(cipher, key, place, plain, drawNonce());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("encryption failed", impossible);
        }
    }

    /**
     * The same bytes for the same plain ones: their nonce comes of themselves, so that it meets no others again. Who
     * lacks the key learns which are equal, and nothing else.
     */
    byte[] sealAlike(SecretKey key, UUID user, byte[] plain) {
        try {
            // A cipher refuses the nonce that it had last, be it for the same text.
            return seal(Cipher.getInstance(CIPHER), key, bytes(user), plain, nonceOf(key, plain));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("encryption failed", impossible);
        }
    }

    private static byte[] seal(Cipher cipher, SecretKey key, byte[] place, byte[] plain, byte[] nonce)
            throws GeneralSecurityException {
        var sealed = Arrays.copyOf(nonce, NONCE_BYTES + plain.length + TAG_BYTES);
        cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BYTES * 8, sealed, 0, NONCE_BYTES));
        cipher.updateAAD(place);
        cipher.doFinal(plain, 0, plain.length, sealed, NONCE_BYTES);
        return sealed;
    }

    /** @throws IllegalArgumentException when it was tampered with, or belongs to another key or user */
    byte[] open(SecretKey key, UUID user, byte[] sealed) {
        return open(key, bytes(user), sealed);
    }

    /** @throws IllegalArgumentException when it was tampered with, or belongs to another key or place */
    byte[] open(SecretKey key, byte[] place, byte[] sealed) {
        if (sealed.length < NONCE_BYTES + TAG_BYTES) {
            throw new IllegalArgumentException("too short to be encrypted");
        }
        try {
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BYTES * 8, sealed, 0, NONCE_BYTES));
            cipher.updateAAD(place);
            return cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        } catch (GeneralSecurityException notOurs) {
            throw new IllegalArgumentException("not encrypted with this key for this place", notOurs);
        }
    }

    private byte[] nonceOf(SecretKey key, byte[] plain) throws GeneralSecurityException {
        // A key for this alone, of the user's own.
        mac.init(new SecretKeySpec(key.getEncoded(), MAC));
        mac.init(new SecretKeySpec(mac.doFinal(NONCE_KEY), MAC));
        return Arrays.copyOf(mac.doFinal(plain), NONCE_BYTES);
    }

    private byte[] drawNonce() {
        if (drawn == random.length) {
            RANDOM.nextBytes(random);
            drawn = 0;
        }
        drawn += NONCE_BYTES;
        return Arrays.copyOfRange(random, drawn - NONCE_BYTES, drawn);
    }

    static byte[] bytes(UUID user) {
        return ByteBuffer.allocate(16)
                .putLong(user.getMostSignificantBits())
                .putLong(user.getLeastSignificantBits())
                .array();
    }
}
