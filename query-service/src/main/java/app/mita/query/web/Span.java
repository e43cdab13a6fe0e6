package app.mita.query.web;

import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A span of time that a client asks for, in the user's zone.
 *
 * @param from  included
 * @param until not included
 */
public record Span(Instant from, Instant until) {

    private static final int MAX_DAYS = 730;

    /**
     * From a start to an end, that included: the whole day when it is a date. Where one is missing there is no limit on
     * that side.
     *
     * @throws Refused INVALID_DATE when the end is before the start or more than 730 days after it
     */
    public static Span of(@Nullable Moment start, @Nullable Moment end, ZoneId zone) {
        if (start != null && end != null) {
            check(start.first(zone), end.first(zone), zone);
        }
        return new Span(
                start == null ? Moment.EARLIEST : start.first(zone),
                end == null ? Moment.LATEST : end.last(zone).plus(1, ChronoUnit.MICROS));
    }

    /** From an instant on, without an end. */
    public static Span from(Instant from) {
        return new Span(from, Moment.LATEST);
    }

    private static void check(Instant start, Instant end, ZoneId zone) {
        if (end.isBefore(start)) {
            throw new Refused(ErrorCode.INVALID_DATE, "The start date must not be after the end date.");
        }
        if (start.atZone(zone).plusDays(MAX_DAYS).toInstant().isBefore(end)) {
            throw new Refused(ErrorCode.INVALID_DATE, "The dates are too far apart.", Map.of("maximum_days", MAX_DAYS));
        }
    }
}
