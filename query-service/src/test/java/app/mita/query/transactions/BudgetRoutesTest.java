package app.mita.query.transactions;

import app.mita.api.money.Money;
import app.mita.query.Examples;
import app.mita.query.QueryServiceTest;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

class BudgetRoutesTest extends QueryServiceTest {

    @BeforeEach
    void plan() {
        var planned = new LinkedHashMap<String, List<Money>>();
        planned.put("groceries", Collections.nCopies(30, Money.of("19.43")));
        planned.put("transport public", Collections.nCopies(30, Money.of("30")));
        planned.put("food", Collections.nCopies(30, Money.of("42")));
        var spent = Map.of(
                LocalDate.parse("2026-11-24"), Map.of("food", Money.of("42")),
                LocalDate.parse("2026-11-23"), Map.of("pets", Money.of("3")));
        rows.put("calendar", user, "2026-11", Examples.month(planned, spent), 1);
    }

    private WebTestClient.ResponseSpec ask(String body) {
        return client().post()
                .uri("/api/transactions/check-affordability")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    @Test
    void theDaysBudgetByCategory() {
        get("/api/transactions/budget-status").json("""
                        {"data": {
                          "groceries": {"daily_budget": 19.43, "spent": 0.0, "remaining": 19.43, "percentage_used": 0.0, "status": "safe"},
                          "transport public": {"daily_budget": 30.0, "spent": 0.0, "remaining": 30.0, "percentage_used": 0.0, "status": "safe"},
                          "food": {"daily_budget": 42.0, "spent": 42.0, "remaining": 0.0, "percentage_used": 100.0, "status": "over_budget"}}}""");
        get("/api/transactions/budget-status?date=2026-11-23")
                .jsonPath("$.data.pets.status")
                .isEqualTo("over_budget");
        get("/api/transactions/budget-status?date=2031-01-01").json("{\"data\": {}}");
        refused("/api/transactions/budget-status?date=soon", 422, "VALIDATION_2002");
    }

    @Test
    void whatDoesNotFitIsBlockedAndTheFreestCategoriesAreOffered() {
        ask("{\"category\": \"food\", \"amount\": \"15.00\"}")
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                {"success": true, "data": {"can_afford": false, "warning_level": "blocked", "current_spent": 42.0,
                 "daily_budget": 42.0, "remaining_budget": -15.0, "percentage_used": 135.7, "overage": 15.0,
                 "alternative_categories": [
                   {"category": "transport public", "available": 30.0, "percentage_free": 100.0, "daily_budget": 30.0},
                   {"category": "groceries", "available": 19.43, "percentage_free": 100.0, "daily_budget": 19.43}],
                 "allow_override": true, "category": "food", "amount": 15.0}}""")
                .jsonPath("$.data.impact_message")
                .isNotEmpty()
                .jsonPath("$.data.suggestions.length()")
                .isEqualTo(2);
    }

    @Test
    void aCategoryWithoutAPlanIsAffordableWithCaution() {
        ask("{\"category\": \"pets\", \"amount\": 15}")
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                {"data": {"can_afford": true, "warning_level": "caution", "current_spent": 0.0, "daily_budget": 0.0,
                 "remaining_budget": 0.0, "percentage_used": 0.0, "overage": 0.0, "alternative_categories": []}}""");
    }

    @Test
    void underscoreAndSpaceSpellTheSameCategoryOnAnyDay() {
        ask("{\"category\": \"Transport_Public\", \"amount\": 1, \"date\": \"2026-11-30T10:00:00\"}")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.data.warning_level")
                .isEqualTo("safe")
                .jsonPath("$.data.category")
                .isEqualTo("Transport_Public");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "",
                "{",
                "7",
                "{\"category\": \"food\"}",
                "{\"category\": \"food\", \"amount\": 0}",
                "{\"category\": \"food\", \"amount\": -1}",
                "{\"category\": \"food\", \"amount\": \"NaN\"}",
                "{\"category\": \"food\", \"amount\": 1e999999999}",
                "{\"category\": \"food\", \"amount\": 1.001}",
                "{\"category\": \"food\", \"amount\": 99999999}",
                "{\"category\": \" \", \"amount\": 1}",
                "{\"category\": 5, \"amount\": 1}",
                "{\"category\": \"food\", \"amount\": 1, \"date\": \"never\"}",
                "{\"category\": \"food\", \"amount\": 1, \"date\": {}}"
            })
    void nonsenseIsRefused(String body) {
        ask(body)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.success")
                .isEqualTo(false);
    }
}
