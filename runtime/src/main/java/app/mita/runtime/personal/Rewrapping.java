package app.mita.runtime.personal;

import app.mita.runtime.personal.MasterKeyRows.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Seals everything anew that does not rest on the current master key. May be broken off and begun again at any time, and
 * run beside everything else: only a value that is still as it was read is replaced.
 */
@Component
public final class Rewrapping {

    private static final Logger log = LoggerFactory.getLogger(Rewrapping.class);
    private static final int BATCH = 500;
    /** A second one for what was stored meanwhile with the key before, a third one to be sure. */
    private static final int PASSES = 3;
    /** Who asked for the sealing key just before it changed has stored by then what they sealed. */
    private static final Duration SETTLED = Duration.ofSeconds(2);

    private final MasterKeys keys;
    private final MasterKeyRows rows;
    private final SealingKey sealingKey;

    Rewrapping(MasterKeys keys, MasterKeyRows rows, SealingKey sealingKey) {
        this.keys = keys;
        this.rows = rows;
        this.sealingKey = sealingKey;
    }

    /**
     * @param kind       such as {@code user_keys}
     * @param rewrapped  values that rest on the current key since this rewrapping
     * @param left       values that rest on another key
     * @param unreadable of those that are left: no configured key opens them
     */
    public record Part(String kind, long rewrapped, long left, long unreadable) {}

    /** @param masterKey the id of the current key */
    public record Rewrapped(String masterKey, List<Part> parts) {}

    /**
     * @param kind   such as {@code user_keys}
     * @param values how many rest on it
     */
    public record Use(String masterKey, String kind, long values) {}

    /**
     * @param current    the id of the key that this node is configured with
     * @param configured the current one and the previous ones
     * @param sealing    the id of the key that seals what is new
     */
    public record Standing(String current, List<String> configured, String sealing, List<Use> use) {}

    /** The id of the current key, of this node. */
    public String current() {
        return keys.current().id();
    }

    /** What rests on which key. Counts everything. */
    public Mono<Standing> standing() {
        return rows.takenUp().zipWith(uses(), (sealing, uses) -> new Standing(current(), keys.ids(), sealing, uses));
    }

    /** @param soFar is told now and then how far it is */
    public Mono<Rewrapped> rewrap(Function<Rewrapped, Mono<Void>> soFar) {
        return sealingKey
                .takeUpCurrent()
                .flatMap(changed -> changed ? Mono.delay(SETTLED) : Mono.just(0L))
                .then(Mono.defer(() -> passes(new Tally(), soFar, PASSES)));
    }

    private Mono<List<Use>> uses() {
        return rows.counts()
                .map(count -> new Use(count.masterKey(), count.kind().label, count.values()))
                .collectList();
    }

    private Mono<Rewrapped> passes(Tally tally, Function<Rewrapped, Mono<Void>> soFar, int passes) {
        return recount(tally)
                .then(Flux.fromArray(SealedKind.values())
                        .concatMap(kind -> step(tally, kind, null, soFar)
                                .expand(last -> step(tally, kind, last, soFar))
                                .then())
                        .then())
                .then(Mono.defer(() -> recount(tally)))
                .then(Mono.defer(() -> tally.isDone() || passes == 1
                        ? Mono.just(tally.told(current()))
                        : passes(tally, soFar, passes - 1)));
    }

    private Mono<Void> recount(Tally tally) {
        return rows.counts()
                .filter(count -> !count.masterKey().equals(current()))
                .collectList()
                .doOnNext(counts -> {
                    tally.left.clear();
                    counts.forEach(count -> tally.left.merge(count.kind(), count.values(), Long::sum));
                })
                .then();
    }

    /** @return the last value's id; empty at the end */
    private Mono<String> step(
            Tally tally, SealedKind kind, @Nullable String after, Function<Rewrapped, Mono<Void>> soFar) {
        if (after == null) {
            tally.unreadable.remove(kind);
        }
        return rows.others(kind, current(), after, BATCH)
                .filter(found -> !found.isEmpty())
                .flatMap(found -> replace(tally, kind, found)
                        .then(Mono.defer(() -> soFar.apply(tally.told(current()))))
                        .thenReturn(found.getLast().id()));
    }

    private Mono<Void> replace(Tally tally, SealedKind kind, List<Value> found) {
        var before = new ArrayList<Value>();
        var after = new ArrayList<Value>();
        for (var value : found) {
            try {
                var plain = keys.open(kind, value.id(), value.sealed());
                after.add(new Value(value.id(), kind.seal(keys.current(), value.id(), plain)));
                before.add(value);
            } catch (IllegalStateException unreadable) {
                log.warn("left as it is: {}", unreadable.getMessage());
                tally.unreadable.merge(kind, 1L, Long::sum);
            }
        }
        return rows.replace(kind, current(), before, after)
                .doOnNext(replaced -> {
                    tally.rewrapped.merge(kind, replaced, Long::sum);
                    tally.left.computeIfPresent(kind, (same, left) -> Math.max(0, left - replaced));
                })
                .then();
    }

    /** How far it is, by kind. */
    private static final class Tally {

        private final Map<SealedKind, Long> rewrapped = new EnumMap<>(SealedKind.class);
        private final Map<SealedKind, Long> left = new EnumMap<>(SealedKind.class);
        private final Map<SealedKind, Long> unreadable = new EnumMap<>(SealedKind.class);

        /** Whether there is nothing left that another pass could do something about. */
        boolean isDone() {
            return left.equals(unreadable);
        }

        Rewrapped told(String masterKey) {
            return new Rewrapped(
                    masterKey,
                    Arrays.stream(SealedKind.values())
                            .map(kind ->
                                    new Part(kind.label, of(rewrapped, kind), of(left, kind), of(unreadable, kind)))
                            .toList());
        }

        private static long of(Map<SealedKind, Long> figures, SealedKind kind) {
            return figures.getOrDefault(kind, 0L);
        }
    }
}
