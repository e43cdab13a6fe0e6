package app.mita.query.drift;

import app.mita.query.SentQueryTest;
import app.mita.query.Spending;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DriftRoutesTest extends SentQueryTest {

    private static final String GET = "/api/drift/get";
    private static final String LOG = "/api/drift/log";

    @Test
    void howFarTheMonthsLieApart() {
        store(new Spending()
                .on("2025-11-24", "food", "1")
                .on("2026-07-24", "food", "1")
                .on("2026-09-24", "food", "75")
                .on("2026-09-24", "rent", "25")
                .on("2026-10-24", "food", "100")
                .on("2026-10-24", "pets", "100")
                .on("2026-11-24", "food", "10"));
        answer(GET, "{\"month\": \"2026-11\"}")
                .json("""
                {"data": {"user_id": "%s", "month": "2026-11", "drift_value": 0.5,
                  "history": [{"month": "2026-10", "drift_value": 0.5}]}}""".formatted(user))
                .jsonPath("$.data.history.length()")
                .isEqualTo(1);
    }

    /** The original's recorded answer. */
    @Test
    void thereIsNoneWithoutAnEarlierMonth() {
        store(new Spending().on("2026-11-24", "food", "42"));
        for (var month : new String[] {"2026-11", "2026-10", "1000-01", "9999-12"}) {
            answer(GET, "{\"month\": \"%s\"}".formatted(month)).json("""
                    {"data": {"user_id": "%s", "month": "%s", "drift_value": 0.0, "history": []}}""".formatted(user, month));
        }
    }

    @Test
    void whatAClientMeasuresIsAnsweredWithWhatTheTransactionsGive() {
        store(new Spending().on("2026-10-24", "food", "1").on("2026-11-24", "rent", "1"));
        answer(LOG, "{\"month\": \"2026-11\", \"value\": 0.15}").json("""
                {"data": {"status": "ok", "message": "Measured from your transactions it is 1.0000."}}""");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"month\": null, \"value\": 1}",
                "{\"month\": 202611, \"value\": 1}",
                "{\"month\": \"2026-13\", \"value\": 1}",
                "{\"month\": \"2026-1\", \"value\": 1}",
                "{\"month\": \"0000-01\", \"value\": 1}",
                "{\"month\": \"soon\", \"value\": 1}",
                "{\"month\": {}, \"value\": 1}"
            })
    void nonsenseIsRefused(String body) {
        invalid(GET, body);
        invalid(LOG, body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"x\"", "1e999999", "1000001", "true", "[]"})
    void whatIsNoMeasureIsRefused(String value) {
        invalid(LOG, "{\"month\": \"2026-11\", \"value\": " + value + "}");
    }
}
