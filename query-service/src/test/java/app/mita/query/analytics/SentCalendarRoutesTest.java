package app.mita.query.analytics;

import app.mita.query.SentQueryTest;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentCalendarRoutesTest extends SentQueryTest {

    private static final String AGGREGATE = "/api/analytics/aggregate";
    private static final String ANOMALIES = "/api/analytics/anomalies";

    @Test
    void aCalendarByCategory() {
        answer(AGGREGATE, "{\"calendar\": " + thirtyDays() + "}")
                .json("{\"data\": {\"food\": {\"planned\": 600.0, \"spent\": 300.0, \"savings\": 300.0}}}");
    }

    @Test
    void aCalendarAsOursIsShown() {
        answer(AGGREGATE, """
                {"calendar": [
                  {"date": "2026-11-01", "planned_budget": {"dining out": {"planned": 10.5, "spent": 12, "status": "red"}}},
                  {"date": "2026-11-02", "planned_budget": {"dining_out": {"planned": "10.50"}, "pets": 1},
                   "actual_spending": {"gifts": 0.1, "pets": 3}}]}""").json("""
                {"data": {"dining out": {"planned": 21.0, "spent": 12.0, "savings": 9.0},
                          "pets": {"planned": 1.0, "spent": 3.0, "savings": -2.0},
                          "gifts": {"planned": 0.0, "spent": 0.1, "savings": -0.1}}}""");
    }

    @Test
    void alikeDaysHaveNoAnomaly() {
        answer(ANOMALIES, "{\"calendar\": " + thirtyDays() + "}").json("{\"data\": []}");
        answer(ANOMALIES, "{\"calendar\": []}").json("{\"data\": []}");
        answer(AGGREGATE, "{\"calendar\": []}").json("{\"data\": {}}");
        answer(AGGREGATE, "{\"calendar\": [{}]}").json("{\"data\": {}}");
    }

    @Test
    void aDayFarAboveTheOthers() {
        var days = String.join(",", Collections.nCopies(19, "{\"total\": 10}"));
        answer(ANOMALIES, "{\"calendar\": [" + days + ", {\"day\": 24, \"date\": \"2026-11-24\", \"total\": \"110\"}]}")
                .json("""
                {"data": [{"day": 24, "date": "2026-11-24", "total": 110.0, "threshold": 69.49}]}""");
    }

    @Test
    void fewDaysSayNothing() {
        var few = String.join(",", Collections.nCopies(3, "{\"total\": 1}"));
        answer(ANOMALIES, "{\"calendar\": [" + few + ", {\"total\": 0}, {\"total\": 1000}]}")
                .json("{\"data\": []}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "7",
                "{",
                "{}",
                "{\"calendar\": null}",
                "{\"calendar\": {}}",
                "{\"calendar\": \"x\"}",
                "{\"calendar\": [null]}",
                "{\"calendar\": [[]]}",
                "{\"calendar\": [{\"total\": \"x\"}]}",
                "{\"calendar\": [{\"total\": \"NaN\"}]}",
                "{\"calendar\": [{\"total\": NaN}]}",
                "{\"calendar\": [{\"total\": -1}]}",
                "{\"calendar\": [{\"total\": 1e999999}]}",
                "{\"calendar\": [{\"total\": 1000000001}]}",
                "{\"calendar\": [{\"day\": 1.5}]}",
                "{\"calendar\": [{\"day\": -1}]}",
                "{\"calendar\": [{\"day\": 99999999999}]}",
                "{\"calendar\": [{\"planned_budget\": []}]}",
                "{\"calendar\": [{\"planned_budget\": {\"food\": null}}]}",
                "{\"calendar\": [{\"planned_budget\": {\"food\": []}}]}",
                "{\"calendar\": [{\"planned_budget\": {\"food\": -1}}]}",
                "{\"calendar\": [{\"planned_budget\": {\"food\": 1e999999999}}]}",
                "{\"calendar\": [{\"planned_budget\": {\"food\": {\"planned\": 1e99}}}]}",
                "{\"calendar\": [{\"planned_budget\": {\"food\": {\"spent\": true}}}]}",
                "{\"calendar\": [{\"actual_spending\": {\"food\": null}}]}",
                "{\"calendar\": [{\"actual_spending\": {\"food\": \"many\"}}]}"
            })
    void nonsenseIsRefused(String body) {
        invalid(AGGREGATE, body);
        invalid(ANOMALIES, body);
    }

    @Test
    void whatIsTooLargeIsRefused() {
        invalid(AGGREGATE, "{\"calendar\": [" + String.join(",", Collections.nCopies(401, "{}")) + "]}");
        var names = new StringBuilder();
        for (int i = 0; i < 101; i++) {
            names.append(i > 0 ? "," : "").append("\"c").append(i).append("\": 1");
        }
        invalid(ANOMALIES, "{\"calendar\": [{\"planned_budget\": {" + names + "}}]}");
        invalid(AGGREGATE, "{\"calendar\": [{\"planned_budget\": {\"" + "x".repeat(101) + "\": 1}}]}");
        invalid(AGGREGATE, "{\"calendar\": [{\"date\": \"" + "x".repeat(41) + "\"}]}");
        var all =
                String.join(",", Collections.nCopies(400, "{\"total\": 1000000000, \"planned_budget\": {\"x\": 1e9}}"));
        answer(AGGREGATE, "{\"calendar\": [" + all + "]}")
                .jsonPath("$.data.x.planned")
                .isEqualTo(4.0e11);
    }

    @Test
    void aTokenIsNeeded() {
        stranger().post().uri(AGGREGATE).exchange().expectStatus().isUnauthorized();
    }
}
