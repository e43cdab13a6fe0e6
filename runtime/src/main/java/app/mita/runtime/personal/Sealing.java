package app.mita.runtime.personal;

import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Seals what the database must keep but not show: AES-256-GCM with a key derived from a master key. */
@Component
public final class Sealing {

    private final MasterKeys keys;
    private final SealingKey sealingKey;

    Sealing(MasterKeys keys, SealingKey sealingKey) {
        this.keys = keys;
        this.sealingKey = sealingKey;
    }

    /**
     * Both belong into the value's row.
     *
     * @param masterKey the id of the master key that it rests on
     */
    public record Sealed(byte[] bytes, String masterKey) {}

    /** @param id of the row; opening it for any other fails */
    public Mono<Sealed> seal(SealedKind kind, String id, String text) {
        return sealingKey
                .now()
                .map(master -> new Sealed(kind.seal(master, id, text.getBytes(StandardCharsets.UTF_8)), master.id()));
    }

    /** @throws IllegalStateException when no configured master key opens it, or when it is of another row */
    public String open(SealedKind kind, String id, byte[] sealed) {
        return new String(keys.open(kind, id, sealed), StandardCharsets.UTF_8);
    }
}
