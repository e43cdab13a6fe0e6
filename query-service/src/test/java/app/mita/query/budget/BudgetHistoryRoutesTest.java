package app.mita.query.budget;

import app.mita.api.budget.RebalanceDocument;
import app.mita.api.budget.RebalanceDocument.Given;
import app.mita.api.money.Money;
import app.mita.query.Examples;
import app.mita.query.QueryServiceTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetHistoryRoutesTest extends QueryServiceTest {

    private void moved(String at, Given... given) {
        var document = new RebalanceDocument("food", LocalDate.parse("2026-11-24"), Instant.parse(at), List.of(given));
        var key = given[0].id().toString();
        rows.put("redistribution", 1, user, key, document, 1, Instant.parse(at), null);
    }

    private static Given given(String from, String amount) {
        return new Given(UUID.randomUUID(), from, Money.of(amount));
    }

    @Test
    void theNewestMoveComesFirst() {
        get("/api/budget/redistribution_history").json("{\"data\": {\"count\": 0, \"events\": []}}");
        moved("2026-11-22T10:00:00Z", given("hobbies", "1"));
        moved("2026-11-24T10:00:00Z", given("entertainment events", "42"));
        moved("2026-11-23T10:00:00Z", given("transport", "3"), given("coffee", "2"));
        get("/api/budget/redistribution_history?limit=2").json("""
                {"data": {"count": 2, "events": [
                  {"from_category": "entertainment events", "to_category": "food", "amount": 42.0,
                   "reason": "realtime_rebalance", "from_day": "2026-11-24", "created_at": "2026-11-24T10:00:00Z"},
                  {"from_category": "coffee", "amount": 2.0}]}}""");
        get("/api/budget/redistribution_history")
                .jsonPath("$.data.events[*].from_category")
                .isEqualTo(List.of("entertainment events", "coffee", "transport", "hobbies"));
        client(UUID.randomUUID())
                .get()
                .uri("/api/budget/redistribution_history")
                .exchange()
                .expectBody()
                .jsonPath("$.data.count")
                .isEqualTo(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "-1", "x", "99999999999", "1.5"})
    void aListHasOneToTwoHundredEntries(String limit) {
        refused("/api/budget/redistribution_history?limit=" + limit, 422, "VALIDATION_2002")
                .jsonPath("$.error.details.validation_errors[0].field")
                .isEqualTo("query.limit");
    }

    @Test
    void withNothingToSuggestThereIsAGeneralAdvice() {
        get("/api/budget/suggestions")
                .json("""
                {"data": {"suggestions": [{"id": 1, "category": "general", "potential_savings": 0.0,
                   "difficulty": "easy"}], "total_potential_savings": 0.0, "priority_areas": ["general"]}}""")
                .jsonPath("$.data.suggestions[0].text")
                .isNotEmpty();
        rows.put(
                "dashboard",
                user,
                "",
                Examples.dashboard()
                        .onboarded()
                        .spent("2026-11-24", "food", "42")
                        .document(),
                1);
        get("/api/budget/suggestions").json("""
                {"data": {"suggestions": [{"id": 1, "category": "general"}], "priority_areas": ["food"]}}""");
    }

    /** The 26th of October to the 24th of November, two months together. */
    @Test
    void thirtyLocalDaysAreReviewed() {
        var november = YearMonth.of(2026, 11);
        var tens = Collections.nCopies(30, Money.of("10")).toArray(Money[]::new);
        rows.put(
                "dashboard",
                user,
                "",
                Examples.dashboard()
                        .planned(november, "groceries", tens)
                        .planned(november, "coffee", tens)
                        .planned(november, "hobbies", tens)
                        .spent("2026-11-24", "groceries", "450")
                        .spent("2026-11-25", "groceries", "1000")
                        .spent("2026-11-01", "coffee", "10")
                        .spent("2026-11-02", "hobbies", "349.99")
                        .document(),
                1);
        rows.put(
                "calendar",
                user,
                "2026-10",
                Examples.month(
                        Map.of("groceries", Collections.nCopies(31, Money.of("10"))),
                        Map.of(
                                LocalDate.parse("2026-10-25"), Map.of("groceries", Money.of("500")),
                                LocalDate.parse("2026-10-26"), Map.of("groceries", Money.of("0.01")))),
                1);
        get("/api/budget/suggestions").json("""
                {"data": {"suggestions": [
                   {"id": 1, "category": "groceries", "potential_savings": 150.01, "difficulty": "moderate"},
                   {"id": 2, "category": "hobbies", "potential_savings": 109.99, "difficulty": "moderate"},
                   {"id": 3, "category": "coffee", "potential_savings": 0.0, "difficulty": "easy"}],
                  "total_potential_savings": 260.0, "priority_areas": ["groceries", "hobbies", "coffee"]}}""");
    }
}
