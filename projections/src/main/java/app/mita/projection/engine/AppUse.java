package app.mita.projection.engine;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Whether people are using the app: a few requests in a second, as monitors do not make. Used by one thread. */
final class AppUse {

    private static final int REQUESTS = 3;
    private static final Duration WINDOW = Duration.ofSeconds(1);
    /** After the last of them. */
    private static final Duration LASTS = Duration.ofSeconds(2);

    private final LongSupplier answered;
    private final LongSupplier nanoTime;
    private long before;
    private long windowAt;
    private long seenAt;
    private boolean seen;

    /** @param answered requests since the start */
    AppUse(LongSupplier answered, LongSupplier nanoTime) {
        this.answered = answered;
        this.nanoTime = nanoTime;
        this.before = answered.getAsLong();
        this.windowAt = nanoTime.getAsLong();
    }

    boolean isNow() {
        long now = nanoTime.getAsLong();
        long count = answered.getAsLong();
        if (count - before >= REQUESTS) {
            seen = true;
            seenAt = now;
            before = count;
            windowAt = now;
        } else if (now - windowAt > WINDOW.toNanos()) {
            before = count;
            windowAt = now;
        }
        return seen && now - seenAt <= LASTS.toNanos();
    }
}
