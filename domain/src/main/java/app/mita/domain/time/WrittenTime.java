package app.mita.domain.time;

import app.mita.api.time.IsoInstant;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/** A time as a client wrote it, which becomes an instant only in the user's zone. */
public sealed interface WrittenTime {

    /** @param now what a day that is today turns into */
    Instant in(ZoneId zone, Instant now);

    /** Every month that it can lie in, whatever the zone: one, or two close to a month's end. */
    Set<YearMonth> months();

    /** Whether this could have been written for that instant. */
    default boolean means(Instant instant, ZoneId zone) {
        return in(zone, instant).equals(instant);
    }

    /** With an offset. */
    record Exact(Instant instant) implements WrittenTime {

        private static final ZoneOffset WESTERNMOST = ZoneOffset.ofHours(-12);
        private static final ZoneOffset EASTERNMOST = ZoneOffset.ofHours(14);

        @Override
        public Instant in(ZoneId zone, Instant now) {
            return instant;
        }

        @Override
        public Set<YearMonth> months() {
            var earliest = YearMonth.from(instant.atOffset(WESTERNMOST));
            var latest = YearMonth.from(instant.atOffset(EASTERNMOST));
            return earliest.equals(latest) ? Set.of(earliest) : Set.of(earliest, latest);
        }
    }

    /** Without an offset: the user's own clock. An hour that it skips is moved on, of one that comes twice it is the first. */
    record Local(LocalDateTime time) implements WrittenTime {

        @Override
        public Instant in(ZoneId zone, Instant now) {
            return time.atZone(zone).toInstant();
        }

        @Override
        public Set<YearMonth> months() {
            return Set.of(YearMonth.from(time));
        }
    }

    /** Some time of that day: now when it is today, else noon. */
    record OnDay(LocalDate day) implements WrittenTime {

        @Override
        public Instant in(ZoneId zone, Instant now) {
            return UserTime.dayOf(now, zone).equals(day) ? now : UserTime.noonOf(day, zone);
        }

        @Override
        public Set<YearMonth> months() {
            return Set.of(YearMonth.from(day));
        }
    }

    /** Nothing was written: the moment the request came in. */
    record Unsaid(Instant receivedAt) implements WrittenTime {

        @Override
        public Instant in(ZoneId zone, Instant now) {
            return receivedAt;
        }

        @Override
        public Set<YearMonth> months() {
            return new Exact(receivedAt).months();
        }

        @Override
        public boolean means(Instant instant, ZoneId zone) {
            return true;
        }
    }

    /**
     * Reads ISO 8601, a space for the T allowed, to the microsecond; a date alone is the start of that day.
     *
     * @throws DateTimeException for anything else, and for years before 1 or after 9999
     */
    static WrittenTime parse(String text) {
        if (IsoInstant.isUsual(text) && !text.startsWith("0000")) {
            return new Exact(IsoInstant.parse(text).truncatedTo(ChronoUnit.MICROS));
        }
        var iso = Iso.SPACE_FOR_T.matcher(text.strip()).replaceFirst("$1T");
        var parsed = Iso.FORMAT.parseBest(iso, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
        if (parsed.get(ChronoField.YEAR) < Iso.FIRST_YEAR || parsed.get(ChronoField.YEAR) > Iso.LAST_YEAR) {
            throw new DateTimeParseException("not a year that anything happens in", iso, 0);
        }
        return switch (parsed) {
            case OffsetDateTime exact -> new Exact(exact.toInstant().truncatedTo(ChronoUnit.MICROS));
            case LocalDateTime local -> new Local(local.truncatedTo(ChronoUnit.MICROS));
            default -> new Local(LocalDate.from(parsed).atStartOfDay());
        };
    }
}
