package app.mita.query.dashboard;

import app.mita.api.dashboard.DashboardView.InsightsPreview;
import app.mita.domain.dashboard.MonthMoney;

/** The sentence that the main screen says about the month. */
final class Insight {

    private Insight() {}

    static InsightsPreview of(MonthMoney month) {
        return switch (month.pace()) {
            case STARTING ->
                new InsightsPreview("Record what you spend, and your month takes shape here.", "Getting Started");
            case EXCELLENT ->
                new InsightsPreview("Most of this month's income is still yours to plan with.", "Excellent");
            case GOOD -> new InsightsPreview("You are well into this month's income, and still within it.", "Good");
            case HIGH -> new InsightsPreview("Little of this month's income is left: go easy.", "High Spending");
        };
    }
}
