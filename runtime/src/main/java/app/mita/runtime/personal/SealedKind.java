package app.mita.runtime.personal;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import javax.crypto.SecretKey;

/** Everything that rests on a master key. Each kind has a table, with the key's id in the column {@code master_key}. */
public enum SealedKind {
    /** Null in the place of a deleted one. */
    USER_KEY("user_keys", "personal_data.user_key", "user_id", "uuid", "wrapped", ""),
    SIGNING_KEY("signing_keys", "identity.signing_key", "kid", "text", "sealed_private", "signing key "),
    LETTER("letters", "identity.outbox_mail", "id", "uuid", "sealed", "outbox mail "),
    LOOKUP_KEY("lookup_keys", "identity.lookup_key", "purpose", "text", "sealed", "lookup key ");

    final String label;
    final String table;
    final String id;
    final String idType;
    final String sealed;
    private final String place;

    SealedKind(String label, String table, String id, String idType, String sealed, String place) {
        this.label = label;
        this.table = table;
        this.id = id;
        this.idType = idType;
        this.sealed = sealed;
        this.place = place;
    }

    byte[] seal(MasterKey master, String id, byte[] plain) {
        return AesGcm.ofThread().seal(key(master), place(id), plain);
    }

    /** @throws IllegalArgumentException when it was tampered with, or rests on another key or belongs elsewhere */
    byte[] open(MasterKey master, String id, byte[] sealed) {
        return AesGcm.ofThread().open(key(master), place(id), sealed);
    }

    private SecretKey key(MasterKey master) {
        return this == USER_KEY ? master.wrapping() : master.sealing();
    }

    /** What and whose it is; it can be opened nowhere else. */
    private byte[] place(String id) {
        return this == USER_KEY ? AesGcm.bytes(UUID.fromString(id)) : (place + id).getBytes(StandardCharsets.UTF_8);
    }
}
