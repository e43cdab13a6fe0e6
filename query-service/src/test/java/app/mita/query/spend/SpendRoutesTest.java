package app.mita.query.spend;

import app.mita.query.SentQueryTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpendRoutesTest extends SentQueryTest {

    private static final String CHECK = "/api/spend/check";
    private static final String LIMIT = "/api/spend/limit";

    @Test
    void whatTheDaySays() {
        var question = "{\"calendar\": " + thirtyDays() + ", \"day\": 24, \"category\": \"food\"}";
        answer(CHECK, question).json("{\"data\": {\"spent\": 10.0}}");
        answer(LIMIT, question).json("{\"data\": {\"limit\": 20.0}}");
    }

    @Test
    void whatTheCalendarDoesNotHaveIsZero() {
        var noSuchDay = "{\"calendar\": " + thirtyDays() + ", \"day\": 31, \"category\": \"food\"}";
        answer(CHECK, noSuchDay).json("{\"data\": {\"spent\": 0.0}}");
        answer(LIMIT, noSuchDay).json("{\"data\": {\"limit\": 0.0}}");
        var noSuchCategory = "{\"calendar\": " + thirtyDays() + ", \"day\": 1, \"category\": \"pets\"}";
        answer(CHECK, noSuchCategory).json("{\"data\": {\"spent\": 0.0}}");
        answer(LIMIT, "{\"calendar\": [], \"day\": 1, \"category\": \"pets\"}").json("{\"data\": {\"limit\": 0.0}}");
    }

    @Test
    void underscoreAndSpaceSpellTheSameCategory() {
        var question = """
                {"calendar": [{"date": "2026-11-24", "planned_budget": {"dining out": {"planned": 12.5, "spent": 3}}}],
                 "day": 24, "category": "Dining_Out"}""";
        answer(CHECK, question).json("{\"data\": {\"spent\": 3.0}}");
        answer(LIMIT, question).json("{\"data\": {\"limit\": 12.5}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"calendar\": [], \"day\": 1}",
                "{\"calendar\": [], \"category\": \"food\"}",
                "{\"day\": 1, \"category\": \"food\"}",
                "{\"calendar\": {}, \"day\": 1, \"category\": \"food\"}",
                "{\"calendar\": [1], \"day\": 1, \"category\": \"food\"}",
                "{\"calendar\": [], \"day\": 0, \"category\": \"food\"}",
                "{\"calendar\": [], \"day\": 401, \"category\": \"food\"}",
                "{\"calendar\": [], \"day\": 1e9, \"category\": \"food\"}",
                "{\"calendar\": [], \"day\": \"x\", \"category\": \"food\"}",
                "{\"calendar\": [], \"day\": null, \"category\": \"food\"}",
                "{\"calendar\": [], \"day\": 1, \"category\": \" \"}",
                "{\"calendar\": [], \"day\": 1, \"category\": 5}",
                "{\"calendar\": [{\"planned_budget\": {\"food\": -5}}], \"day\": 1, \"category\": \"food\"}"
            })
    void nonsenseIsRefused(String body) {
        invalid(CHECK, body);
        invalid(LIMIT, body);
    }
}
