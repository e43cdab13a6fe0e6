package app.mita.domain.dashboard;

import app.mita.api.money.Money;
import app.mita.domain.money.Percent;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a day of the last week went (core.md section 6). */
public enum WeekDayStatus {
    GOOD,
    /** More than 90 percent of the day's budget. */
    WARNING,
    OVER;

    public static WeekDayStatus of(Money budget, Money spent) {
        if (spent.compareTo(budget) > 0) {
            return OVER;
        }
        return Percent.exceeds(spent, budget, 90) ? WARNING : GOOD;
    }

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
