package app.mita.domain.calendar;

import app.mita.api.money.Money;
import app.mita.domain.money.Percent;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.Locale;

/** How a day, or one category of it, went (domain.md, "Spending and the day"). */
public enum DayStatus {
    /** Within the plan. */
    GREEN,
    /** Over it by no more than is forgiven. */
    YELLOW,
    RED;

    private static final Money LEAST_FORGIVEN = Money.of("2.00");
    private static final Money MOST_FORGIVEN = Money.of("25.00");
    private static final BigDecimal FORGIVEN_SHARE = new BigDecimal("0.05");
    private static final int NEARLY_USED_PERCENT = 85;

    public static DayStatus of(Money planned, Money spent) {
        var over = spent.minus(planned);
        if (!over.isPositive()) {
            return GREEN;
        }
        // Exact, because a share rounded up would forgive a fraction of a cent too much.
        var share = planned.amount().multiply(FORGIVEN_SHARE);
        var forgiven = LEAST_FORGIVEN.amount().max(MOST_FORGIVEN.amount().min(share));
        return over.amount().compareTo(forgiven) <= 0 ? YELLOW : RED;
    }

    /** The older rule, which day_state keeps: yellow above 85 percent of the plan, red beyond it; without a plan green. */
    public static DayStatus byUse(Money planned, Money spent) {
        if (!planned.isPositive()) {
            return GREEN;
        }
        if (spent.compareTo(planned) > 0) {
            return RED;
        }
        return Percent.exceeds(spent, planned, NEARLY_USED_PERCENT) ? YELLOW : GREEN;
    }

    /** The wire word, such as {@code green}. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
