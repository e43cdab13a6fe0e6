package app.mita.domain.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** Days and months are the user's own: each is cut at the midnights of their zone, whether it has 23, 24 or 25 hours. */
public final class UserTime {

    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .appendPattern("HH:mm[:ss]")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHmm", "Z")
            .optionalEnd()
            .optionalEnd()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private UserTime() {}

    public static LocalDate dayOf(Instant instant, ZoneId zone) {
        return LocalDate.ofInstant(instant, zone);
    }

    public static YearMonth monthOf(Instant instant, ZoneId zone) {
        return YearMonth.from(dayOf(instant, zone));
    }

    /** The first instant of the day, which is not midnight where clocks skip it. */
    public static Instant startOf(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** The day's noon: an instant that is surely in it. */
    public static Instant noonOf(LocalDate day, ZoneId zone) {
        return day.atTime(12, 0).atZone(zone).toInstant();
    }

    /**
     * Reads ISO 8601, a space for the T allowed. Without an offset it is the user's own time (an hour that clocks skip is
     * moved forward, one that comes twice is the first); a date alone is the start of that day. To the microsecond.
     *
     * @throws DateTimeParseException for anything else
     */
    public static Instant parse(String text, ZoneId zone) {
        var iso = text.strip().replaceFirst("^(\\S{10}) ", "$1T");
        var parsed = ISO.parseBest(iso, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
        var instant =
                switch (parsed) {
                    case OffsetDateTime withOffset -> withOffset.toInstant();
                    case LocalDateTime local -> local.atZone(zone).toInstant();
                    default -> startOf(LocalDate.from(parsed), zone);
                };
        return instant.truncatedTo(ChronoUnit.MICROS);
    }

    /** The zone of that IANA name; empty when there is none. Offsets such as {@code +02:00} are no names. */
    public static Optional<ZoneId> zoneNamed(String name) {
        return ZoneId.getAvailableZoneIds().contains(name) ? Optional.of(ZoneId.of(name)) : Optional.empty();
    }
}
