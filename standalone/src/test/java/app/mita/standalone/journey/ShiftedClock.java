package app.mita.standalone.journey;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Ticks as the system's clock does, from wherever a test has moved it to. */
final class ShiftedClock extends Clock {

    private volatile Duration ahead = Duration.ZERO;

    void moveTo(Instant instant) {
        ahead = Duration.between(Instant.now(), instant);
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("a user's zone comes from their profile");
    }
}
