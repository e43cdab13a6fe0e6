package app.mita.projection.engine;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * How long a replay rests after each batch: not at all while the machine has processor time to spare, and up to fifteen
 * times as long as it has worked while it has none. Priorities alone do not do: what the database does for a replay has
 * the same as what it does for readers. Used by one thread.
 */
final class SpareTime {

    /** Of all processors; a replay alone leaves more than this. */
    private static final double NONE_LEFT = 0.88;

    private static final Duration LOOK = Duration.ofMillis(100);

    /** Times the work. At a sixteenth of its time a replay still outruns the events that a busy machine takes in. */
    private static final double MOST = 15;

    private static final double LEAST = 0.25;
    private static final double MORE = 2;
    private static final double LESS = 0.6;

    private final DoubleSupplier load;
    private final LongSupplier nanoTime;
    private long lookedAt;
    private double rest;

    /** @param load since it was asked last, of all processors that the JVM may use; negative while it is not known */
    SpareTime(DoubleSupplier load, LongSupplier nanoTime) {
        this.load = load;
        this.nanoTime = nanoTime;
        this.lookedAt = nanoTime.getAsLong();
    }

    static SpareTime ofThisMachine() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? new SpareTime(system::getCpuLoad, System::nanoTime)
                : new SpareTime(() -> 0, System::nanoTime);
    }

    Duration restAfter(Duration worked) {
        if (nanoTime.getAsLong() - lookedAt > LOOK.toNanos()) {
            lookedAt = nanoTime.getAsLong();
            rest = load.getAsDouble() >= NONE_LEFT ? Math.min(MOST, Math.max(LEAST, rest * MORE)) : rest * LESS;
            if (rest < LEAST) {
                rest = 0;
            }
        }
        return Duration.ofNanos((long) (worked.toNanos() * rest));
    }
}
