package app.mita.projection.engine;

import java.util.Set;
import java.util.UUID;

/**
 * This node's hold on one projection in one partition. Used by one thread. Position and offset run ahead of the database
 * by what is being stored; when storing fails the claim is thrown away, and a new one is taken.
 */
final class Claim {

    private final Projection projection;
    private final int partition;
    private final long epoch;
    private final boolean awaited;
    private final Set<UUID> parked;
    private final Set<Long> discarded;
    private long position;
    private long offset;

    /**
     * @param epoch    with it the database tells this claim from earlier and later ones
     * @param awaited  whether answers to writes wait for this projection
     * @param parked   users with a dead letter: their later events are parked too
     * @param discarded positions of events that are passed over when they fail
     * @param position of the last event applied
     * @param offset   where the next event is looked for
     */
    Claim(
            Projection projection,
            int partition,
            long epoch,
            boolean awaited,
            Set<UUID> parked,
            Set<Long> discarded,
            long position,
            long offset) {
        this.projection = projection;
        this.partition = partition;
        this.epoch = epoch;
        this.awaited = awaited;
        this.parked = parked;
        this.discarded = discarded;
        this.position = position;
        this.offset = offset;
    }

    Projection projection() {
        return projection;
    }

    int partition() {
        return partition;
    }

    long epoch() {
        return epoch;
    }

    boolean awaited() {
        return awaited;
    }

    Set<UUID> parked() {
        return parked;
    }

    Set<Long> passedOver() {
        return discarded;
    }

    boolean passesOver(long failed) {
        return discarded.contains(failed);
    }

    long position() {
        return position;
    }

    long offset() {
        return offset;
    }

    void moveTo(long newPosition, long newOffset) {
        position = newPosition;
        offset = newOffset;
    }
}
