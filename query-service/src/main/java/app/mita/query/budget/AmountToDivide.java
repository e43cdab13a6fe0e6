package app.mita.query.budget;

import app.mita.runtime.web.NamedAmounts;
import com.fasterxml.jackson.annotation.JsonAlias;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;

/** Body of POST /api/budget/behavioral_allocation, in either of its spellings. */
record AmountToDivide(
        @JsonAlias("total_budget") @NotNull @PositiveOrZero @DecimalMax(NamedAmounts.MOST)
        BigDecimal totalAmount) {}
