package app.mita.projection.engine;

import java.time.Duration;

/** When to try again: soon at first, then ever later. Used by one thread. */
final class Backoff {

    private static final Duration FIRST = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private Duration next = FIRST;
    private long dueAt = System.nanoTime();

    boolean due() {
        return left().isZero();
    }

    /** Never negative. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, dueAt - System.nanoTime()));
    }

    void failed() {
        dueAt = System.nanoTime() + next.toNanos();
        next = next.multipliedBy(2).compareTo(LONGEST) < 0 ? next.multipliedBy(2) : LONGEST;
    }

    /** Soon, without a failure: something is to be looked at anew. */
    void shortly() {
        dueAt = System.nanoTime() + FIRST.toNanos();
    }

    void succeeded() {
        next = FIRST;
        dueAt = System.nanoTime();
    }
}
