package app.mita.query.calendar;

import app.mita.runtime.web.NamedAmounts;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Body of POST /api/calendar/shell.
 *
 * @param savingsTarget null means none
 * @param fixed         a month's amounts by category; null means none
 * @param weights       by category, fractions or percent of the income; null means none
 */
record ShellQuestion(
        @PositiveOrZero @DecimalMax(NamedAmounts.MOST) @Nullable
        BigDecimal savingsTarget,

        @NotNull @PositiveOrZero @DecimalMax(NamedAmounts.MOST)
        BigDecimal income,

        @NamedAmounts @Nullable Map<String, BigDecimal> fixed,
        @NamedAmounts @Nullable Map<String, BigDecimal> weights,
        @NotNull @Min(1) @Max(9999) Integer year,
        @NotNull @Min(1) @Max(12) Integer month) {}
