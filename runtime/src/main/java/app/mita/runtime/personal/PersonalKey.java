package app.mita.runtime.personal;

import java.util.UUID;
import javax.crypto.SecretKey;

/**
 * A user's own AES-256 key.
 *
 * @param user whose it is: what it encrypts is bound to this id
 */
public record PersonalKey(UUID user, SecretKey key) {

    /** Never the key itself. */
    @Override
    public String toString() {
        return "personal key of " + user;
    }
}
