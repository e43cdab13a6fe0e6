package app.mita.api.budget;

import app.mita.api.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a month leads (planning.md, forecast).
 *
 * @param daysElapsed      today included; 0 before the month, all of them after it
 * @param currentDailyPace spent on each elapsed day
 * @param safeDailyLimit   what each remaining day may spend; 0 when no days or no money remain
 * @param projectedMonthEndBalance negative when the month is headed beyond its plan
 * @param status           no_data, on_track, warning or danger
 * @param categoriesAtRisk the worst first
 * @param allCategories    the most planned first
 */
public record ForecastView(
        int year,
        int month,
        int daysInMonth,
        int daysElapsed,
        int daysRemaining,
        Money totalPlanned,
        Money totalSpent,
        Money remainingBudget,
        Money currentDailyPace,
        Money safeDailyLimit,
        Money projectedMonthEndSpend,
        Money projectedMonthEndBalance,
        String status,
        List<Category> categoriesAtRisk,
        List<Category> allCategories,
        List<Goal> goals) {

    /**
     * @param budgetPerDay       the plan, laid evenly on the month's days
     * @param overspendRatio     pace over budget per day, two decimals; 9.99 when money is spent without a plan
     * @param daysUntilExhausted at this pace; 0 when used up, null when nothing is spent
     */
    public record Category(
            String category,
            Money monthlyPlanned,
            Money monthlySpent,
            Money pace,
            Money budgetPerDay,
            BigDecimal overspendRatio,
            @Nullable Long daysUntilExhausted) {}

    /**
     * @param monthsRemaining two decimals; 0 when the date has passed, null without one
     * @param requiredMonthlyContribution null when no time is left or no date is set
     * @param projectedSaved  at the target date; null without one
     * @param shortfall       what will be missing then; 0 when on track
     */
    public record Goal(
            String goalId,
            String title,
            Money target,
            Money saved,
            Money remaining,
            @Nullable LocalDate targetDate,
            @Nullable BigDecimal monthsRemaining,
            @Nullable Money requiredMonthlyContribution,
            @Nullable Money projectedSaved,
            boolean onTrack,
            Money shortfall) {}
}
