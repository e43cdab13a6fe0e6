package app.mita.query.analytics;

import app.mita.query.Examples;
import app.mita.query.QueryServiceTest;
import app.mita.query.Spending;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MonthRoutesTest extends QueryServiceTest {

    private void spent(Spending spending) {
        spending.documents().forEach((month, document) -> rows.put("analytics", user, month, document, 1));
    }

    @Test
    void theMonthByCategory() {
        spent(new Spending()
                .on("2026-11-01", "public_transport", "2.40")
                .on("2026-11-24", "food", "40")
                .on("2026-11-30", "food", "2")
                .on("2026-10-31", "rent", "1000"));
        get("/api/analytics/monthly").json("""
                {"data": {"categories": [
                  {"category": "food", "total": 42.0}, {"category": "public_transport", "total": 2.4}]}}""");
        get("/api/analytics/monthly/").jsonPath("$.data.categories.length()").isEqualTo(2);
    }

    @Test
    void theMonthDayByDay() {
        spent(new Spending()
                .on("2026-11-24", "food", "40")
                .on("2026-11-24", "rent", "2.50")
                .on("2026-11-02", "food", "2")
                .on("2026-12-01", "food", "7"));
        get("/api/analytics/trend").json("""
                {"data": {"trend": [
                  {"date": "2026-11-02", "amount": 2.0}, {"date": "2026-11-24", "amount": 42.5}]}}""");
    }

    @Test
    void beforeAnySpendingTheyAreEmpty() {
        get("/api/analytics/monthly").json("{\"data\": {\"categories\": []}}");
        get("/api/analytics/trend").json("{\"data\": {\"trend\": []}}");
    }

    @Test
    void theMonthIsTheUsersOwn() {
        rows.put("dashboard", user, "", Examples.dashboard().zone("Asia/Tokyo").document(), 1);
        spent(new Spending().on("2026-11-30", "food", "1").on("2026-12-01", "food", "2"));
        clock.moveTo("2026-11-30T14:59:59Z");
        get("/api/analytics/monthly").jsonPath("$.data.categories[0].total").isEqualTo(1.0);
        clock.moveTo("2026-11-30T15:00:00Z");
        get("/api/analytics/monthly").jsonPath("$.data.categories[0].total").isEqualTo(2.0);
        get("/api/analytics/trend").jsonPath("$.data.trend[0].date").isEqualTo("2026-12-01");
    }

    @Test
    void theNextReadShowsWhatHasChanged() {
        spent(new Spending().on("2026-11-24", "food", "42"));
        get("/api/analytics/monthly").jsonPath("$.data.categories[0].total").isEqualTo(42.0);
        var corrected = new Spending().on("2026-11-24", "food", "100").documents();
        rows.put("analytics", user, "2026-11", corrected.get("2026-11"), 2);
        get("/api/analytics/monthly").jsonPath("$.data.categories[0].total").isEqualTo(100.0);
        rows.remove("analytics", user, "2026-11");
        get("/api/analytics/monthly").jsonPath("$.data.categories").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"monthly", "trend", "behavioral-insights", "seasonal-patterns"})
    void strangersSeeNothing(String route) {
        stranger()
                .get()
                .uri("/api/analytics/" + route)
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }
}
