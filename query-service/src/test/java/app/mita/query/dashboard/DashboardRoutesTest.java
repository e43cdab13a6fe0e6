package app.mita.query.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import app.mita.api.transactions.Category;
import app.mita.query.Examples;
import app.mita.query.QueryServiceTest;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

class DashboardRoutesTest extends QueryServiceTest {

    @Test
    void aUserWithoutAnyEventSeesAnEmptyScreen() {
        get("/api/dashboard")
                .json("""
                        {"data": {"balance": 0.0, "spent": 0.0, "transactions": [], "user_income": 0.0,
                         "daily_targets": [
                           {"category": "Food & Dining", "limit": 0.0, "spent": 0.0, "icon": "category", "color": "#9E9E9E"},
                           {"category": "Transportation", "limit": 0.0, "spent": 0.0, "icon": "directions_car", "color": "#2196F3"},
                           {"category": "Entertainment", "limit": 0.0, "spent": 0.0, "icon": "movie", "color": "#9C27B0"},
                           {"category": "Shopping", "limit": 0.0, "spent": 0.0, "icon": "shopping_bag", "color": "#FF9800"}],
                         "goals": [], "goals_summary": {"total_active": 0, "near_completion": 0, "overdue": 0},
                         "challenges": [],
                         "challenges_summary": {"active_challenges": 0, "completed_this_month": 0, "current_streak": 0},
                         "insights_preview": {"title": "Getting Started"}}}""")
                .jsonPath("$.data.week.length()")
                .isEqualTo(7)
                .jsonPath("$.data.week[0].day")
                .isEqualTo("Wed")
                .jsonPath("$.data.week[6].status")
                .isEqualTo("good");
        get("/api/dashboard/quick-stats").json("""
                {"data": {"monthly_spending": 0.0, "daily_average": 0.0, "top_category": {"name": "None", "amount": 0.0},
                 "savings_rate": 0.0, "savings_amount": 0.0,
                 "goals_stats": {"total_goals": 0, "active_goals": 0, "completed_goals": 0, "total_target_amount": 0.0,
                 "total_saved_amount": 0.0, "average_progress": 0}}}""");
    }

    @Test
    void theVeryNextReadShowsWhatTheRowHolds() {
        rows.put("dashboard", user, "", Examples.dashboard().onboarded().document(), 10);
        get("/api/dashboard")
                .jsonPath("$.data.balance")
                .isEqualTo(6000.0)
                .jsonPath("$.data.spent")
                .isEqualTo(0.0);
        rows.put(
                "dashboard",
                user,
                "",
                Examples.dashboard()
                        .onboarded()
                        .spent("2026-11-24", "food", "42")
                        .recent("2026-11-24T11:00:00Z", Category.FOOD, "42", "Caf\u00e9 \"O\u2019Neil\" \u2603")
                        .document(),
                11);
        get("/api/dashboard/")
                .jsonPath("$.data.balance")
                .isEqualTo(5958.0)
                .jsonPath("$.data.spent")
                .isEqualTo(42.0)
                .jsonPath("$.data.transactions[0].action")
                .isEqualTo("Caf\u00e9 \"O\u2019Neil\" \u2603")
                .jsonPath("$.data.transactions[0].date")
                .isEqualTo("2026-11-24T11:00:00Z");
        get("/api/dashboard/quick-stats/").jsonPath("$.data.savings_rate").isEqualTo(99.3);
        rows.remove("dashboard", user, "");
        get("/api/dashboard").jsonPath("$.data.balance").isEqualTo(0.0);
    }

    @Test
    void timeAloneTurnsThePage() {
        rows.put(
                "dashboard",
                user,
                "",
                Examples.dashboard()
                        .zone("America/New_York")
                        .income("6000")
                        .spent("2026-10-31", "food", "42")
                        .spent("2026-11-01", "food", "8")
                        .document(),
                1);
        clock.moveTo("2026-11-01T03:59:59Z");
        get("/api/dashboard")
                .jsonPath("$.data.spent")
                .isEqualTo(42.0)
                .jsonPath("$.data.balance")
                .isEqualTo(5958.0);
        clock.moveTo("2026-11-01T04:00:00Z");
        get("/api/dashboard")
                .jsonPath("$.data.spent")
                .isEqualTo(8.0)
                .jsonPath("$.data.balance")
                .isEqualTo(5992.0);
        // the clocks go back an hour: the day has 25
        clock.moveTo("2026-11-02T04:59:59Z");
        get("/api/dashboard").jsonPath("$.data.spent").isEqualTo(8.0);
        clock.moveTo("2026-11-02T05:00:00Z");
        get("/api/dashboard")
                .jsonPath("$.data.spent")
                .isEqualTo(0.0)
                .jsonPath("$.data.week[5].spent")
                .isEqualTo(8.0);
        clock.moveTo("2026-11-01T03:59:59Z");
        get("/api/dashboard").jsonPath("$.data.spent").isEqualTo(42.0);
    }

    @Test
    void aListThatCannotBeProvenIsReadFromTheRows() {
        var document = Examples.dashboard()
                .income("100")
                .recent("2026-11-24T11:00:00Z", Category.FOOD, "1", "known")
                .floor("2026-11-24T10:00:00Z", 12)
                .document();
        rows.put("dashboard", user, "", document, 1);
        for (int hour = 0; hour < 12; hour++) {
            var transaction = Examples.transaction(
                    user, Instant.parse("2026-11-23T%02d:00:00Z".formatted(hour)), Category.PETS, "2", "hour " + hour);
            rows.put(
                    "transaction", 1, user, transaction.id().toString(), transaction, 1, transaction.spentAt(), "pets");
        }
        get("/api/dashboard")
                .jsonPath("$.data.transactions.length()")
                .isEqualTo(10)
                .jsonPath("$.data.transactions[0].action")
                .isEqualTo("hour 11")
                .jsonPath("$.data.transactions[9].action")
                .isEqualTo("hour 2");
    }

    @Test
    void anAnswerSaysHowLongItIsAndIsJson() {
        var answer = client().get()
                .uri("/api/dashboard")
                .header("X-Request-ID", "mine-1")
                .exchange()
                .expectHeader()
                .contentType("application/json")
                .expectHeader()
                .valueEquals("X-Request-ID", "mine-1")
                .expectBody(String.class)
                .returnResult();
        assertThat(answer.getResponseBody()).contains("\"request_id\":\"mine-1\"");
        assertThat(answer.getResponseHeaders().getFirst(HttpHeaders.CONTENT_LENGTH))
                .isNotNull();
    }

    @Test
    void nobodyIsAStranger() {
        stranger()
                .get()
                .uri("/api/dashboard")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .valueMatches("WWW-Authenticate", "Bearer.*");
    }
}
