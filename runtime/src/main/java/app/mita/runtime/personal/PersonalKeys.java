package app.mita.runtime.personal;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** The users' own keys for their personal text. A deleted key is gone for ever, and with it all that it encrypted. */
public interface PersonalKeys {

    /** Makes a key for a new user; the same again when there is one already. */
    Mono<PersonalKey> create(UUID user);

    /** Keys of those users who have one; the others are absent from the map. Cached. */
    Mono<Map<UUID, PersonalKey>> find(Collection<UUID> users);

    /** Completes when the key is gone from the database and from this node's memory; other nodes forget it at once. */
    Mono<Void> delete(UUID user);
}
