package app.mita.command.eventstore;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * UUIDs of version 7 (RFC 9562 section 5.7): they sort by time, so an index on them is written at its end. Their random
 * part tells them apart and is no secret; a cryptographic source could block an event loop.
 */
public final class TimeOrderedIds {

    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private TimeOrderedIds() {}

    public static UUID at(Instant time) {
        var random = ThreadLocalRandom.current();
        return new UUID(
                time.toEpochMilli() << 16 | VERSION | random.nextInt(1 << 12), random.nextLong() >>> 2 | VARIANT);
    }
}
