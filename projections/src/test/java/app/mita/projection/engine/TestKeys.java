package app.mita.projection.engine;

import app.mita.runtime.personal.PersonalKey;
import app.mita.runtime.personal.PersonalKeys;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.spec.SecretKeySpec;
import reactor.core.publisher.Mono;

/** Every user has a key, until it is deleted. */
public final class TestKeys implements PersonalKeys {

    private final Set<UUID> deleted = ConcurrentHashMap.newKeySet();

    PersonalKey of(UUID user) {
        var bytes = ByteBuffer.allocate(32)
                .putLong(user.getMostSignificantBits())
                .putLong(user.getLeastSignificantBits())
                .array();
        return new PersonalKey(user, new SecretKeySpec(bytes, "AES"));
    }

    @Override
    public Mono<PersonalKey> create(UUID user) {
        return Mono.just(of(user));
    }

    @Override
    public Mono<Map<UUID, PersonalKey>> find(Collection<UUID> users) {
        var found = new HashMap<UUID, PersonalKey>();
        users.stream().filter(user -> !deleted.contains(user)).forEach(user -> found.put(user, of(user)));
        return Mono.just(found);
    }

    @Override
    public Mono<Void> delete(UUID user) {
        return Mono.fromRunnable(() -> deleted.add(user));
    }
}
