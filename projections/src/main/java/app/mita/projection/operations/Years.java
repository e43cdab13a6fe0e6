package app.mita.projection.operations;

import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import java.time.Instant;

/** Times that every part of the system can work with: those of the years from 1970 to 9999, in UTC. */
public final class Years {

    private static final Instant FIRST = Instant.EPOCH;

    /** The last that PostgreSQL can tell from the year after. */
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private Years() {}

    /**
     * The same time.
     *
     * @throws Refused INVALID_VALUE when it is in none of them
     */
    public static Instant within(Instant time) {
        if (time.isBefore(FIRST) || time.isAfter(LAST)) {
            throw new Refused(ErrorCode.INVALID_VALUE, "A time is in one of the years from 1970 to 9999.");
        }
        return time;
    }

    /** The nearest time in one of them. */
    static Instant nearest(Instant time) {
        return time.isBefore(FIRST) ? FIRST : time.isAfter(LAST) ? LAST : time;
    }
}
