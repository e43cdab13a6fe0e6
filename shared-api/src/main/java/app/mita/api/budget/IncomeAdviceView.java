package app.mita.api.budget;

import app.mita.api.money.Money;
import java.math.BigDecimal;
import java.util.Map;

/**
 * What an income allows (planning.md, income based recommendations); amounts are of a month.
 *
 * @param recommendedSavingsRate a share from 0 to 1
 * @param emergencyFundTarget    months of income put aside
 */
public record IncomeAdviceView(
        BigDecimal recommendedSavingsRate,
        Money emergencyFundTarget,
        Money maxHousingCost,
        Money discretionaryBudget,
        Map<String, Money> categoryLimits) {}
