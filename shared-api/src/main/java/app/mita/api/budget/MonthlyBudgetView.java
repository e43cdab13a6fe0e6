package app.mita.api.budget;

import app.mita.api.money.Money;
import java.time.YearMonth;
import java.util.Map;

/**
 * A month's money, divided (planning.md, monthly).
 *
 * @param totalBudget what can be divided: the income
 * @param allocated   the sum of the categories
 * @param saved       the part of it that is put aside
 * @param categories  amounts by plan category or, without answers, by area of life
 */
public record MonthlyBudgetView(
        YearMonth month,
        Money totalIncome,
        Money totalBudget,
        Money allocated,
        Money saved,
        String incomeTier,
        Map<String, Money> categories) {}
