package app.mita.command.eventstore;

import app.mita.api.event.EventTag;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Folded states in the database, each as of a position, in place of the events up to it. They only spare work: whoever
 * finds none folds from the first event.
 */
public final class Snapshots {

    private static final Logger log = LoggerFactory.getLogger(Snapshots.class);
    private static final int IN_FLIGHT = 1;
    private static final int FOUND_AT_ONCE = 128;
    private static final int SAVED_AT_ONCE = 64;

    private static final String FIND = """
            select wanted.number, found.position, found.state
            from unnest($1::text[], $2::text[], $3::int[]) with ordinality as wanted (tag, kind, version, number)
            cross join lateral (
              select position, state::text from event_store.snapshot s
              where s.tag = wanted.tag and s.kind = wanted.kind and s.version = wanted.version
              limit 1) found
            """;

    /** Nothing is saved of a user whose key is deleted, nor while it is being deleted. */
    private static final String SAVE = """
            insert into event_store.snapshot as s (tag, kind, user_id, version, position, state)
            select taken.tag, taken.kind, taken.user_id, taken.version, taken.position, taken.state::json
            from unnest($1::text[], $2::text[], $3::uuid[], $4::int[], $5::bigint[], $6::text[])
              as taken (tag, kind, user_id, version, position, state)
            join personal_data.user_key k on k.user_id = taken.user_id and k.deleted_at is null
            order by taken.tag, taken.kind
            for share of k
            on conflict (tag, kind) do update
            set version = excluded.version, position = excluded.position, state = excluded.state
            where s.version <> excluded.version or s.position < excluded.position
            returning 1
            """;

    private final Statements statements;
    private final Gatherer<Key, Optional<Snapshot>> finding =
            new Gatherer<>(IN_FLIGHT, FOUND_AT_ONCE, key -> 1, this::find);
    private final Gatherer<Taken, Boolean> saving = new Gatherer<>(IN_FLIGHT, SAVED_AT_ONCE, taken -> 1, this::save);

    Snapshots(Statements statements) {
        this.statements = statements;
    }

    /**
     * What a snapshot is of.
     *
     * @param kind    of state, several of which may be folded from the events of a tag
     * @param version of the state's form and of its fold
     */
    public record Key(EventTag tag, String kind, int version) {}

    /**
     * @param position of the last event that is in it
     * @param state    JSON
     */
    public record Snapshot(long position, String state) {}

    private record Taken(Key key, Snapshot snapshot) {}

    /** Fails with {@link EventStoreUnavailable}. */
    public CompletableFuture<Optional<Snapshot>> find(Key key) {
        return finding.ask(key);
    }

    /** Some time soon, unless a later one is there. When it fails nothing is lost. */
    public void save(Key key, Snapshot snapshot) {
        saving.ask(new Taken(key, snapshot));
    }

    private Mono<List<Optional<Snapshot>>> find(List<Key> keys) {
        return statements
                .rows(
                        FIND,
                        statement -> statement
                                .bind(0, texts(keys, key -> key.tag().value()))
                                .bind(1, texts(keys, Key::kind))
                                .bind(2, keys.stream().map(Key::version).toArray(Integer[]::new)),
                        row -> Map.entry(
                                Objects.requireNonNull(row.get(0, Long.class)).intValue() - 1,
                                new Snapshot(
                                        Objects.requireNonNull(row.get(1, Long.class)),
                                        Objects.requireNonNull(row.get(2, String.class)))))
                .map(found -> {
                    var answers = new ArrayList<>(Collections.nCopies(keys.size(), Optional.<Snapshot>empty()));
                    found.forEach(entry -> answers.set(entry.getKey(), Optional.of(entry.getValue())));
                    return answers;
                });
    }

    private Mono<List<Boolean>> save(List<Taken> taken) {
        var last = new LinkedHashMap<Key, Taken>();
        taken.forEach(one -> last.merge(one.key, one, Snapshots::later));
        var saved = List.copyOf(last.values());
        return statements
                .rows(
                        SAVE,
                        statement -> statement
                                .bind(0, texts(saved, one -> one.key.tag().value()))
                                .bind(1, texts(saved, one -> one.key.kind()))
                                .bind(
                                        2,
                                        saved.stream()
                                                .map(one -> one.key.tag().user())
                                                .toArray(UUID[]::new))
                                .bind(
                                        3,
                                        saved.stream()
                                                .map(one -> one.key.version())
                                                .toArray(Integer[]::new))
                                .bind(
                                        4,
                                        saved.stream()
                                                .map(one -> one.snapshot.position())
                                                .toArray(Long[]::new))
                                .bind(5, texts(saved, one -> one.snapshot.state())),
                        row -> true)
                .map(rows -> Collections.nCopies(taken.size(), true))
                .doOnError(failure -> log.warn("{} snapshots were not saved: {}", saved.size(), failure.toString()));
    }

    private static Taken later(Taken one, Taken other) {
        return other.snapshot.position() >= one.snapshot.position() ? other : one;
    }

    private static <T> String[] texts(List<T> values, Function<T, String> text) {
        return values.stream().map(text).toArray(String[]::new);
    }
}
