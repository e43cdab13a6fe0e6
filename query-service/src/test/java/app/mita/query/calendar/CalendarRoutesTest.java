package app.mita.query.calendar;

import app.mita.api.money.Money;
import app.mita.query.Examples;
import app.mita.query.QueryServiceTest;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarRoutesTest extends QueryServiceTest {

    private static final Map<String, List<Money>> PLAN = Map.of("groceries", Collections.nCopies(30, Money.of("100")));

    private void november(Map<LocalDate, Map<String, Money>> spent) {
        rows.put("calendar", user, "2026-11", Examples.month(PLAN, spent), 1);
    }

    @Test
    void withoutAPlanTheCalendarIsEmpty() {
        get("/api/calendar/saved/2026/11").json("{\"data\": {\"calendar\": []}}");
        get("/api/calendar/current-month/").json("{\"data\": {\"calendar\": []}}");
        refused("/api/calendar/day/2026/11/24", 404, "RESOURCE_3001");
    }

    @Test
    void withoutAPlanADayThatWasSpentOnIsShown() {
        rows.put(
                "calendar",
                user,
                "2026-11",
                Examples.month(null, Map.of(LocalDate.parse("2026-11-24"), Map.of("food", Money.of("12.5")))),
                1);
        get("/api/calendar/saved/2026/11").json("""
                {"data": {"calendar": [{"date": "2026-11-24", "day": 24,
                  "planned_budget": {"food": {"planned": 0.0, "spent": 12.5, "status": "red"}},
                  "limit": 0.0, "total": 0.0, "spent": 12.5, "status": "active"}]}}""");
    }

    @Test
    void aPlannedMonthHasEveryDay() {
        november(Map.of(LocalDate.parse("2026-11-02"), Map.of("groceries", Money.of("102"), "pets", Money.of("1"))));
        for (var path : List.of("/api/calendar/saved/2026/11", "/api/calendar/current-month")) {
            get(path)
                    .jsonPath("$.data.calendar.length()")
                    .isEqualTo(30)
                    .jsonPath("$.data.calendar[0].status")
                    .isEqualTo("pending")
                    .jsonPath("$.data.calendar[29].date")
                    .isEqualTo("2026-11-30")
                    .jsonPath("$.data.calendar[1].planned_budget.groceries.status")
                    .isEqualTo("yellow")
                    .jsonPath("$.data.calendar[1].planned_budget.pets.planned")
                    .isEqualTo(0.0)
                    .jsonPath("$.data.calendar[1].planned_budget.pets.status")
                    .isEqualTo("yellow")
                    .jsonPath("$.data.calendar[1].limit")
                    .isEqualTo(100.0)
                    .jsonPath("$.data.calendar[1].spent")
                    .isEqualTo(103.0)
                    .jsonPath("$.data.calendar[1].status")
                    .isEqualTo("active");
        }
        get("/api/calendar/day/2026/11/2").json("""
                {"data": {"date": "2026-11-02", "limit": 100.0, "total": 100.0, "spent": 103.0, "status": "yellow",
                 "expenses": {"groceries": 102.0, "pets": 1.0}}}""");
        get("/api/calendar/day/2026/11/03/").jsonPath("$.data.status").isEqualTo("green");
    }

    @Test
    void theCurrentMonthAndLaterOnesOfAnOnboardedUserNeedNoWrite() {
        rows.put(
                "dashboard",
                user,
                "",
                Examples.dashboard().onboarded().zone("Asia/Tokyo").document(),
                1);
        clock.moveTo("2026-11-30T14:59:59Z");
        get("/api/calendar/current-month").jsonPath("$.data.calendar.length()").isEqualTo(30);
        get("/api/calendar/saved/2026/10").jsonPath("$.data.calendar").isEmpty();
        get("/api/calendar/saved/2027/02").jsonPath("$.data.calendar.length()").isEqualTo(28);
        clock.moveTo("2026-11-30T15:00:00Z");
        get("/api/calendar/current-month")
                .jsonPath("$.data.calendar.length()")
                .isEqualTo(31)
                .jsonPath("$.data.calendar[0].planned_budget.rent.planned")
                .isEqualTo(1500.0);
        get("/api/calendar/saved/2026/11").jsonPath("$.data.calendar").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "saved/2026/0",
                "saved/2026/13",
                "saved/0/1",
                "saved/99999999999/1",
                "saved/-5/1",
                "saved/x/y",
                "day/2026/2/30",
                "day/2026/11/0",
                "day/2026/11/x",
                "day/10000/1/1"
            })
    void whatIsNotInTheCalendarIsRefused(String path) {
        client().get().uri("/api/calendar/" + path).exchange().expectStatus().isEqualTo(422);
    }
}
