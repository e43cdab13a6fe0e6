package app.mita.api.dashboard;

import app.mita.api.money.Money;
import java.math.BigDecimal;

/**
 * The month in a few figures (core.md section 6).
 *
 * @param dailyAverage spending over the days of the month so far, today included
 * @param savingsRate  percent of the income that is not spent; negative when more than all is
 */
public record QuickStatsView(
        Money monthlySpending,
        Money dailyAverage,
        TopCategory topCategory,
        BigDecimal savingsRate,
        Money savingsAmount,
        GoalsStats goalsStats) {

    /** @param name in Title Case, {@code None} when nothing is spent */
    public record TopCategory(String name, Money amount) {}

    /** @param averageProgress percent */
    public record GoalsStats(
            int totalGoals,
            int activeGoals,
            int completedGoals,
            Money totalTargetAmount,
            Money totalSavedAmount,
            BigDecimal averageProgress) {
        public static final GoalsStats NONE = new GoalsStats(0, 0, 0, Money.ZERO, Money.ZERO, BigDecimal.ZERO);
    }
}
