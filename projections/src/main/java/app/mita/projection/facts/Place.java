package app.mita.projection.facts;

import app.mita.projection.facts.FactStore.Progress;
import org.jspecify.annotations.Nullable;

/**
 * Where a partition is.
 *
 * @param epoch     of this publisher's claim
 * @param stored    in the database
 * @param published position of the last event whose facts are on Kafka
 * @param untold    when not null, it is not known what Kafka was told: events are folded silently until this offset, then
 *     each present fact is published once
 */
record Place(
        long epoch,
        Progress stored,
        long published,
        @Nullable Long untold) {

    boolean told() {
        return untold == null;
    }

    /** Silently, or after what this came to is on Kafka. */
    Place movedTo(Progress reached) {
        return new Place(epoch, reached, told() ? Math.max(published, reached.position()) : published, untold);
    }

    /** Kafka has every fact as it is in the database. */
    Place toldNow() {
        return new Place(epoch, stored, stored.position(), null);
    }

    /** As it is kept: without an offset while Kafka has to be told, so that whoever takes over knows that. */
    Progress kept(Progress reached) {
        return told() ? reached : new Progress(0, reached.position());
    }
}
