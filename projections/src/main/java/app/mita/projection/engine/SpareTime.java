package app.mita.projection.engine;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * How long a replay rests after each batch: not at all while nobody else needs the machine, and up to 31 times as long as it
 * has worked while others have all of it or people are using the app: a few requests a second leave the machine idle, and
 * yet each that comes while a replay has it waits for a collection of its garbage, or for a turn. Never so long that it
 * would not end: a writer may be as fast as a replay that rests. Priorities alone do not do: what the database does for a
 * replay has the same as what it does for readers.
 *
 * <p>A replay fills the machine by itself, so a machine that is full says nothing of others. Then, and before it begins, it
 * stands still for a moment and looks what goes on without it. While it rests, its batches should be small: whoever reads
 * during one waits for it. One thread rests and another one may tell what is left.
 */
final class SpareTime {

    /** Of all processors; up to here there is no need to look closer. */
    private static final double FULL = 0.95;
    /** What others use while nothing is replayed, from which on they are in need of it. */
    private static final double OTHERS = 0.6;
    /** While it rests, most of what is used is others'. */
    private static final double NONE_LEFT = 0.88;

    private static final Duration LOOK = Duration.ofMillis(100);
    /** Until what was handed to the database and to other threads is done. */
    private static final Duration DRAIN = Duration.ofMillis(80);

    private static final Duration STAND_STILL_EVERY = Duration.ofSeconds(2);

    /** Times the work. With the database's share a replay then takes about a twentieth of a processor from readers. */
    static final double MOST = 31;

    private static final double LEAST = 0.25;

    /** In which a replay is to end, whatever the load. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private static final double MORE = 4;
    private static final double LESS = 0.6;

    private final Load load;
    private final BooleanSupplier wanted;
    private final BooleanSupplier appIsUsed;
    private final LongSupplier nanoTime;
    private long lookedAt;
    private long stoodStillAt;
    private boolean began;
    /** And not for the load, which takes its time to end. */
    private boolean forTheApp;

    private volatile double rest;
    private volatile double most = MOST;
    private long leftBefore = Long.MAX_VALUE;
    private long leftAt;

    /**
     * @param wanted    whether to rest at all
     * @param appIsUsed by people, and now
     */
    SpareTime(Load load, BooleanSupplier wanted, BooleanSupplier appIsUsed, LongSupplier nanoTime) {
        this.load = load;
        this.wanted = wanted;
        this.appIsUsed = appIsUsed;
        this.nanoTime = nanoTime;
        this.lookedAt = nanoTime.getAsLong();
        // So that the first look is at the time since now.
        load.sinceAskedLast();
    }

    static SpareTime ofThisMachine(BooleanSupplier wanted, BooleanSupplier appIsUsed) {
        return new SpareTime(MachineLoad.ofThisMachine(), wanted, appIsUsed, System::nanoTime);
    }

    /**
     * Of all processors that the JVM may use; negative while it is not known.
     *
     * @param needed but for what nobody waits for
     */
    record Used(double all, double needed) {
        static final Used UNKNOWN = new Used(-1, -1);
    }

    /** What is used. */
    @FunctionalInterface
    interface Load {
        Used sinceAskedLast();
    }

    /** Does nothing for a while; may return early when nothing is to be waited for any more. */
    @FunctionalInterface
    interface Sleep {
        void over(Duration time) throws InterruptedException;

        /** @param wanted asked every now and then; once it is false, the rest of the time is not slept */
        static Sleep asLongAs(BooleanSupplier wanted) {
            return time -> {
                long until = System.nanoTime() + time.toNanos();
                long left;
                while (wanted.getAsBoolean() && (left = until - System.nanoTime()) > 0) {
                    TimeUnit.NANOSECONDS.sleep(Math.min(left, LOOK.toNanos()));
                }
            };
        }
    }

    /** Whether to rest at all; from any thread. */
    boolean isWanted() {
        return wanted.getAsBoolean();
    }

    /** From any thread. */
    boolean isScarce() {
        return isWanted() && rest > 0;
    }

    /**
     * What is still to be done; told every few seconds.
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

    /** Rests as long as it should after this work. */
    void restAfter(Duration worked, Sleep sleep) throws InterruptedException {
        if (!isWanted()) {
            return;
        }
        if (!began) {
            began = true;
            standStill(sleep);
        } else if (nanoTime.getAsLong() - lookedAt > LOOK.toNanos()) {
            look(sleep);
        }
        if (rest > 0) {
            sleep.over(Duration.ofNanos((long) (worked.toNanos() * rest)));
        }
    }

    private void look(Sleep sleep) throws InterruptedException {
        lookedAt = nanoTime.getAsLong();
        var used = load.sinceAskedLast();
        if (appIsUsed.getAsBoolean()) {
            restForTheApp();
        } else if (forTheApp) {
            standStill(sleep);
        } else if (rest > 0) {
            rest = used.needed() >= NONE_LEFT ? Math.min(most, rest * MORE) : rest * LESS;
            if (rest < LEAST) {
                rest = 0;
            }
        } else if (used.all() >= FULL && lookedAt - stoodStillAt > STAND_STILL_EVERY.toNanos()) {
            standStill(sleep);
        }
    }

    private void standStill(Sleep sleep) throws InterruptedException {
        sleep.over(DRAIN);
        load.sinceAskedLast();
        sleep.over(LOOK);
        forTheApp = false;
        if (appIsUsed.getAsBoolean()) {
            restForTheApp();
        } else {
            rest = load.sinceAskedLast().needed() >= OTHERS ? Math.min(most, MORE) : 0;
        }
        lookedAt = nanoTime.getAsLong();
        stoodStillAt = lookedAt;
    }

    private void restForTheApp() {
        forTheApp = true;
        rest = most;
    }
}
