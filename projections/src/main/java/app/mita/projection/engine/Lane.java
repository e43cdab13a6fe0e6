package app.mita.projection.engine;

import app.mita.api.event.MitaEvent;
import app.mita.api.identity.AccountDeleted;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A partition and the projections that move through it together. Their positions may differ a little when one has just
 * caught up: each skips what it has applied.
 */
final class Lane {

    private final int partition;
    private final List<Claim> claims;
    private final boolean announcing;
    private final Set<Class<? extends MitaEvent>> folded = new HashSet<>();
    private long seen;

    /** @param announcing false while a projection that answers wait for is not among them */
    Lane(int partition, List<Claim> claims, boolean announcing) {
        this.partition = partition;
        this.claims = claims;
        this.announcing = announcing;
        this.seen = position();
        folded.add(AccountDeleted.class);
        claims.forEach(claim -> folded.addAll(claim.projection().model().events()));
    }

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

    /** Where the event after {@link #position} is looked for. */
    long offset() {
        return claims.stream()
                .min(Comparator.comparingLong(Claim::position))
                .orElseThrow()
                .offset();
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
