package app.mita.domain.budget;

import app.mita.api.budget.ForecastView;
import app.mita.api.money.Money;
import app.mita.domain.money.Percent;
import app.mita.domain.planning.DayRow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The rule that says where a month leads (planning.md, forecast). What is shown can be checked by hand: a projection is
 * computed from the pace as it is shown, in whole cents.
 */
public final class Forecast {

    private static final int DANGER_PERCENT = 10;

    private final YearMonth month;
    private final int elapsed;

    private Forecast(YearMonth month, LocalDate today) {
        this.month = month;
        this.elapsed = elapsed(month, today);
    }

    /**
     * @param today in the user's zone; in the month, before it or after it
     * @param rows  of the month
     * @param goals as they stand today
     */
    public static ForecastView of(YearMonth month, LocalDate today, Collection<DayRow> rows, List<SavingGoal> goals) {
        return new Forecast(month, today)
                .of(rows, goals.stream().map(goal -> goal.forecast(today)).toList());
    }

    private ForecastView of(Collection<DayRow> rows, List<ForecastView.Goal> goals) {
        var sums = CategorySums.of(rows);
        var planned = CategorySums.planned(sums.values());
        var spent = CategorySums.spent(sums.values());
        var left = planned.minus(spent);
        int remaining = month.lengthOfMonth() - elapsed;
        var pace = perDay(spent, elapsed);
        var projected = spent.plus(pace.times(BigDecimal.valueOf(remaining)));
        var balance = planned.minus(projected);
        var categories = sums.entrySet().stream()
                .map(sum -> new CategoryPace(
                                sum.getKey(),
                                sum.getValue(),
                                perDay(sum.getValue().spent(), elapsed),
                                month)
                        .view())
                .sorted(Comparator.comparing(ForecastView.Category::monthlyPlanned)
                        .reversed())
                .toList();
        return new ForecastView(
                month.getYear(),
                month.getMonthValue(),
                month.lengthOfMonth(),
                elapsed,
                remaining,
                planned,
                spent,
                left,
                pace,
                perDay(left.max(Money.ZERO), remaining),
                projected,
                balance,
                status(planned, balance),
                categories.stream()
                        .filter(CategoryPace::isAtRisk)
                        .sorted(Comparator.comparing(ForecastView.Category::overspendRatio)
                                .reversed())
                        .toList(),
                categories,
                goals);
    }

    private String status(Money planned, Money balance) {
        if (elapsed == 0 || planned.isZero()) {
            return "no_data";
        }
        if (!balance.isNegative()) {
            return "on_track";
        }
        return Percent.reaches(balance.negated(), planned, DANGER_PERCENT) ? "danger" : "warning";
    }

    private static int elapsed(YearMonth month, LocalDate today) {
        return switch (Integer.signum(YearMonth.from(today).compareTo(month))) {
            case -1 -> 0;
            case 0 -> today.getDayOfMonth();
            default -> month.lengthOfMonth();
        };
    }

    /** Rounded to the cent; zero when there are no days. */
    static Money perDay(Money amount, int days) {
        return days == 0
                ? Money.ZERO
                : Money.of(amount.amount().divide(BigDecimal.valueOf(days), 2, RoundingMode.HALF_UP));
    }
}
