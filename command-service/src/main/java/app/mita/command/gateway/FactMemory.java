package app.mita.command.gateway;

import app.mita.api.event.EventTag;
import app.mita.command.eventstore.Snapshots;
import app.mita.command.eventstore.Snapshots.Snapshot;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Facts as they were after the last command that knew them, so that the next one need not source their events again;
 * behind them, those that may have many events, as snapshots. A memory may be outdated: whoever decides on it must have
 * the append's condition check it.
 */
final class FactMemory {

    private static final Logger log = LoggerFactory.getLogger(FactMemory.class);

    /** A month's fact takes a few kilobytes. */
    private static final long CAPACITY = 10_000;

    /** How long an erased user's personal text can outlive them here. */
    private static final Duration IDLE = Duration.ofMinutes(10);

    /** Reading so many events takes about as long as the snapshot's round trip. */
    static final int EVENTS_BETWEEN_SNAPSHOTS = 100;

    private final @Nullable Cache<Key, Remembered> cache;
    private final @Nullable Snapshots snapshots;

    private FactMemory(@Nullable Cache<Key, Remembered> cache, @Nullable Snapshots snapshots) {
        this.cache = cache;
        this.snapshots = snapshots;
    }

    /** @param snapshots null when none are kept */
    static FactMemory bounded(@Nullable Snapshots snapshots) {
        return new FactMemory(
                Caffeine.newBuilder()
                        .maximumSize(CAPACITY)
                        .expireAfterAccess(IDLE)
                        .executor(Runnable::run)
                        .build(),
                snapshots);
    }

    /** Remembers nothing, so that every command sources all its facts. */
    static FactMemory none() {
        return new FactMemory(null, null);
    }

    boolean remembers() {
        return cache != null;
    }

    /** What is remembered of the fact, or that it has no events yet. */
    Remembered recall(Fact<?> fact) {
        var remembered = cache == null ? null : cache.getIfPresent(Key.of(fact));
        return remembered == null ? new Remembered(fact.kind().initial(), 0, 0) : remembered;
    }

    /** What is remembered of the fact or was saved of it. Fails with EventStoreUnavailable. */
    CompletableFuture<Remembered> find(Fact<?> fact) {
        var remembered = recall(fact);
        var key = snapshotKey(fact);
        return snapshots == null || key == null || remembered.position() > 0
                ? CompletableFuture.completedFuture(remembered)
                : snapshots.find(key).thenApply(found -> found.map(snapshot -> restored(fact, snapshot))
                        .orElse(remembered));
    }

    /** Keeps the later of what is already remembered and this. */
    void keep(Fact<?> fact, Remembered known) {
        if (cache == null) {
            return;
        }
        var kept = known;
        var key = snapshotKey(fact);
        if (snapshots != null && key != null && known.unsaved() >= EVENTS_BETWEEN_SNAPSHOTS) {
            snapshots.save(key, new Snapshot(known.position(), written(fact.kind(), known.state())));
            kept = new Remembered(known.state(), known.position(), 0);
        }
        cache.asMap().merge(Key.of(fact), kept, (old, young) -> young.position() >= old.position() ? young : old);
    }

    private static Snapshots.@Nullable Key snapshotKey(Fact<?> fact) {
        var form = fact.kind().snapshot();
        return form == null ? null : new Snapshots.Key(fact.tag(), fact.kind().name(), form.version());
    }

    private static Remembered restored(Fact<?> fact, Snapshot snapshot) {
        try {
            var form = Objects.requireNonNull(fact.kind().snapshot());
            return new Remembered(Objects.requireNonNull(form.read(snapshot.state())), snapshot.position(), 0);
        } catch (RuntimeException unreadable) {
            log.warn(
                    "a snapshot of {} {} is not read: {}",
                    fact.kind().name(),
                    fact.tag().value(),
                    unreadable.toString());
            return new Remembered(fact.kind().initial(), 0, 0);
        }
    }

    @SuppressWarnings("unchecked")
    private static <S> String written(FactKind<S> kind, Object state) {
        return Objects.requireNonNull(kind.snapshot()).write((S) state);
    }

    /**
     * @param state    folded from all events of the fact's tag up to the position
     * @param position 0 before any
     * @param unsaved  how many of the events are in no snapshot
     */
    record Remembered(Object state, long position, int unsaved) {}

    private record Key(String kind, EventTag tag) {

        static Key of(Fact<?> fact) {
            return new Key(fact.kind().name(), fact.tag());
        }
    }
}
