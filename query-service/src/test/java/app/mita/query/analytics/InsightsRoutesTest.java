package app.mita.query.analytics;

import app.mita.api.money.Money;
import app.mita.query.Examples;
import app.mita.query.SentQueryTest;
import app.mita.query.Spending;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InsightsRoutesTest extends SentQueryTest {

    private static final String HABITS = "/api/analytics/behavioral-insights";
    private static final String SEASONS = "/api/analytics/seasonal-patterns";

    /** Ten a day; one of November's days and two of December's cost fifty. */
    private void twoPlannedMonths() {
        var fifty = Map.of("food", Money.of("50"));
        var november = Map.of("food", Collections.nCopies(30, Money.of("10")));
        rows.put("calendar", user, "2026-11", Examples.month(november, Map.of(LocalDate.of(2026, 11, 30), fifty)), 1);
        var december = Collections.nCopies(31, Money.of("10")).toArray(Money[]::new);
        rows.put(
                "dashboard",
                user,
                "",
                Examples.dashboard()
                        .income("100")
                        .zone("Asia/Tokyo")
                        .planned(YearMonth.of(2026, 12), "food", december)
                        .spent("2026-12-02", "food", "50")
                        .spent("2026-12-08", "food", "50")
                        .document(),
                1);
    }

    /** The original's recorded history: the same risk score, to the cent. */
    @Test
    void theRecordedHistory() {
        var amounts = new String[] {
            "42.0", "18.28", "55.63", "92.98", "36.54", "73.89", "17.45", "234.8", "92.15", "35.71", null, "86.34",
            "29.9", "67.25", "190.81", "48.16", "85.51", "29.07", "66.42", null, "23.26", "240.61", "97.96", "41.52",
            "78.87", "22.43", "59.78", "97.13", null, "53.97", "91.32"
        };
        var spending = new Spending();
        for (int offset = 0; offset < amounts.length; offset++) {
            if (amounts[offset] != null) {
                spending.on(LocalDate.of(2026, 11, 24).minusDays(offset).toString(), "food", amounts[offset]);
            }
        }
        store(spending);
        rows.put("dashboard", user, "", Examples.dashboard().onboarded().document(), 1);
        get(HABITS)
                .json("""
                {"data": {"spending_behavior": "variable", "risk_score": 0.61, "impulse_buying_tendency": "medium",
                  "saving_discipline": 1.0}}""")
                .jsonPath("$.data.insights[0]")
                .isNotEmpty()
                .jsonPath("$.data.recommendations[0]")
                .isNotEmpty();
    }

    @Test
    void beforeAnyDataNothingIsJudged() {
        get(HABITS)
                .json("""
                {"data": {"spending_behavior": "consistent", "risk_score": 0.0, "impulse_buying_tendency": "low",
                  "budget_adherence": 0.0, "saving_discipline": 0.0}}""")
                .jsonPath("$.data.insights.length()")
                .isEqualTo(1)
                .jsonPath("$.data.recommendations.length()")
                .isEqualTo(1);
        get(SEASONS)
                .jsonPath("$.data.patterns")
                .isEmpty()
                .jsonPath("$.data.next_season")
                .isEqualTo(null)
                .jsonPath("$.data.message")
                .isNotEmpty();
    }

    @Test
    void adherenceIsTheShareOfPlannedDaysThatDidNotEndRed() {
        twoPlannedMonths();
        store(new Spending().on("2026-11-30", "food", "50").on("2026-12-02", "food", "50"));
        clock.moveTo("2026-12-07T14:59:59Z");
        get(HABITS)
                .jsonPath("$.data.budget_adherence")
                .isEqualTo(0.93)
                .jsonPath("$.data.saving_discipline")
                .isEqualTo(0.0);
        clock.moveTo("2026-12-07T15:00:00Z");
        // It is the 8th in Tokyo.
        get(HABITS).jsonPath("$.data.budget_adherence").isEqualTo(0.9);
    }

    @Test
    void thirtyDaysAreTheUsersOwn() {
        rows.put("dashboard", user, "", Examples.dashboard().zone("Asia/Tokyo").document(), 1);
        store(new Spending().on("2026-10-31", "food", "10").on("2026-11-30", "food", "90"));
        clock.moveTo("2026-11-29T14:59:59Z");
        // The 29th in Tokyo: both are within.
        get(HABITS).jsonPath("$.data.risk_score").isEqualTo(0.0);
        clock.moveTo("2026-11-29T15:00:00Z");
        get(HABITS).jsonPath("$.data.impulse_buying_tendency").isEqualTo("medium");
    }

    @Test
    void aSeasonThatCostsMore() {
        store(new Spending()
                .on("2025-11-28", "gifts", "150")
                .on("2025-12-20", "gifts", "150")
                .on("2026-02-03", "food", "100")
                .on("2026-03-03", "food", "100")
                .on("2026-11-03", "food", "1")
                .on("2025-10-31", "food", "9999"));
        get(SEASONS)
                .json("""
                {"data": {"patterns": [{"season": "holiday_season", "months": [11, 12], "average_increase": 0.50,
                   "categories_affected": ["gifts"]}],
                 "next_season": {"name": "holiday_season", "starts_in_days": 342, "expected_impact": 0.50}}}""")
                .jsonPath("$.data.patterns[0].recommendation")
                .isNotEmpty()
                .jsonPath("$.data.message")
                .doesNotExist();
    }

    @Test
    void theMonthThatIsNotOverIsLeftOut() {
        store(new Spending()
                .on("2026-08-20", "food", "664.28")
                .on("2026-09-20", "food", "1423.14")
                .on("2026-10-20", "food", "1582.54")
                .on("2026-11-20", "food", "1706.24"));
        get(SEASONS)
                .jsonPath("$.data.patterns")
                .isEmpty()
                .jsonPath("$.data.next_season")
                .isEqualTo(null)
                .jsonPath("$.data.message")
                .doesNotExist();
    }
}
