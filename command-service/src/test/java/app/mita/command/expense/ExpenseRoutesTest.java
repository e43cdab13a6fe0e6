package app.mita.command.expense;

import static org.assertj.core.api.Assertions.assertThat;

import app.mita.command.WriteSide;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExpenseRoutesTest extends WriteSide {

    private static final String ADD = "/api/expense/add";
    private static final ZoneId ZONE = ZoneId.of("Pacific/Kiritimati");

    private Person person;

    @BeforeEach
    void somebody() {
        if (person == null) {
            person = register(ZONE.getId());
        }
    }

    @Test
    void records_on_the_day_that_is_named() {
        var day = LocalDate.now(ZONE).minusDays(5);
        var data = body(send(person, "POST", ADD, """
                        {"user_id": "somebody else", "action": "food", "amount": 12.0, "date": "%s"}""".formatted(day))
                        .expectStatus()
                        .isOk())
                .get("data");
        assertThat(data.propertyNames()).containsExactlyInAnyOrder("id", "user_id", "amount", "action", "date");
        assertThat(data.get("user_id").asString()).isEqualTo(person.id().toString());
        assertThat(data.get("amount").decimalValue()).isEqualByComparingTo("12");
        assertThat(data.get("action").asString()).isEqualTo("food");
        assertThat(data.get("date").asString()).isEqualTo(day.toString());
    }

    @Test
    void today_is_the_users_own_today_and_the_same_key_records_once() {
        var json = "{\"action\": \"food\", \"amount\": 10000, \"date\": \"%s\"}".formatted(LocalDate.now(ZONE));
        var key = Map.of("Idempotency-Key", "e1");
        var first =
                body(send(person, "POST", ADD, json, key).expectStatus().isOk()).get("data");
        var again =
                body(send(person, "POST", ADD, json, key).expectStatus().isOk()).get("data");
        assertThat(again).isEqualTo(first);
    }

    @Test
    void has_an_upper_limit_of_its_own() {
        var error = body(send(person, "POST", ADD, """
                        {"action": "food", "amount": 10000.01, "date": "%s"}""".formatted(LocalDate.now(ZONE)))
                        .expectStatus()
                        .isEqualTo(422))
                .get("error");
        assertThat(error.get("code").asString()).isEqualTo("BUSINESS_4003");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"action\": \"food\", \"amount\": 1}                              | body.date   | missing",
                "{\"action\": \"food\", \"date\": \"2026-11-24\"}                   | body.amount | missing",
                "{\"amount\": 1, \"date\": \"2026-11-24\"}                          | body.action | missing",
                "{\"action\": \"yacht\", \"amount\": 1, \"date\": \"2026-11-24\"}   | body.action | value_error",
                "{\"action\": \"food\", \"amount\": 0, \"date\": \"2026-11-24\"}    | body.amount | greater_than",
                "{\"action\": \"food\", \"amount\": 1.001, \"date\": \"2026-11-24\"} | body.amount | decimal_max_places",
                "{\"action\": \"food\", \"amount\": 1, \"date\": \"2026-13-24\"}    | body.date   | date_parsing"
            })
    void what_is_wrong_is_named(String json, String field, String type) {
        var error = body(send(person, "POST", ADD, json).expectStatus().isEqualTo(422))
                .get("error");
        assertThat(error.get("details").get("validation_errors").toString())
                .contains("\"field\":\"" + field + "\"")
                .contains("\"type\":\"" + type + "\"");
    }

    @Test
    void a_day_out_of_reach_is_refused() {
        for (var day : new String[] {"1999-01-01", "2999-01-01", "+999999999-12-31"}) {
            send(person, "POST", ADD, "{\"action\": \"food\", \"amount\": 1, \"date\": \"%s\"}".formatted(day))
                    .expectStatus()
                    .isEqualTo(422);
        }
    }
}
