package app.mita.runtime.personal;

import java.util.Objects;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Keys of keyed hashes, table {@code identity.lookup_key}: derived once, from the first master key, and the same for ever,
 * whatever master key they are sealed with.
 */
@Component
public final class LookupKeys {

    private final DatabaseClient database;
    private final MasterKeys keys;
    private final SealingKey sealingKey;

    LookupKeys(DatabaseClient database, MasterKeys keys, SealingKey sealingKey) {
        this.database = database;
        this.keys = keys;
        this.sealingKey = sealingKey;
    }

    /**
     * @param algorithm of the key, such as {@code HmacSHA256}
     * @param purpose   separates this key from all others; never changes once data rests on it
     */
    public Mono<SecretKey> key(String algorithm, String purpose) {
        var found = find(algorithm, purpose);
        return found.switchIfEmpty(Mono.defer(() -> make(algorithm, purpose).then(found)));
    }

    private Mono<SecretKey> find(String algorithm, String purpose) {
        return database.sql("select sealed from identity.lookup_key where purpose = :purpose")
                .bind("purpose", purpose)
                .map(row -> Objects.requireNonNull(row.get(0, byte[].class)))
                .one()
                .map(stored -> new SecretKeySpec(keys.open(SealedKind.LOOKUP_KEY, purpose, stored), algorithm));
    }

    private Mono<Void> make(String algorithm, String purpose) {
        return sealingKey.now().flatMap(master -> database.sql("insert into identity.lookup_key"
                        + " (purpose, sealed, master_key) values (:purpose, :sealed, :master) on conflict do nothing")
                .bind("purpose", purpose)
                .bind(
                        "sealed",
                        SealedKind.LOOKUP_KEY.seal(
                                master,
                                purpose,
                                master.derive(algorithm, purpose).getEncoded()))
                .bind("master", master.id())
                .then());
    }
}
