package app.mita.api.analytics;

import app.mita.api.money.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * A month's spending day by day as the contract shows it (planning.md, analytics).
 *
 * @param trend local days with spending, the earliest first
 */
public record TrendView(List<DayTotal> trend) {

    public record DayTotal(LocalDate date, Money amount) {}
}
