package app.mita.projection.engine;

import app.mita.api.event.MitaEvent;
import app.mita.api.identity.AccountDeleted;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A partition and the projections that move through it together. Their positions may differ a little when one has just
 * caught up: each skips what it has applied.
 */
final class Lane {

    private final int partition;
    private final List<Claim> claims;
    private final boolean announcing;
    private final Set<Class<? extends MitaEvent>> folded = new HashSet<>();
    private @Nullable Probe probe;
    private long seen;

    /** @param announcing false while a projection that answers wait for is not among them */
    Lane(int partition, List<Claim> claims, boolean announcing) {
        this.partition = partition;
        this.claims = claims;
        this.announcing = announcing;
        var last =
                claims.stream().min(Comparator.comparingLong(Claim::position)).orElseThrow();
        this.seen = last.position();
        folded.add(AccountDeleted.class);
        claims.forEach(claim -> folded.addAll(claim.projection().model().events()));
        this.probe = last.offset() == 0 ? null : new Probe(last.offset() - 1, last.position());
    }

    /** The event applied last is read once more: is the topic still the one that the offset belongs to? */
    record Probe(long offset, long position) {}

    int partition() {
        return partition;
    }

    List<Claim> claims() {
        return claims;
    }

    boolean announcing() {
        return announcing;
    }

    /** Whether any of its projections, or the engine, has use for such an event. */
    boolean folds(Class<? extends MitaEvent> event) {
        return folded.contains(event);
    }

    /** What the next record must be; null when nothing was applied yet or the question has been answered. */
    @Nullable
    Probe probe() {
        return probe;
    }

    void probed() {
        probe = null;
    }

    /** Whether an event at this position has not come yet; from then on it has. */
    boolean isNew(long position) {
        if (position <= seen) {
            return false;
        }
        seen = position;
        return true;
    }

    /** All have applied this and everything before. */
    long position() {
        return claims.stream().mapToLong(Claim::position).min().orElseThrow();
    }

    /** Those that answers to writes wait for have applied this. */
    long awaitedPosition() {
        return claims.stream()
                .filter(Claim::awaited)
                .mapToLong(Claim::position)
                .min()
                .orElse(position());
    }
}
