package app.mita.api.dashboard;

import app.mita.api.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The main screen as the contract shows it (core.md section 6).
 *
 * @param balance       the month's income less the month's spending up to now; may be negative
 * @param spent         of the local day
 * @param week          seven days, the oldest first, today the last
 * @param transactions  at most ten, the newest first
 * @param goals         at most five active ones
 * @param challenges    at most three active ones
 */
public record DashboardView(
        Money balance,
        Money spent,
        List<DailyTarget> dailyTargets,
        List<WeekDay> week,
        List<RecentTransaction> transactions,
        InsightsPreview insightsPreview,
        Money userIncome,
        List<Goal> goals,
        GoalsSummary goalsSummary,
        List<Challenge> challenges,
        ChallengesSummary challengesSummary) {

    /** @param category in Title Case */
    public record DailyTarget(String category, Money limit, Money spent, String icon, String color) {}

    /**
     * @param day    such as {@code Mon}
     * @param status good, warning or over
     */
    public record WeekDay(String day, String status, Money spent, Money budget) {}

    /** @param action the description, or a word in its place */
    public record RecentTransaction(
            UUID id, Money amount, String category, String action, Instant date, String icon, String color) {}

    public record InsightsPreview(String text, String title) {}

    /** @param progress percent */
    public record Goal(
            UUID id,
            String title,
            String category,
            Money targetAmount,
            Money savedAmount,
            BigDecimal progress,
            String priority,
            boolean isOverdue,
            @Nullable LocalDate targetDate,
            Money remainingAmount) {}

    public record GoalsSummary(int totalActive, int nearCompletion, int overdue) {
        public static final GoalsSummary NONE = new GoalsSummary(0, 0, 0);
    }

    public record Challenge(
            String id,
            String name,
            String description,
            String type,
            String difficulty,
            int durationDays,
            int rewardPoints,
            BigDecimal progressPercentage,
            int daysCompleted,
            int currentStreak,
            Instant startedAt) {}

    public record ChallengesSummary(int activeChallenges, int completedThisMonth, int currentStreak) {
        public static final ChallengesSummary NONE = new ChallengesSummary(0, 0, 0);
    }
}
