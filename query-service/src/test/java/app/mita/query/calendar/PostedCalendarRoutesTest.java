package app.mita.query.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import app.mita.query.QueryServiceTest;
import app.mita.runtime.json.MitaJson;
import java.math.BigDecimal;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

class PostedCalendarRoutesTest extends QueryServiceTest {

    private WebTestClient.ResponseSpec ask(String route, String body) {
        return client().post()
                .uri("/api/calendar/" + route)
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

    @Test
    void theRecordedCalendar() {
        answered("generate", """
                {"calendar_id": "contract-32d5aa", "start_date": "2026-11-24", "num_days": 7,
                 "budget_plan": {"food": 140.0, "transport": "70"}}""")
                .json("""
                {"data": {"calendar_id": "contract-32d5aa"}}""")
                .jsonPath("$.data.days.length()")
                .isEqualTo(7)
                .jsonPath("$.data.days[6]")
                .value(
                        day -> assertThat(MitaJson.mapper().writeValueAsString(day))
                                .isEqualTo(
                                        "{\"calendar_id\":\"contract-32d5aa\",\"date\":\"2026-11-30\","
                                                + "\"planned_budget\":{\"food\":20.0,\"transport\":10.0},\"limit\":30.0,\"total\":0.0}"));
    }

    @Test
    void noCentIsLostOverALeapYear() {
        var body = answered("generate", """
                        {"calendar_id": "y", "start_date": "2028-01-01", "num_days": 366, "budget_plan": {"food": 100}}""").returnResult().getResponseBody();
        var sum = BigDecimal.ZERO;
        for (var day : MitaJson.mapper().readTree(body).at("/data/days")) {
            sum = sum.add(day.at("/planned_budget/food").decimalValue());
        }
        assertThat(sum).isEqualByComparingTo("100");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026 | 11 | {\"food\": 0.5, \"transport\": 0.5} | 30 | 68.34",
                "2026 | 2 | {\"food\": 50, \"transport\": 50} | 28 | 73.22",
                "2028 | 2 | {\"food\": 15} | 29 | 31.04"
            })
    void theShellHasTheMonthsOwnDays(int year, int month, String weights, int days, String food) {
        answered("shell", """
                {"savings_target": 400.0, "income": 6000.0, "fixed": {"rent": 1500.0}, "weights": %s, "year": %d,
                 "month": %d}""".formatted(weights, year, month))
                .jsonPath("$.data.calendar.length()")
                .isEqualTo(days)
                .jsonPath("$.data.calendar[0].calendar_id")
                .isEqualTo("__shell__")
                .jsonPath("$.data.calendar[0].planned_budget.food")
                .isEqualTo(Double.valueOf(food))
                .jsonPath("$.data.calendar[0].total")
                .isEqualTo(0.0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"savings_target\": 6000, \"income\": 6000, \"year\": 2026, \"month\": 11}",
                "{\"income\": 0, \"year\": 2026, \"month\": 11}",
                "{\"savings_target\": 5000, \"income\": 6000, \"fixed\": {\"rent\": 1000.01}, \"year\": 2026, \"month\": 11}"
            })
    void whatTheIncomeCannotBearIsRefused(String body) {
        ask("shell", body)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.error.code")
                .isEqualTo("BUSINESS_4002");
    }

    @Test
    void theRecordedRedistribution() {
        answered("redistribute", """
                {"calendar": {"1": {"total": 25.0, "limit": 20.0}, "2": {"total": "5", "limit": 20}},
                 "strategy": "balanced"}""").json("""
                {"data": {"updated_calendar": {"1": {"total": 20.0, "limit": 20.0}, "2": {"total": 10.0, "limit": 20.0}}}}""");
        answered("redistribute", "{\"calendar\": {}}").json("{\"data\": {\"updated_calendar\": {}}}");
    }

    @Test
    void aCalendarHasAtMostAYearsDays() {
        var days = IntStream.rangeClosed(1, 367)
                .mapToObj("\"%d\": {\"total\": 1, \"limit\": 1}"::formatted)
                .collect(Collectors.joining(","));
        ask("redistribute", "{\"calendar\": {" + days + "}}").expectStatus().isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "redistribute | {}",
                "redistribute | {\"calendar\": null}",
                "redistribute | {\"calendar\": []}",
                "redistribute | {\"calendar\": {\"1\": null}}",
                "redistribute | {\"calendar\": {\"1\": 5}}",
                "redistribute | {\"calendar\": {\"1\": {\"total\": \"x\"}}}",
                "redistribute | {\"calendar\": {\"1\": {\"total\": 5}}}",
                "redistribute | {\"calendar\": {\"1\": {\"total\": -5, \"limit\": 1}}}",
                "redistribute | {\"calendar\": {\"1\": {\"total\": 1e90, \"limit\": 1}}}",
                "redistribute | {\"calendar\": {\"1\": {\"total\": 1, \"limit\": \"Infinity\"}}}",
                "redistribute | {\"calendar\": {\"1\": {\"total\": 1, \"limit\": 1}}, \"strategy\": 5}",
                "generate | {}",
                "generate | {\"calendar_id\": \"a\", \"start_date\": \"2026-02-30\", \"num_days\": 7, \"budget_plan\": {}}",
                "generate | {\"calendar_id\": \"a\", \"start_date\": \"9999-12-31\", \"num_days\": 7, \"budget_plan\": {}}",
                "generate | {\"calendar_id\": \"a\", \"start_date\": \"-0001-12-31\", \"num_days\": 7, \"budget_plan\": {}}",
                "generate | {\"calendar_id\": \"a\", \"start_date\": \"2026-02-01\", \"num_days\": 0, \"budget_plan\": {}}",
                "generate | {\"calendar_id\": \"a\", \"start_date\": \"2026-02-01\", \"num_days\": 367, \"budget_plan\": {}}",
                "generate | {\"calendar_id\": \" \", \"start_date\": \"2026-02-01\", \"num_days\": 7, \"budget_plan\": {}}",
                "generate | {\"calendar_id\": \"a\", \"start_date\": \"2026-02-01\", \"num_days\": 7, \"budget_plan\": {\"food\": -1}}",
                "generate | {\"calendar_id\": \"a\", \"start_date\": \"2026-02-01\", \"num_days\": 7, \"budget_plan\": {\"\": 1}}",
                "generate | {\"calendar_id\": \"a\", \"start_date\": \"2026-02-01\", \"num_days\": 7, \"budget_plan\": {\"food\": null}}",
                "generate | {\"calendar_id\": \"a\", \"start_date\": \"2026-02-01\", \"num_days\": 7, \"budget_plan\": {\"food\": 1e99}}",
                "shell | {}",
                "shell | {\"income\": 100, \"year\": 2026, \"month\": 13}",
                "shell | {\"income\": 100, \"year\": 0, \"month\": 1}",
                "shell | {\"income\": -100, \"year\": 2026, \"month\": 1}",
                "shell | {\"income\": 100, \"savings_target\": -1, \"year\": 2026, \"month\": 1}",
                "shell | {\"income\": 100, \"weights\": {\"food\": -1}, \"year\": 2026, \"month\": 1}",
                "shell | {\"income\": 100, \"weights\": [1], \"year\": 2026, \"month\": 1}",
                "shell | {\"income\": 1e999999, \"year\": 2026, \"month\": 1}",
                "day_state | {}",
                "day_state | {\"year\": 2026, \"month\": 11}",
                "day_state | {\"year\": 2026, \"month\": 11, \"day\": \"x\"}",
                "day_state | {\"year\": 2026, \"month\": 11, \"day\": 99999999999}",
                "day_state | {\"year\": 2026, \"month\": 11, \"day\": 1.5}"
            })
    void nonsenseIsRefused(String route, String body) {
        ask(route, body)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.success")
                .isEqualTo(false)
                .jsonPath("$.error.details.validation_errors[0].field")
                .isNotEmpty();
    }
}
