package app.mita.domain.budget;

import app.mita.api.budget.ForecastView;
import app.mita.api.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Something that a user saves for, as far as a forecast needs it.
 *
 * @param contribution of a month; zero when none is set
 * @param targetDate   null when none is set
 */
public record SavingGoal(
        String id,
        String title,
        Money target,
        Money saved,
        Money contribution,
        @Nullable LocalDate targetDate) {

    private static final BigDecimal DAYS_OF_A_MONTH = new BigDecimal("30.44");
    private static final int PLACES = 2;

    /**
     * Whether the goal is reached by its date (planning.md, forecast): computed from the months as they are shown.
     *
     * @param today in the user's zone
     */
    ForecastView.Goal forecast(LocalDate today) {
        var months = targetDate == null ? null : monthsUntil(targetDate, today);
        var remaining = target.minus(saved).max(Money.ZERO);
        if (remaining.isZero()) {
            return view(remaining, months, Money.ZERO, saved, true, Money.ZERO);
        }
        if (months == null) {
            return view(remaining, null, null, null, false, remaining);
        }
        var projected = saved.plus(contribution.times(months));
        var shortfall = target.minus(projected).max(Money.ZERO);
        return view(remaining, months, required(remaining, months), projected, shortfall.isZero(), shortfall);
    }

    private ForecastView.Goal view(
            Money remaining,
            @Nullable BigDecimal months,
            @Nullable Money required,
            @Nullable Money projected,
            boolean onTrack,
            Money shortfall) {
        return new ForecastView.Goal(
                id, title, target, saved, remaining, targetDate, months, required, projected, onTrack, shortfall);
    }

    private static BigDecimal monthsUntil(LocalDate date, LocalDate today) {
        long days = Math.max(0, ChronoUnit.DAYS.between(today, date));
        return BigDecimal.valueOf(days).divide(DAYS_OF_A_MONTH, PLACES, RoundingMode.HALF_UP);
    }

    private static @Nullable Money required(Money remaining, BigDecimal months) {
        return months.signum() == 0 ? null : Money.of(remaining.amount().divide(months, PLACES, RoundingMode.HALF_UP));
    }
}
