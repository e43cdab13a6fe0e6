package app.mita.query.style;

import app.mita.query.SentQueryTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StyleRouteTest extends SentQueryTest {

    /** The original's recorded answer. */
    @Test
    void aBalancedPerson() {
        for (var path : new String[] {"/api/style/", "/api/style"}) {
            answer(path, "{\"profile\": {\"cohort\": \"balanced\", \"income\": 6000.0}}")
                    .json("""
                    {"data": {"style": {"theme": "light", "palette": "default_neutral", "fontSize": "medium",
                      "layout": "compact"}}}""");
        }
    }

    @ParameterizedTest
    @CsvSource({"0, medium, compact", "59, medium, compact", "60, large, spacious"})
    void theOldReadLargeText(int age, String size, String layout) {
        answer("/api/style/", "{\"profile\": {\"cohort\": \"Conservative_Saver\", \"age\": %d}}".formatted(age))
                .json("""
                {"data": {"style": {"palette": "calm_green", "fontSize": "%s", "layout": "%s"}}}""".formatted(size, layout));
    }

    @Test
    void darkIsWhatTheUserHasSet() {
        rows.execute("""
                insert into read_model.profile (generation, user_id, key, document, position)
                values (1, ?, '', '{"profile": {"dark_mode_enabled": true}, "role": "basic_user"}', 1)""", user);
        answer("/api/style/", "{\"profile\": {}}")
                .jsonPath("$.data.style.theme")
                .isEqualTo("dark");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7",
                "{}",
                "{\"profile\": null}",
                "{\"profile\": []}",
                "{\"profile\": \"x\"}",
                "{\"profile\": {\"cohort\": 5}}",
                "{\"profile\": {\"age\": -1}}",
                "{\"profile\": {\"age\": 151}}",
                "{\"profile\": {\"age\": \"old\"}}"
            })
    void nonsenseIsRefused(String body) {
        invalid("/api/style/", body);
    }

    @Test
    void aLongNameIsRefused() {
        invalid("/api/style/", "{\"profile\": {\"cohort\": \"" + "x".repeat(101) + "\"}}");
    }
}
