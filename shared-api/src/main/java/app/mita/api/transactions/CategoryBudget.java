package app.mita.api.transactions;

import app.mita.api.money.Money;
import java.math.BigDecimal;

/**
 * How a category stands on a day (core.md section 7, budget status).
 *
 * @param percentageUsed one decimal
 * @param status         safe, caution, warning, danger or over_budget
 */
public record CategoryBudget(
        Money dailyBudget, Money spent, Money remaining, BigDecimal percentageUsed, String status) {}
