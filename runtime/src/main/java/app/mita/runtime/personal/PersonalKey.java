package app.mita.runtime.personal;

import javax.crypto.SecretKey;

/** A user's own AES-256 key. */
public record PersonalKey(SecretKey key) {

    /** Never the key itself. */
    @Override
    public String toString() {
        return "personal key";
    }
}
