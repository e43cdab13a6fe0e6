package app.mita.projection.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How far the projections are that this node moves. Safe for any thread. */
@Component
public final class ProjectionStatus {

    private final Clock clock;
    private final Map<Place, Standing> standings = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> applied = new ConcurrentHashMap<>();
    private volatile boolean connected;
    private volatile @Nullable Failure lastFailure;

    private record Place(String projection, int partition) {}

    ProjectionStatus(Clock clock) {
        this.clock = clock;
    }

    /**
     * One projection in one partition.
     *
     * @param position  of the last event applied, 0 before any
     * @param lagEvents events on Kafka that are not applied; an estimate, never negative
     * @param behindSince when it was last seen without lag; null while there is none
     */
    public record Standing(
            String projection,
            int version,
            int generation,
            int partition,
            long position,
            long lagEvents,
            @Nullable Instant behindSince) {

        /** For how long there has been something to apply; zero while there is no lag. */
        public Duration behind(Instant now) {
            return behindSince == null || behindSince.isAfter(now) ? Duration.ZERO : Duration.between(behindSince, now);
        }
    }

    /** Something that made the engine try again. */
    public record Failure(Instant at, String cause) {}

    /** By projection, then partition; only partitions that this node holds. */
    public List<Standing> standings() {
        return standings.values().stream()
                .sorted(Comparator.comparing(Standing::projection).thenComparing(Standing::partition))
                .toList();
    }

    /** Whether the engine takes part in consuming events; it may still be behind, and may have no partition. */
    public boolean connected() {
        return connected;
    }

    /** The latest; it may be long overcome. */
    public Optional<Failure> lastFailure() {
        return Optional.ofNullable(lastFailure);
    }

    Instant now() {
        return clock.instant();
    }

    /** Events that a projection has applied on this node, since the start. */
    public long applied(String projection) {
        var count = applied.get(projection);
        return count == null ? 0 : count.sum();
    }

    void applied(Claim claim, long events) {
        applied.computeIfAbsent(claim.projection().name(), unseen -> new LongAdder())
                .add(events);
    }

    void connected(boolean now) {
        connected = now;
    }

    void stopped() {
        connected = false;
        standings.clear();
    }

    void failed(Throwable failure) {
        lastFailure = new Failure(clock.instant(), failure.toString());
    }

    /** In this partition these are moved, and nothing else any more. */
    void entered(int partition, Collection<Claim> claims) {
        var names = claims.stream().map(claim -> claim.projection().name()).collect(Collectors.toUnmodifiableSet());
        standings.keySet().removeIf(place -> place.partition == partition && !names.contains(place.projection));
    }

    void released(Collection<Integer> partitions) {
        standings.keySet().removeIf(place -> partitions.contains(place.partition));
    }

    /** @param lag records behind, by partition; empty when not known */
    void moved(Collection<Lane> lanes, IntFunction<OptionalLong> lag) {
        var now = clock.instant();
        for (var lane : lanes) {
            var behind = lag.apply(lane.partition());
            for (var claim : lane.claims()) {
                standings.compute(
                        new Place(claim.projection().name(), lane.partition()),
                        (place, before) -> standing(claim, behind, before, now));
            }
        }
    }

    private static Standing standing(Claim claim, OptionalLong lag, @Nullable Standing before, Instant now) {
        long events = lag.orElse(before == null ? 0 : before.lagEvents);
        var since = events == 0 ? null : before == null || before.behindSince == null ? now : before.behindSince;
        return new Standing(
                claim.projection().name(),
                claim.projection().model().version(),
                claim.projection().generation(),
                claim.partition(),
                claim.position(),
                events,
                since);
    }
}
