package app.mita.api.dashboard;

import app.mita.api.money.Money;
import app.mita.api.onboarding.BudgetPlan;
import app.mita.api.onboarding.OnboardingAnswers;
import app.mita.api.transactions.Category;
import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Read model {@code dashboard}, key {@code ""}: all that the main screen and the quick stats need, whatever the clock
 * says when they are read. It stays the same size however long the user's history is: days, plans and upcoming
 * spending that no later screen can show are dropped by the fold. Its many amounts are stored in whole cents: every look
 * at the screen parses them.
 *
 * @param answers  with plan, what an unplanned month is planned from; both null before onboarding
 * @param planned  months with a plan that a screen may still show, by plan category one amount for each day
 * @param spent    by local day and plan category, from a week before the month of the last event on
 * @param upcoming spending that was still to come at the last event: it is in {@code spent}, but not yet in a balance
 * @param recent   the newest live transactions, newest first; complete down to {@code recentFloor}
 * @param recentFloor a transaction at or before this instant may be missing from {@code recent}; null when none is
 * @param liveTransactions how many live transactions the user has
 */
public record DashboardDocument(
        String timezone,
        Money income,
        @Nullable OnboardingAnswers answers,
        @Nullable BudgetPlan plan,
        @JsonFormat(shape = JsonFormat.Shape.NUMBER_INT) SortedMap<YearMonth, Map<String, List<Money>>> planned,

        @JsonFormat(shape = JsonFormat.Shape.NUMBER_INT) SortedMap<LocalDate, Map<String, Money>> spent,

        List<Upcoming> upcoming,
        List<Recent> recent,
        @Nullable Instant recentFloor,
        long liveTransactions) {

    public record Upcoming(UUID id, Instant spentAt, LocalDate day, Money amount) {}

    public record Recent(
            UUID id,
            Money amount,
            Category category,
            @Nullable String description,
            Instant spentAt) {}
}
