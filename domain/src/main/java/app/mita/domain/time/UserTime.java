package app.mita.domain.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Days and months are the user's own: each is cut at the midnights of their zone, whether it has 23, 24 or 25 hours. */
public final class UserTime {

    private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());

    private UserTime() {}

    public static LocalDate dayOf(Instant instant, ZoneId zone) {
        return LocalDate.ofInstant(instant, zone);
    }

    public static YearMonth monthOf(Instant instant, ZoneId zone) {
        return YearMonth.from(dayOf(instant, zone));
    }

    /** The months from one to another, both included; none when the last comes before the first. */
    public static List<YearMonth> months(YearMonth first, YearMonth last) {
        return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
                .toList();
    }

    /** The first instant of the day, which is not midnight where clocks skip it. */
    public static Instant startOf(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** The day's noon: an instant that is surely in it. */
    public static Instant noonOf(LocalDate day, ZoneId zone) {
        return day.atTime(LocalTime.NOON).atZone(zone).toInstant();
    }

    /**
     * What {@link WrittenTime#parse} reads, in the user's zone.
     *
     * @throws DateTimeException when it cannot be read
     */
    public static Instant parse(String text, ZoneId zone) {
        return WrittenTime.parse(text).in(zone, Instant.EPOCH);
    }

    /** The zone of that IANA name; empty when there is none. Offsets such as {@code +02:00} are no names. */
    public static Optional<ZoneId> zoneNamed(String name) {
        var trimmed = name.strip();
        return ZONES.contains(trimmed) ? Optional.of(ZoneId.of(trimmed)) : Optional.empty();
    }
}
