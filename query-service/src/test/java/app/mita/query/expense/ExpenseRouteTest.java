package app.mita.query.expense;

import app.mita.api.transactions.Category;
import app.mita.query.Examples;
import app.mita.query.QueryServiceTest;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ExpenseRouteTest extends QueryServiceTest {

    private void spent(String at, String amount) {
        var transaction = Examples.transaction(user, Instant.parse(at), Category.FOOD, amount, null);
        rows.put("transaction", 1, user, transaction.id().toString(), transaction, 1, transaction.spentAt(), "food");
    }

    @Test
    void theLast90DaysInTheUsersOwnDays() {
        rows.put("dashboard", user, "", Examples.dashboard().zone("Asia/Tokyo").document(), 1);
        spent("2026-11-23T16:00:00Z", "42");
        spent("2026-09-01T10:00:00Z", "7");
        spent("2026-08-01T10:00:00Z", "9");
        client().post()
                .uri("/api/expense/history")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                {"success": true, "data": {"expenses": [
                   {"user_id": "%1$s", "amount": 42.0, "action": "food", "date": "2026-11-24"},
                   {"user_id": "%1$s", "amount": 7.0, "action": "food", "date": "2026-09-01"}],
                 "total_count": 2, "period_days": 90}}""".formatted(user))
                .jsonPath("$.data.expenses[0].id")
                .isNotEmpty();
    }

    @Test
    void withoutAnyItIsEmpty() {
        client().post()
                .uri("/api/expense/history/")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json("{\"data\": {\"expenses\": [], \"total_count\": 0, \"period_days\": 90}}");
    }
}
