package app.mita.api.analytics;

import app.mita.api.money.Money;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A day that costs far more than the others of its calendar (planning.md, anomalies).
 *
 * @param day       its number in the calendar that was sent
 * @param date      as sent
 * @param threshold what no usual day exceeds
 */
public record AnomalyView(
        int day,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String date,
        Money total,
        Money threshold) {}
