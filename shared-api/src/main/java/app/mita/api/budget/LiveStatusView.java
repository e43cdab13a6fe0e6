package app.mita.api.budget;

import app.mita.api.money.Money;
import java.time.LocalDate;

/**
 * How today and its month stand (planning.md, budget).
 *
 * @param date           the local day
 * @param dailyBudget    planned for the day
 * @param remainingToday negative when overspent
 * @param status         over, warning, good or neutral
 * @param monthlyBudget  the month's income
 * @param onTrack        whether the month's spending is within the income of the days so far
 */
public record LiveStatusView(
        LocalDate date,
        Money dailyBudget,
        Money spentToday,
        Money remainingToday,
        String status,
        Money monthlyBudget,
        Money monthlySpent,
        boolean onTrack) {}
