package app.mita.query.budget;

import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The month that a client asks about, before the user's own is known.
 *
 * @param year  null means the current one
 * @param month 1 to 12; null means the current one
 */
record Period(@Nullable Integer year, @Nullable Integer month) {

    static final int FIRST_YEAR = 2020;
    static final int LAST_YEAR = 2030;
    static final int MONTHS = 12;

    static final Period CURRENT = new Period(null, null);

    /** @throws Refused MONTH_OUT_OF_RANGE for years beyond 2020 to 2030 and months that no year has */
    static Period checked(@Nullable Integer year, @Nullable Integer month) {
        if (year != null && (year < FIRST_YEAR || year > LAST_YEAR)) {
            throw outOfRange("year", FIRST_YEAR, LAST_YEAR);
        }
        if (month != null && (month < 1 || month > MONTHS)) {
            throw outOfRange("month", 1, MONTHS);
        }
        return new Period(year, month);
    }

    YearMonth seenFrom(LocalDate today) {
        return YearMonth.of(year == null ? today.getYear() : year, month == null ? today.getMonthValue() : month);
    }

    private static Refused outOfRange(String field, int least, int most) {
        return new Refused(
                ErrorCode.MONTH_OUT_OF_RANGE,
                "There is no budget of such a month.",
                Map.of("field", "query." + field, "minimum", least, "maximum", most));
    }
}
