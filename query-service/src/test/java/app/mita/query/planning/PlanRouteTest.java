package app.mita.query.planning;

import app.mita.api.money.Money;
import app.mita.query.Examples;
import app.mita.query.QueryServiceTest;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanRouteTest extends QueryServiceTest {

    @Test
    void everyDayOfThePlan() {
        rows.put(
                "calendar",
                user,
                "2026-11",
                Examples.month(
                        Map.of("groceries", Collections.nCopies(30, Money.of("10"))),
                        Map.of(LocalDate.parse("2026-11-30"), Map.of("food", Money.of("42")))),
                1);
        get("/api/plan/2026/11").jsonPath("$.data.length()").isEqualTo(30).json("""
                {"data": {"1": {"groceries": {"planned": 10.0, "spent": 0.0}},
                  "30": {"groceries": {"planned": 10.0, "spent": 0.0}, "food": {"planned": 0.0, "spent": 42.0}}}}""");
    }

    @Test
    void aMonthThatWasOnlySpentInHasEmptyDays() {
        rows.put(
                "calendar",
                user,
                "2024-02",
                Examples.month(null, Map.of(LocalDate.parse("2024-02-29"), Map.of("food", Money.of("1")))),
                1);
        get("/api/plan/2024/2/")
                .json("{\"data\": {\"1\": {}, \"29\": {\"food\": {\"planned\": 0.0, \"spent\": 1.0}}}}");
    }

    @Test
    void whatIsNotPlannedIsNotFound() {
        refused("/api/plan/2026/11", 404, "RESOURCE_3001");
        rows.put("dashboard", user, "", Examples.dashboard().onboarded().document(), 1);
        get("/api/plan/2026/11").jsonPath("$.data['1'].rent.planned").isEqualTo(1500.0);
        refused("/api/plan/2026/10", 404, "RESOURCE_3001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026/13", "2026/0", "0/1", "10000/1", "x/1", "2026/99999999999"})
    void whatIsNotInTheCalendarIsRefused(String path) {
        client().get().uri("/api/plan/" + path).exchange().expectStatus().isEqualTo(422);
    }
}
