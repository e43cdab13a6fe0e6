package app.mita.query.budget;

import app.mita.api.money.Money;
import app.mita.query.Examples;
import app.mita.query.Examples.Dashboard;
import app.mita.query.QueryServiceTest;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetMonthRoutesTest extends QueryServiceTest {

    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    private void user(Dashboard dashboard) {
        rows.put("dashboard", user, "", dashboard.document(), 1);
    }

    /** What core.md's own example spends on its 24th, its plan rebalanced: the recorded answers of the original. */
    private static Dashboard recorded() {
        var dashboard = Examples.dashboard().income("6000").spent("2026-11-24", "food", "42");
        for (var row : List.of("food:42.00", "groceries:19.43", "transport public:30.00")) {
            var amounts = new Money[24];
            Arrays.fill(amounts, Money.ZERO);
            amounts[23] = Money.of(row.split(":")[1]);
            dashboard.planned(NOVEMBER, row.split(":")[0], amounts);
        }
        return dashboard;
    }

    @Test
    void beforeOnboardingThereIsNothing() {
        get("/api/budget/spent").jsonPath("$.data.length()").isEqualTo(0);
        get("/api/budget/remaining/").jsonPath("$.data.length()").isEqualTo(0);
        get("/api/budget/daily").json("{\"data\": []}");
        get("/api/budget/live_status").json("""
                {"data": {"date": "2026-11-24", "daily_budget": 0.0, "spent_today": 0.0, "remaining_today": 0.0,
                  "status": "neutral", "monthly_budget": 0.0, "monthly_spent": 0.0, "on_track": true}}""");
    }

    @Test
    void theRecordedExample() {
        user(recorded());
        get("/api/budget/spent").json("""
                {"data": {"food": 42.0, "groceries": 0.0, "transport public": 0.0}}""");
        get("/api/budget/remaining").json("""
                {"data": {"food": 0.0, "groceries": 19.43, "transport public": 30.0}}""");
        get("/api/budget/live_status").json("""
                {"data": {"date": "2026-11-24", "daily_budget": 91.43, "spent_today": 42.0, "remaining_today": 49.43,
                  "status": "good", "monthly_budget": 6000.0, "monthly_spent": 42.0, "on_track": true}}""");
        get("/api/budget/daily").json("""
                {"data": [
                  {"date": "2026-11-24T00:00:00Z", "category": "food", "budget": 42.0, "spent": 42.0,
                   "remaining": 0.0, "status": "green"},
                  {"date": "2026-11-24T00:00:00Z", "category": "groceries", "budget": 19.43, "spent": 0.0,
                   "remaining": 19.43, "status": "green"},
                  {"date": "2026-11-24T00:00:00Z", "category": "transport public", "budget": 30.0, "spent": 0.0,
                   "remaining": 30.0, "status": "green"}]}""");
    }

    @Test
    void everyCategoryOfThePlanHasItsRowsAndSpendingBesideIt() {
        user(Examples.dashboard().onboarded().spent("2026-11-24", "food", "42"));
        get("/api/budget/spent").json("""
                {"data": {"clothing": 0.0, "dining out": 0.0, "entertainment events": 0.0, "food": 42.0,
                  "groceries": 0.0, "hobbies": 0.0, "insurance medical": 0.0, "out of pocket medical": 0.0,
                  "rent": 0.0, "transport gas": 0.0, "transport public": 0.0, "utilities": 0.0}}""");
        get("/api/budget/remaining").json("""
                {"data": {"food": -42.0, "rent": 1500.0, "utilities": 200.0, "transport public": 630.0,
                  "transport gas": 270.0, "clothing": 360.0, "hobbies": 240.0, "insurance medical": 216.0}}""");
        get("/api/budget/live_status").jsonPath("$.data.status").isEqualTo("over");
    }

    @Test
    void aDayWarnsWhileItsWorstCategoryIsForgiven() {
        user(Examples.dashboard()
                .income("600")
                .planned(
                        NOVEMBER,
                        "food",
                        Collections.nCopies(30, Money.of("20")).toArray(Money[]::new))
                .spent("2026-11-24", "food", "22"));
        get("/api/budget/live_status").json("""
                {"data": {"status": "warning", "remaining_today": -2.0, "monthly_spent": 22.0, "on_track": true}}""");
        get("/api/budget/daily").jsonPath("$.data.length()").isEqualTo(30);
    }

    @Test
    void onTrackIsTheShareOfThirtyDays() {
        user(Examples.dashboard().income("3000").spent("2026-11-03", "pets", "2400"));
        get("/api/budget/live_status").jsonPath("$.data.on_track").isEqualTo(true);
        clock.moveTo("2026-11-23T23:59:59Z");
        get("/api/budget/live_status").jsonPath("$.data.on_track").isEqualTo(false);
    }

    @Test
    void anEarlierMonthIsTheOneThatWasKept() {
        user(Examples.dashboard().onboarded());
        rows.put(
                "calendar",
                user,
                "2026-02",
                Examples.month(
                        Map.of("groceries", Collections.nCopies(28, Money.of("10"))),
                        Map.of(
                                LocalDate.parse("2026-02-28"),
                                Map.of("groceries", Money.of("10.5"), "pets", Money.of("3")))),
                1);
        get("/api/budget/spent?year=2026&month=2").json("{\"data\": {\"groceries\": 10.5, \"pets\": 3.0}}");
        get("/api/budget/remaining?year=2026&month=2").json("{\"data\": {\"groceries\": 269.5, \"pets\": -3.0}}");
        get("/api/budget/daily?month=2").jsonPath("$.data.length()").isEqualTo(29);
        get("/api/budget/spent?year=2026&month=1").jsonPath("$.data.length()").isEqualTo(0);
    }

    @Test
    void aLaterMonthFollowsFromTheAnswers() {
        user(Examples.dashboard().onboarded());
        get("/api/budget/remaining?year=2027&month=2").jsonPath("$.data.rent").isEqualTo(1500.0);
        get("/api/budget/daily?year=2028&month=2")
                .jsonPath("$.data[?(@.category == 'rent')].date")
                .isEqualTo("2028-02-01T00:00:00Z");
    }

    @Test
    void theDayAndTheMonthAreTheUsersOwn() {
        user(Examples.dashboard()
                .onboarded()
                .zone("Asia/Tokyo")
                .spent("2026-11-30", "food", "5")
                .spent("2026-12-01", "food", "7"));
        clock.moveTo("2026-11-30T14:59:59Z");
        get("/api/budget/live_status").json("""
                {"data": {"date": "2026-11-30", "spent_today": 5.0, "monthly_spent": 5.0}}""");
        get("/api/budget/spent").jsonPath("$.data.food").isEqualTo(5.0);
        get("/api/budget/daily").jsonPath("$.data[0].date").isEqualTo("2026-11-01T00:00:00+09:00");
        clock.moveTo("2026-11-30T15:00:00Z");
        get("/api/budget/live_status").json("""
                {"data": {"date": "2026-12-01", "spent_today": 7.0, "monthly_spent": 7.0}}""");
        get("/api/budget/spent").jsonPath("$.data.food").isEqualTo(7.0);
    }

    @ParameterizedTest
    @CsvSource({
        "spent?year=1999&month=1, 400, VALIDATION_2003",
        "spent?year=2031, 400, VALIDATION_2003",
        "spent?month=13, 400, VALIDATION_2003",
        "remaining?month=0, 400, VALIDATION_2003",
        "remaining?year=-2026, 400, VALIDATION_2003",
        "daily?month=-1, 400, VALIDATION_2003",
        "spent?year=99999999999, 422, VALIDATION_2002",
        "remaining?month=1e999999, 422, VALIDATION_2002",
        "daily?month=1.5, 422, VALIDATION_2002",
        "daily?year=x, 422, VALIDATION_2002"
    })
    void aMonthThatNoBudgetHasIsRefused(String path, int status, String code) {
        refused("/api/budget/" + path, status, code);
    }

    @Test
    void aStrangerSeesNoBudget() {
        for (var path : List.of("spent", "remaining", "live_status", "daily")) {
            stranger()
                    .get()
                    .uri("/api/budget/" + path)
                    .exchange()
                    .expectStatus()
                    .isUnauthorized();
        }
    }
}
