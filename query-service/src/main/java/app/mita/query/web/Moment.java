package app.mita.query.web;

import app.mita.api.wire.Refused;
import app.mita.domain.time.UserTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date or a time that a client sends, before the user's zone is known.
 *
 * @param text as sent, put right where a URL has turned a {@code +} into a space
 * @param date null when it names a time of day
 */
public record Moment(String text, @Nullable LocalDate date) {

    /** What dates are allowed to reach; the database reaches further. */
    static final Instant EARLIEST =
            LocalDate.of(1, 1, 2).atStartOfDay(ZoneOffset.UTC).toInstant();

    static final Instant LATEST =
            LocalDate.of(9999, 12, 30).atStartOfDay(ZoneOffset.UTC).toInstant();

    private static final Pattern LOST_PLUS = Pattern.compile("^(.{16,}) (\\d\\d:?\\d\\d)$");
    private static final int LONGEST = 40;

    /**
     * @param field where it stands, such as {@code query.start_date}
     * @return null for null
     * @throws Refused INVALID for what is no date
     */
    public static @Nullable Moment ofNullable(@Nullable String sent, String field) {
        return sent == null ? null : of(sent, field);
    }

    /** Like {@link #ofNullable}, but a missing one is refused. */
    public static Moment required(@Nullable String sent, String field) {
        if (sent == null) {
            throw InvalidParameter.of(field, "missing", "A date is needed here.");
        }
        return of(sent, field);
    }

    private static Moment of(String sent, String field) {
        try {
            if (sent.length() <= LONGEST) {
                var text = LOST_PLUS.matcher(sent.strip()).replaceFirst("$1+$2");
                var moment = new Moment(text, dateOrNull(text));
                var instant = moment.first(ZoneOffset.UTC);
                if (!instant.isBefore(EARLIEST) && instant.isBefore(LATEST)) {
                    return moment;
                }
            }
        } catch (DateTimeException noMoment) {
            // refused below
        }
        throw InvalidParameter.of(field, "datetime_parsing", "This is not a date or time in ISO 8601.");
    }

    /** Its first instant. */
    public Instant first(ZoneId zone) {
        return date == null ? UserTime.parse(text, zone) : UserTime.startOf(date, zone);
    }

    /** Its last instant, to the microsecond: a date is the whole day. */
    Instant last(ZoneId zone) {
        return date == null
                ? UserTime.parse(text, zone)
                : UserTime.startOf(date.plusDays(1), zone).minus(1, ChronoUnit.MICROS);
    }

    /** The local day that it is on. */
    public LocalDate day(ZoneId zone) {
        return date == null ? UserTime.dayOf(first(zone), zone) : date;
    }

    private static @Nullable LocalDate dateOrNull(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException aTimeOfDay) {
            return null;
        }
    }
}
