package app.mita.runtime.personal;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM with a random nonce, bound to a place as associated data, such as a user's id: what was encrypted for one
 * user is refused under another's. Sealed bytes are nonce, ciphertext, tag.
 */
final class AesGcm {

    static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private static final ThreadLocal<AesGcm> OF_THREAD = ThreadLocal.withInitial(AesGcm::new);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Cipher cipher;
    /** Random bytes are drawn in bulk: the generator costs a system call each time. */
    private final byte[] random = new byte[256 * NONCE_BYTES];

    private int drawn = random.length;

    private AesGcm() {
        try {
            cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this JDK has no AES-GCM", impossible);
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
        var sealed = new byte[NONCE_BYTES + plain.length + TAG_BYTES];
        drawNonce(sealed);
        try {
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BYTES * 8, sealed, 0, NONCE_BYTES));
            cipher.updateAAD(place);
            cipher.doFinal(plain, 0, plain.length, sealed, NONCE_BYTES);
            return sealed;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("encryption failed", impossible);
        }
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

    private void drawNonce(byte[] target) {
        if (drawn == random.length) {
            RANDOM.nextBytes(random);
            drawn = 0;
        }
        System.arraycopy(random, drawn, target, 0, NONCE_BYTES);
        drawn += NONCE_BYTES;
    }

    static byte[] bytes(UUID user) {
        return ByteBuffer.allocate(16)
                .putLong(user.getMostSignificantBits())
                .putLong(user.getLeastSignificantBits())
                .array();
    }
}
