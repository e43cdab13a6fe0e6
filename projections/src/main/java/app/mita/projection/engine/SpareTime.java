package app.mita.projection.engine;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * How long a replay rests after each batch: not at all while the machine has processor time to spare, and up to 31 times
 * as long as it has worked while it has none, but never so long that it would not end: a writer may be as fast as a replay
 * that rests. Priorities alone do not do: what the database does for a replay has the same as what it does for readers.
 * While it rests, its batches should be small: whoever reads during one waits for it. One thread rests and another one may
 * tell what is left.
 */
final class SpareTime {

    /** Of all processors; a replay alone leaves more than this. */
    private static final double NONE_LEFT = 0.88;

    private static final Duration LOOK = Duration.ofMillis(100);

    /** Times the work. With the database's share a replay then takes about a twentieth of a processor from readers. */
    private static final double MOST = 31;

    private static final double LEAST = 0.25;
    /** The first, until the load is known and while it is high. */
    private static final double CAUTIOUS = 1;

    /** In which a replay is to end, whatever the load. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private static final double MORE = 4;
    private static final double LESS = 0.6;

    private final DoubleSupplier load;
    private final LongSupplier nanoTime;
    private long lookedAt;
    private volatile double rest = CAUTIOUS;
    private volatile double most = MOST;
    private long leftBefore = Long.MAX_VALUE;
    private long leftAt;

    /** @param load since it was asked last, of all processors that the JVM may use; negative while it is not known */
    SpareTime(DoubleSupplier load, LongSupplier nanoTime) {
        this.load = load;
        this.nanoTime = nanoTime;
        this.lookedAt = nanoTime.getAsLong();
        // So that the first look is at the time since now.
        load.getAsDouble();
    }

    static SpareTime ofThisMachine() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? new SpareTime(system::getCpuLoad, System::nanoTime)
                : new SpareTime(() -> 0, System::nanoTime);
    }

    /** From any thread. */
    boolean isScarce() {
        return rest > 0;
    }

    /**
     * What is still to be done; asked for every few seconds.
     *
     * @param events that it has yet to apply; those that are written meanwhile are among them
     */
    void left(long events) {
        long now = nanoTime.getAsLong();
        if (leftBefore != Long.MAX_VALUE) {
            double seconds = (now - leftAt) / 1e9;
            double gained = Math.max(leftBefore - events, 0) / seconds;
            boolean inTime = gained * LONGEST.toSeconds() >= events;
            most = inTime ? Math.min(MOST, most + 1) : Math.max(LEAST, most / 2);
        }
        leftBefore = events;
        leftAt = now;
    }

    Duration restAfter(Duration worked) {
        if (nanoTime.getAsLong() - lookedAt > LOOK.toNanos()) {
            lookedAt = nanoTime.getAsLong();
            rest = load.getAsDouble() >= NONE_LEFT ? Math.min(most, Math.max(CAUTIOUS, rest * MORE)) : rest * LESS;
            if (rest < LEAST) {
                rest = 0;
            }
        }
        return Duration.ofNanos((long) (worked.toNanos() * rest));
    }
}
