package app.mita.query.budget;

import app.mita.api.money.Money;
import app.mita.query.Examples;
import app.mita.query.QueryServiceTest;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForecastRouteTest extends QueryServiceTest {

    /** recorded-flows.json, before onboarding. */
    @Test
    void withoutAPlanThereIsNoData() {
        get("/api/budget/forecast").json("""
                {"data": {"year": 2026, "month": 11, "days_in_month": 30, "days_elapsed": 24, "days_remaining": 6,
                  "total_planned": 0.0, "total_spent": 0.0, "remaining_budget": 0.0, "current_daily_pace": 0.0,
                  "safe_daily_limit": 0.0, "projected_month_end_spend": 0.0, "projected_month_end_balance": 0.0,
                  "status": "no_data", "categories_at_risk": [], "all_categories": [], "goals": []}}""");
    }

    /** The recorded month of the original: 42.00 of food on the 24th, planned by a rebalance. */
    @Test
    void theRecordedExample() {
        var amounts = new Money[30];
        Arrays.fill(amounts, Money.ZERO);
        amounts[23] = Money.of("42");
        var rest = amounts.clone();
        rest[23] = Money.of("4718.03");
        rows.put(
                "dashboard",
                user,
                "",
                Examples.dashboard()
                        .income("6000")
                        .planned(YearMonth.of(2026, 11), "food", amounts)
                        .planned(YearMonth.of(2026, 11), "rent", rest)
                        .spent("2026-11-24", "food", "42")
                        .document(),
                1);
        get("/api/budget/forecast")
                .json("""
                {"data": {"days_elapsed": 24, "days_remaining": 6, "total_planned": 4760.03, "total_spent": 42.0,
                  "remaining_budget": 4718.03, "current_daily_pace": 1.75, "safe_daily_limit": 786.34,
                  "projected_month_end_spend": 52.5, "projected_month_end_balance": 4707.53, "status": "on_track",
                  "categories_at_risk": [{"category": "food", "monthly_planned": 42.0, "monthly_spent": 42.0,
                    "pace": 1.75, "budget_per_day": 1.4, "overspend_ratio": 1.25, "days_until_exhausted": 0}],
                  "goals": []}}""")
                .jsonPath("$.data.all_categories[0].days_until_exhausted")
                .isEqualTo(null);
    }

    @Test
    void monthsAreSeenFromTheUsersToday() {
        rows.put(
                "dashboard",
                user,
                "",
                Examples.dashboard().onboarded().zone("Pacific/Auckland").document(),
                1);
        rows.put(
                "calendar",
                user,
                "2026-02",
                Examples.month(
                        Map.of("groceries", Collections.nCopies(28, Money.of("10"))),
                        Map.of(LocalDate.parse("2026-02-28"), Map.of("groceries", Money.of("56")))),
                1);
        get("/api/budget/forecast?year=2026&month=2").json("""
                {"data": {"days_in_month": 28, "days_elapsed": 28, "days_remaining": 0, "total_planned": 280.0,
                  "current_daily_pace": 2.0, "safe_daily_limit": 0.0, "status": "on_track"}}""");
        get("/api/budget/forecast?month=12").json("""
                {"data": {"days_elapsed": 0, "days_remaining": 31, "status": "no_data"}}""");
        clock.moveTo("2026-11-30T10:59:59Z");
        get("/api/budget/forecast").json("{\"data\": {\"month\": 11, \"days_elapsed\": 30}}");
        clock.moveTo("2026-11-30T11:00:00Z");
        get("/api/budget/forecast").json("{\"data\": {\"month\": 12, \"days_elapsed\": 1, \"days_remaining\": 30}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"month=13", "month=0", "month=-1", "year=2019", "year=2031", "year=1e9", "month=x"})
    void aMonthThatNoBudgetHasIsInvalid(String query) {
        refused("/api/budget/forecast?" + query, 422, "VALIDATION_2002")
                .jsonPath("$.error.details.validation_errors[0].field")
                .isEqualTo("query." + query.substring(0, query.indexOf('=')));
    }
}
