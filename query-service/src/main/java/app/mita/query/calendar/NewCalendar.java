package app.mita.query.calendar;

import app.mita.runtime.web.NamedAmounts;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/**
 * Body of POST /api/calendar/generate.
 *
 * @param calendarId the client's own name for it
 * @param budgetPlan by category, for all the days together
 */
record NewCalendar(
        @NotBlank @Size(max = 100) String calendarId,
        @NotNull LocalDate startDate,
        @NotNull @Min(1) @Max(366) Integer numDays,
        @NotNull @NamedAmounts Map<String, BigDecimal> budgetPlan) {}
