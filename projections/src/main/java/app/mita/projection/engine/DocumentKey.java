package app.mita.projection.engine;

import java.util.UUID;

/** Where a document lives. */
record DocumentKey(Projection projection, UUID user, String key) {

    /** Characters; what a row's index takes for certain. */
    static final int LONGEST = 512;

    /** Projections are compared by identity: a fast hash, for there are many of these. */
    @Override
    public int hashCode() {
        return (user.hashCode() * 31 + key.hashCode()) * 31 + System.identityHashCode(projection);
    }
}
