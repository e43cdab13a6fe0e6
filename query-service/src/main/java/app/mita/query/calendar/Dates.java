package app.mita.query.calendar;

import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Dates that come in parts. */
public final class Dates {

    private static final int LAST_YEAR = 9999;

    private Dates() {}

    /** @throws Refused INVALID_DATE when there is none of the years 1 to 9999 */
    public static LocalDate existing(int year, int month, int day) {
        return find(year, month, day).orElseThrow(() -> new Refused(ErrorCode.INVALID_DATE, "There is no such date."));
    }

    static Optional<LocalDate> find(int year, int month, int day) {
        try {
            return year >= 1 && year <= LAST_YEAR ? Optional.of(LocalDate.of(year, month, day)) : Optional.empty();
        } catch (DateTimeException notInTheCalendar) {
            return Optional.empty();
        }
    }
}
