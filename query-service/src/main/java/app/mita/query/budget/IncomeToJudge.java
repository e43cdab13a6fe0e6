package app.mita.query.budget;

import app.mita.runtime.web.NamedAmounts;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;

/** Body of POST /api/budget/income_based_recommendations. */
record IncomeToJudge(
        @NotNull @PositiveOrZero @DecimalMax(NamedAmounts.MOST)
        BigDecimal monthlyIncome) {}
