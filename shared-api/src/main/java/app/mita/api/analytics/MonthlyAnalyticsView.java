package app.mita.api.analytics;

import app.mita.api.money.Money;
import java.util.List;

/**
 * A month's spending by category as the contract shows it (planning.md, analytics).
 *
 * @param categories those with spending, by name
 */
public record MonthlyAnalyticsView(List<CategoryTotal> categories) {

    /** @param category its word, such as {@code public_transport} */
    public record CategoryTotal(String category, Money total) {}
}
