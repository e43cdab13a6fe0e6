package app.mita.query.budget;

import app.mita.query.Examples;
import app.mita.query.QueryServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

class AllocationRoutesTest extends QueryServiceTest {

    private WebTestClient.ResponseSpec ask(String route, String body) {
        return client().post()
                .uri("/api/budget/" + route)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private WebTestClient.BodyContentSpec answered(String route, String body) {
        return ask(route, body)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.success")
                .isEqualTo(true);
    }

    private void earning(String income) {
        rows.put("dashboard", user, "", Examples.dashboard().income(income).document(), 1);
    }

    @Test
    void theRecordedMonth() {
        earning("6000");
        answered("monthly", "{\"year\": 2026, \"month\": 11}").json("""
                {"data": {"month": "2026-11", "total_income": 6000.0, "total_budget": 6000.0, "allocated": 6000.0,
                  "saved": 720.0, "income_tier": "middle", "categories": {"housing": 1800.0, "food": 720.0,
                  "transport": 900.0, "utilities": 420.0, "healthcare": 360.0, "savings": 720.0,
                  "entertainment": 480.0, "miscellaneous": 600.0}}}""");
        answered("monthly", "{\"year\": 2026, \"month\": \"2\", \"monthly_income\": \"3000\", \"userAnswers\": {}}")
                .json("""
                {"data": {"month": "2026-02", "total_income": 3000.0, "income_tier": "low"}}""");
    }

    @Test
    void aStrangersMonthIsEmpty() {
        answered("monthly", "{\"year\": 2026, \"month\": 11}").json("""
                {"data": {"total_income": 0.0, "allocated": 0.0, "saved": 0.0, "income_tier": "low"}}""");
    }

    /** golden.json, budget-B1 without its habits and region. */
    @Test
    void answersAreDividedAsOnboardingWould() {
        answered("monthly", """
                {"year": 2026, "month": 11, "userAnswers": {
                  "income": {"monthly_income": 5000, "additional_income": "1000"},
                  "fixed_expenses": {"rent": 1500, "utilities": 200},
                  "goals": {"savings_goal_amount_per_month": 400},
                  "spending_habits": {"dining_out_per_month": 8, "clothing_per_month": 2}}}""").json("""
                {"data": {"total_income": 6000.0, "total_budget": 6000.0, "saved": 400.0, "income_tier": "middle",
                  "categories": {"rent": 1500.0, "utilities": 200.0, "savings": 400.0,
                    "transport public": 630.0, "transport gas": 270.0}}}""");
        ask("monthly", """
                {"year": 2026, "month": 11, "userAnswers": {"income": {"monthly_income": 2000},
                  "fixed_expenses": {"rent": 2500}}}""")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.error.code")
                .isEqualTo("BUDGET_GENERATION_FAILED");
    }

    @Test
    void theRecordedAllocationLosesNoCent() {
        earning("6000");
        for (var body : new String[] {"{\"total_amount\": 3900.0}", "{\"total_budget\": \"3900\"}"}) {
            answered("behavioral_allocation", body).json("""
                    {"data": {"categories": {"housing": 1163.02, "food": 465.21, "transport": 581.51,
                       "utilities": 271.37, "savings": 488.47, "entertainment": 310.14},
                      "total_allocated": 3900.0, "method": "behavioral_allocation", "allocation_method": "dynamic",
                      "income_tier": "middle", "confidence": 0.85, "user_context_applied": true}}""");
        }
    }

    @Test
    void anAmountOfSomebodyUnknown() {
        answered("behavioral_allocation", "{\"total_amount\": 0.01}").json("""
                {"data": {"total_allocated": 0.01, "income_tier": "low", "user_context_applied": false}}""");
    }

    @Test
    void theRecordedRecommendations() {
        answered("income_based_recommendations", "{\"monthly_income\": 6000.0}").json("""
                {"data": {"recommended_savings_rate": 0.2, "emergency_fund_target": 36000.0,
                  "max_housing_cost": 1800.0, "discretionary_budget": 1800.0, "category_limits": {"food": 900.0,
                  "transportation": 600.0, "utilities": 300.0, "entertainment": 600.0, "healthcare": 300.0,
                  "savings": 1200.0, "other": 300.0}}}""");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "",
                "{",
                "{\"%s\": null}",
                "{\"%s\": -0.01}",
                "{\"%s\": \"NaN\"}",
                "{\"%s\": 1e999999}",
                "{\"%s\": 100000000}",
                "{\"%s\": []}",
                "{\"%s\": true}"
            })
    void nonsenseIsRefused(String body) {
        for (var route : new String[][] {
            {"behavioral_allocation", "total_amount"}, {"income_based_recommendations", "monthly_income"}
        }) {
            ask(route[0], body.formatted(route[1]))
                    .expectStatus()
                    .isEqualTo(422)
                    .expectBody()
                    .jsonPath("$.success")
                    .isEqualTo(false);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|body.month",
                "{\"year\": 2026}|body.month",
                "{\"year\": 2026, \"month\": 13}|body.month",
                "{\"year\": 0, \"month\": 1}|body.year",
                "{\"year\": 10000, \"month\": 1}|body.year",
                "{\"year\": 2026.5, \"month\": 1}|body.year",
                "{\"year\": 2026, \"month\": 1, \"monthly_income\": -1}|body.monthly_income",
                "{\"year\": 2026, \"month\": 1, \"monthly_income\": 1e400}|body.monthly_income",
                "{\"year\": 2026, \"month\": 1, \"userAnswers\": 5}|body.userAnswers",
                "{\"year\": 2026, \"month\": 1, \"userAnswers\": {\"income\": {}}}|"
                        + "body.user_answers.income.monthly_income",
                "{\"year\": 2026, \"month\": 1, \"userAnswers\": {\"fixed_expenses\": {\"a]b.c\": -1}}}|"
                        + "body.user_answers.fixed_expenses"
            })
    void aMonthThatCannotBeDividedIsRefused(String body, String field) {
        ask("monthly", body)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.error.details.validation_errors[0].field")
                .isEqualTo(field);
    }
}
