package app.mita.command.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import app.mita.command.WriteSide;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What a transaction may not say; one person tries it all and has nothing to show for it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TransactionLimitsTest extends WriteSide {

    private static final String ALL = "/api/transactions/";

    private Person person;
    private String existing;

    @BeforeEach
    void somebody() {
        if (person == null) {
            person = register("Asia/Kolkata");
            existing = ALL
                    + body(send(person, "POST", ALL, "{\"amount\": 1, \"category\": \"food\"}"))
                            .get("data")
                            .get("id")
                            .asString();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"amount\": -1, \"category\": \"food\"                | body.amount   | greater_than",
                "\"amount\": 0, \"category\": \"food\"                 | body.amount   | greater_than",
                "\"amount\": 1.005, \"category\": \"food\"             | body.amount   | decimal_max_places",
                "\"amount\": 100000.01, \"category\": \"food\"         | body.amount   | less_than_equal",
                "\"category\": \"food\"                                | body.amount   | missing",
                "\"amount\": null, \"category\": \"food\"              | body.amount   | missing",
                "\"amount\": 1                                         | body.category | missing",
                "\"amount\": 1, \"category\": \"yacht\"                | body.category | value_error",
                "\"amount\": 1, \"category\": \"income\"               | body.category | value_error",
                "\"amount\": 1, \"category\": \"\"                     | body.category | value_error",
                "\"amount\": 1, \"category\": 7                        | body.category | string_type",
                "\"amount\": 1, \"category\": \"food\", \"currency\": \"EUR\"  | body.currency | string_pattern_mismatch",
                "\"amount\": 1, \"category\": \"food\", \"merchant\": \"x\"    | body.merchant | value_error",
                "\"amount\": 1, \"category\": \"food\", \"location\": \" <b>x</b> \" | body.location | value_error",
                "\"amount\": 1, \"category\": \"food\", \"tags\": [\"a\"]      | body.tags.0   | string_pattern_mismatch",
                "\"amount\": 1, \"category\": \"food\", \"tags\": [\"ok\", \"no!\"] | body.tags.1 | string_pattern_mismatch",
                "\"amount\": 1, \"category\": \"food\", \"tags\": [\"aa\",\"ab\",\"ac\",\"ad\",\"ae\",\"af\",\"ag\",\"ah\",\"ai\",\"aj\",\"ak\"] | body.tags | too_long",
                "\"amount\": 1, \"category\": \"food\", \"tags\": \"one\"      | body.tags     | list_type",
                "\"amount\": 1, \"category\": \"food\", \"confidence_score\": 1.001  | body.confidence_score | less_than_equal",
                "\"amount\": 1, \"category\": \"food\", \"confidence_score\": -0.1   | body.confidence_score | greater_than_equal",
                "\"amount\": 1, \"category\": \"food\", \"confidence_score\": 0.1234 | body.confidence_score | decimal_max_places",
                "\"amount\": 1, \"category\": \"food\", \"receipt_url\": \"ftp://a/b.png\" | body.receipt_url | string_pattern_mismatch",
                "\"amount\": 1, \"category\": \"food\", \"receipt_url\": \"https://a/b.exe\" | body.receipt_url | string_pattern_mismatch",
                "\"amount\": 1, \"category\": \"food\", \"goal_id\": \"mine\"  | body.goal_id  | uuid_parsing",
                "\"amount\": 1, \"category\": \"food\", \"id\": \"mine\"       | body.id       | uuid_parsing",
                "\"amount\": 1, \"category\": \"food\", \"spent_at\": \"yesterday\" | body.spent_at | value_error",
                "\"amount\": 1, \"category\": \"food\", \"spent_at\": \"+999999999-12-31T23:59:59Z\" | body.spent_at | value_error",
                "\"amount\": 1, \"category\": \"food\", \"description\": \"a\\u0000b\" | body.description | value_error",
                "\"amount\": 1, \"category\": \"food\", \"notes\": \"\\ud83d\" | body.notes    | value_error"
            })
    void what_is_wrong_is_named(String fields, String field, String type) {
        var error = refused("POST", ALL, "{" + fields + "}");
        assertThat(error.get("code").asString()).isEqualTo("VALIDATION_2002");
        assertThat(error.get("details").get("validation_errors").toString())
                .contains("\"field\":\"" + field + "\"")
                .contains("\"type\":\"" + type + "\"");
    }

    @ParameterizedTest
    @CsvSource({"description,501", "merchant,201", "location,201", "notes,1001"})
    void what_is_too_long_is_refused(String field, int length) {
        for (var target : new String[] {"POST " + ALL, "PUT " + existing}) {
            var error = refused(
                    target.substring(0, target.indexOf(' ')),
                    target.substring(target.indexOf(' ') + 1),
                    "{\"amount\": 1, \"category\": \"food\", \"%s\": \"%s\"}".formatted(field, "x".repeat(length)));
            assertThat(error.get("details").get("validation_errors").toString())
                    .contains("\"field\":\"body." + field + "\"")
                    .contains("string_too_long");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "7",
                "{",
                "{\"amount\": 1e999999999, \"category\": \"food\"}",
                "{\"amount\": 1e-999999999, \"category\": \"food\"}",
                "{\"amount\": \"1e99999\", \"category\": \"food\"}",
                "{\"amount\": 1e80, \"category\": \"food\"}",
                "{\"amount\": NaN, \"category\": \"food\"}",
                "{\"amount\": \"NaN\", \"category\": \"food\"}",
                "{\"amount\": \"Infinity\", \"category\": \"food\"}",
                "{\"amount\": true, \"category\": \"food\"}",
                "{\"amount\": \"\", \"category\": \"food\"}",
                "{\"amount\": [1], \"category\": \"food\"}",
                "{\"amount\": 1, \"category\": null}",
                "{\"amount\": 1, \"category\": \"food\", \"tags\": [null]}",
                "{\"amount\": 1, \"category\": \"food\", \"is_recurring\": \"perhaps\"}",
                "{\"amount\": 1, \"category\": \"food\", \"spent_at\": \"2026-02-30T10:00\"}"
            })
    void nonsense_is_refused(String json) {
        refused("POST", ALL, json);
    }

    @Test
    void times_are_limited_by_the_users_own_clock() {
        var error =
                refused("POST", ALL, at(Instant.now().plus(Duration.ofHours(25)).toString()));
        assertThat(error.get("code").asString()).isEqualTo("VALIDATION_2007");
        refused("POST", ALL, at("2001-01-01"));
        refused("PUT", existing, "{\"spent_at\": \"2001-01-01\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"amount\": 0}",
                "{\"amount\": 1000000}",
                "{\"category\": \"income\"}",
                "{\"merchant\": \"x\"}",
                "{\"tags\": [\"!\"]}",
                "{\"description\": \"\\u0007\"}",
                "{\"spent_at\": \"soon\"}",
                "[]",
                "{\"notes\": 5}"
            })
    void a_correction_has_the_same_limits(String json) {
        refused("PUT", existing, json);
    }

    @Test
    void a_body_that_is_not_json_is_refused() {
        client().post()
                .uri(ALL)
                .header("Authorization", "Bearer " + person.token())
                .header("Content-Type", "text/plain")
                .bodyValue("{\"amount\": 1, \"category\": \"food\"}")
                .exchange()
                .expectStatus()
                .is4xxClientError();
        client().post()
                .uri(ALL)
                .header("Authorization", "Bearer " + person.token())
                .header("Content-Type", "application/json")
                .bodyValue(new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'})
                .exchange()
                .expectStatus()
                .isEqualTo(422);
    }

    @Test
    void a_key_has_an_end() {
        send(person, "POST", ALL, "{\"amount\": 1, \"category\": \"food\"}", Map.of("Idempotency-Key", "k".repeat(256)))
                .expectStatus()
                .isEqualTo(422);
    }

    private static String at(String spentAt) {
        return "{\"amount\": 1, \"category\": \"food\", \"spent_at\": \"%s\"}".formatted(spentAt);
    }

    private JsonNode refused(String method, String path, String json) {
        var error = body(send(person, method, path, json).expectStatus().isEqualTo(422))
                .get("error");
        assertThat(eventsOf(person)).containsExactly("UserRegistered", "TransactionRecorded");
        return error;
    }
}
