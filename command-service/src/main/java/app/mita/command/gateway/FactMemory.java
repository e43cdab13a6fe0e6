package app.mita.command.gateway;

import app.mita.api.event.EventTag;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Facts as they were after the last command that knew them, so that the next one need not source their events again. A
 * memory may be outdated: whoever decides on it must have the append's condition check it.
 */
final class FactMemory {

    /** A month's fact takes a few kilobytes. */
    private static final long CAPACITY = 10_000;

    /** How long an erased user's personal text can outlive them here. */
    private static final Duration IDLE = Duration.ofMinutes(10);

    private final @Nullable Cache<Key, Remembered> cache;

    private FactMemory(@Nullable Cache<Key, Remembered> cache) {
        this.cache = cache;
    }

    static FactMemory bounded() {
        return new FactMemory(Caffeine.newBuilder()
                .maximumSize(CAPACITY)
                .expireAfterAccess(IDLE)
                .executor(Runnable::run)
                .build());
    }

    /** Remembers nothing, so that every command sources all its facts. */
    static FactMemory none() {
        return new FactMemory(null);
    }

    boolean remembers() {
        return cache != null;
    }

    /** What is remembered of the fact, or that it has no events yet. */
    Remembered recall(Fact<?> fact) {
        var remembered = cache == null ? null : cache.getIfPresent(Key.of(fact));
        return remembered == null ? new Remembered(fact.kind().initial(), 0) : remembered;
    }

    /** Keeps the later of what is already remembered and this. */
    void keep(Fact<?> fact, Remembered known) {
        if (cache != null) {
            cache.asMap().merge(Key.of(fact), known, (old, young) -> young.position() >= old.position() ? young : old);
        }
    }

    /**
     * @param state    folded from all events of the fact's tag up to the position
     * @param position 0 before any
     */
    record Remembered(Object state, long position) {}

    private record Key(String kind, EventTag tag) {

        static Key of(Fact<?> fact) {
            return new Key(fact.kind().name(), fact.tag());
        }
    }
}
