package app.mita.runtime.personal;

import app.mita.runtime.database.Notifications;
import app.mita.runtime.database.Notifications.Notified;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/**
 * Keys in their own table, wrapped with a master key. A tombstone stays where a key was, in the table for ever and
 * in memory until it has been forgotten everywhere: a key that was read just before its deletion cannot come back.
 */
@Component
final class StoredPersonalKeys implements PersonalKeys, DisposableBean {

    private static final String CHANNEL = "mita_key_deleted";
    private static final int CACHED_KEYS = 100_000;
    /** How long a node may go on with a key whose deletion it was not told of. */
    private static final Duration CACHED_FOR = Duration.ofSeconds(60);

    private static final Entry DELETED = new Entry(null);

    /** @param key null for a tombstone */
    private record Entry(@Nullable PersonalKey key) {}

    private final DatabaseClient database;
    private final MasterKeys masterKeys;
    private final SealingKey sealingKey;
    private final Cache<UUID, Entry> cache = Caffeine.newBuilder()
            .maximumSize(CACHED_KEYS)
            .expireAfterWrite(CACHED_FOR)
            // Many keys read at once would else wait, on an event loop, for another thread to make room.
            .executor(Runnable::run)
            .build();
    private final Disposable listening;

    StoredPersonalKeys(
            DatabaseClient database, Notifications notifications, MasterKeys masterKeys, SealingKey sealingKey) {
        this.database = database;
        this.masterKeys = masterKeys;
        this.sealingKey = sealingKey;
        this.listening = notifications.listen(CHANNEL).subscribe(signal -> {
            switch (signal) {
                case Notifications.Listening missed -> cache.invalidateAll();
                case Notified(var channel, var user) -> cache.put(UUID.fromString(user), DELETED);
            }
        });
    }

    @Override
    public Mono<PersonalKey> create(UUID user) {
        return sealingKey.now().flatMap(master -> {
            var wrapped = SealedKind.USER_KEY.seal(
                    master, user.toString(), AesGcm.newKey().getEncoded());
            return database.sql("insert into personal_data.user_key (user_id, wrapped, master_key) values ($1, $2, $3)"
                            + " on conflict (user_id) do nothing")
                    .bind(0, user)
                    .bind(1, wrapped)
                    .bind(2, master.id())
                    .then()
                    .then(read(List.of(user)))
                    .mapNotNull(keys -> keys.get(user))
                    .switchIfEmpty(Mono.error(
                            () -> new IllegalStateException("the key of " + user + " was deleted for ever")));
        });
    }

    @Override
    public Mono<Map<UUID, PersonalKey>> find(Collection<UUID> users) {
        return Mono.defer(() -> {
            var found = HashMap.<UUID, PersonalKey>newHashMap(users.size());
            var unknown = new ArrayList<UUID>();
            for (var user : users) {
                var entry = cache.getIfPresent(user);
                if (entry == null) {
                    unknown.add(user);
                } else if (entry.key != null) {
                    found.put(user, entry.key);
                }
            }
            if (unknown.isEmpty()) {
                return Mono.just(found);
            }
            return read(unknown).map(read -> {
                found.putAll(read);
                return found;
            });
        });
    }

    @Override
    public Mono<Void> delete(UUID user) {
        return database.sql(
                        "with deleted as (insert into personal_data.user_key (user_id, deleted_at) values ($1, now())"
                                + " on conflict (user_id) do update set wrapped = null,"
                                + " deleted_at = coalesce(user_key.deleted_at, excluded.deleted_at) returning user_id)"
                                + " select pg_notify('" + CHANNEL + "', user_id::text) from deleted")
                .bind(0, user)
                .then()
                .doOnSuccess(done -> cache.put(user, DELETED));
    }

    @Override
    public void destroy() {
        listening.dispose();
    }

    private Mono<Map<UUID, PersonalKey>> read(Collection<UUID> users) {
        return database.sql("select user_id, wrapped from personal_data.user_key where user_id = any($1)")
                .bind(0, users.toArray(UUID[]::new))
                .map(row -> {
                    var user = row.get(0, UUID.class);
                    var wrapped = row.get(1, byte[].class);
                    var entry = wrapped == null
                            ? DELETED
                            : new Entry(new PersonalKey(
                                    user, AesGcm.key(masterKeys.open(SealedKind.USER_KEY, user.toString(), wrapped))));
                    // A tombstone that was put meanwhile stays.
                    var earlier = cache.asMap().putIfAbsent(user, entry);
                    return earlier == null ? entry : earlier;
                })
                .all()
                .filter(entry -> entry.key != null)
                .map(entry -> entry.key)
                .collectMap(PersonalKey::user);
    }
}
