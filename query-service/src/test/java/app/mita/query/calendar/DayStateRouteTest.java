package app.mita.query.calendar;

import app.mita.api.money.Money;
import app.mita.query.Examples;
import app.mita.query.QueryServiceTest;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

class DayStateRouteTest extends QueryServiceTest {

    private WebTestClient.BodyContentSpec state(int year, int month, int day) {
        return client().post()
                .uri("/api/calendar/day_state")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"year\": %d, \"month\": %d, \"day\": %d}".formatted(year, month, day))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }

    private void november(String spentOnFood) {
        var planned = new LinkedHashMap<String, List<Money>>();
        planned.put("groceries", Collections.nCopies(30, Money.of("19.43")));
        planned.put("transport public", Collections.nCopies(30, Money.of("30")));
        planned.put("food", Collections.nCopies(30, Money.of("42")));
        var spent = Map.of(LocalDate.parse("2026-11-24"), Map.of("food", Money.of(spentOnFood)));
        rows.put("calendar", user, "2026-11", Examples.month(planned, spent), 1);
    }

    @Test
    void theRecordedDay() {
        november("42");
        state(2026, 11, 24).json("""
                {"data": {"state": {"planned": {"food": 42.0, "groceries": 19.43, "transport public": 30.0},
                  "actual": {"food": 42.0, "groceries": 0.0, "transport public": 0.0}, "redistributed": {},
                  "status": "green", "recommendations": [], "advisor_comment": null}}}""");
    }

    @Test
    void aDayOverItsPlanIsCommentedOn() {
        november("80");
        state(2026, 11, 24)
                .jsonPath("$.data.state.status")
                .isEqualTo("yellow")
                .jsonPath("$.data.state.advisor_comment")
                .isNotEmpty()
                .jsonPath("$.data.state.recommendations.length()")
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "2026, 11, 31, day not found",
        "2026, 11, 0, day not found",
        "2026, 11, -5, day not found",
        "2026, 10, 24, calendar not found",
        "2026, 13, 1, calendar not found",
        "-1, 1, 1, calendar not found",
        "2147483647, 1, 1, calendar not found"
    })
    void whatThereIsNotIsSaidSo(int year, int month, int day, String error) {
        november("1");
        state(year, month, day).jsonPath("$.data.state.error").isEqualTo(error);
    }

    @Test
    void beforeOnboardingThereIsNoCalendar() {
        state(2026, 11, 24).json("{\"data\": {\"state\": {\"error\": \"calendar not found\"}}}");
    }
}
