package app.mita.runtime.appuse;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Tells people's requests from those of monitors: a few in a second. Asked by one at a time. */
final class Requests {

    private static final int FEW = 3;
    private static final Duration WINDOW = Duration.ofSeconds(1);

    private final LongSupplier answered;
    private final LongSupplier nanoTime;
    private long before;
    private long since;
    private boolean quiet = true;

    /** @param answered since the start */
    Requests(LongSupplier answered, LongSupplier nanoTime) {
        this.answered = answered;
        this.nanoTime = nanoTime;
        this.before = answered.getAsLong();
        this.since = nanoTime.getAsLong();
    }

    /** At once for the first people after nobody, and then once a second while they go on. */
    boolean areOfPeople() {
        long now = nanoTime.getAsLong();
        long count = answered.getAsLong();
        boolean full = now - since >= WINDOW.toNanos();
        boolean people = count - before >= FEW && (quiet || full);
        if (people || full) {
            quiet = !people;
            before = count;
            since = now;
        }
        return people;
    }
}
