package app.mita.runtime.personal;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The master keys that this node is configured with. */
@Component
final class MasterKeys {

    private final List<MasterKey> keys;

    MasterKeys(PersonalDataProperties properties) {
        this.keys = properties.keys();
    }

    /** The one that everything is to rest on. */
    MasterKey current() {
        return keys.getFirst();
    }

    /** The current one first. */
    List<String> ids() {
        return keys.stream().map(MasterKey::id).distinct().toList();
    }

    Optional<MasterKey> withId(String id) {
        return keys.stream().filter(key -> key.id().equals(id)).findFirst();
    }

    /**
     * By whichever key it rests on: sealed values are authenticated, so only that one opens it.
     *
     * @throws IllegalStateException when none does
     */
    byte[] open(SealedKind kind, String id, byte[] sealed) {
        for (var key : keys) {
            try {
                return kind.open(key, id, sealed);
            } catch (IllegalArgumentException another) {
                // It may rest on the next one.
            }
        }
        throw new IllegalStateException(
                "cannot open what is stored in %s for %s: it was tampered with, or it rests on a"
                                .formatted(kind.table, id)
                        + " master key that is missing in " + PersonalDataProperties.PREVIOUS);
    }

    /** The one that a value rests on; empty when it is none of these, or when the value was tampered with. */
    Optional<MasterKey> under(SealedKind kind, String id, byte[] sealed) {
        return keys.stream().filter(key -> opens(key, kind, id, sealed)).findFirst();
    }

    private static boolean opens(MasterKey key, SealedKind kind, String id, byte[] sealed) {
        try {
            kind.open(key, id, sealed);
            return true;
        } catch (IllegalArgumentException another) {
            return false;
        }
    }
}
