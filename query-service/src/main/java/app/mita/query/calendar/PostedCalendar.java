package app.mita.query.calendar;

import app.mita.api.money.Money;
import app.mita.api.wire.Refused;
import app.mita.domain.calendar.DayLoad;
import app.mita.query.web.InvalidParameter;
import app.mita.runtime.web.NamedAmounts;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Body of POST /api/calendar/redistribute.
 *
 * @param calendar by the client's own names of the days
 * @param strategy whatever a client calls it: there is one
 */
record PostedCalendar(
        @NotNull Map<String, Day> calendar, @Nullable String strategy) {

    private static final int MOST_DAYS = 366;
    private static final int LONGEST_NAME = 64;
    private static final BigDecimal HIGHEST = new BigDecimal(NamedAmounts.MOST);

    record Day(@Nullable BigDecimal total, @Nullable BigDecimal limit) {}

    /**
     * In the client's order.
     *
     * @throws Refused INVALID for more than 366 days, and for a day that lacks an amount from 0 to 99,999,999.99
     */
    Map<String, DayLoad> loads() {
        if (calendar.size() > MOST_DAYS) {
            throw InvalidParameter.of("body.calendar", "too_long", "At most 366 days.");
        }
        var loads = new LinkedHashMap<String, DayLoad>();
        calendar.forEach((name, day) -> loads.put(named(name), load(day)));
        return loads;
    }

    private static String named(String day) {
        if (day.length() > LONGEST_NAME || day.chars().anyMatch(Character::isISOControl)) {
            throw InvalidParameter.of("body.calendar", "string_too_long", "A day's name has at most 64 characters.");
        }
        return day;
    }

    private static DayLoad load(@Nullable Day day) {
        if (day == null) {
            throw InvalidParameter.of("body.calendar", "dict_type", "A day has a total and a limit.");
        }
        return new DayLoad(amount(day.total(), "total"), amount(day.limit(), "limit"));
    }

    private static Money amount(@Nullable BigDecimal amount, String field) {
        if (amount == null) {
            throw InvalidParameter.of("body.calendar." + field, "missing", "Every day needs this amount.");
        }
        if (amount.signum() < 0) {
            throw InvalidParameter.of("body.calendar." + field, "greater_than_equal", "No amount is negative.");
        }
        if (amount.compareTo(HIGHEST) > 0) {
            throw InvalidParameter.of("body.calendar." + field, "less_than_equal", "This is too much for a day.");
        }
        return Money.of(amount);
    }
}
