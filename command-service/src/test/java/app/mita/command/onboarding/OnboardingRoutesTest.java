package app.mita.command.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import app.mita.command.WriteSide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OnboardingRoutesTest extends WriteSide {

    private static final String SUBMIT = "/api/onboarding/submit";
    private static final String ANSWERS = """
            {"income": {"monthly_income": 6000, "surprise": 1}, "fixed_expenses": {"rent": "1500", "utilities": 200.0},
             "spending_habits": {"dining_out_per_month": 8, "yachts": "three"},
             "goals": {"savings_goal_amount_per_month": 400, "all_goals": [1, {}]}, "region": "US-CA",
             "timezone": "Pacific/Auckland", "_meta": {"app": 7}, "whatever": null}
            """;

    /** Everything that they submit is refused. */
    private @Nullable Person refused;

    @Test
    void makes_a_budget_and_a_calendar_once() {
        var person = register("UTC");
        var data = body(send(person, "POST", SUBMIT + "/", ANSWERS)
                        .expectStatus()
                        .isOk())
                .get("data");
        assertThat(data.propertyNames()).containsExactlyInAnyOrder("status", "calendar_days", "budget_plan", "message");
        assertThat(data.get("status").asString()).isEqualTo("success");
        assertThat(data.get("calendar_days").isInt()).isTrue();
        var plan = data.get("budget_plan");
        assertThat(plan.propertyNames())
                .containsExactlyInAnyOrder(
                        "savings_goal",
                        "user_class",
                        "behavior",
                        "total_income",
                        "fixed_expenses_total",
                        "discretionary_total",
                        "discretionary_breakdown",
                        "income_tier",
                        "tier_weights_used");
        assertThat(plan.get("discretionary_total").decimalValue()).isEqualByComparingTo("3900");
        assertThat(plan.get("discretionary_breakdown").get("dining out").decimalValue())
                .isEqualByComparingTo("408");
        assertThat(plan.get("tier_weights_used").get("housing").isNumber()).isTrue();
        var again = body(send(person, "POST", SUBMIT, ANSWERS).expectStatus().isOk())
                .get("data");
        assertThat(again.propertyNames()).containsExactlyInAnyOrder("status", "message");
        assertThat(again.get("status").asString()).isEqualTo("already_onboarded");
        assertThat(eventsOf(person)).containsExactly("UserRegistered", "OnboardingCompleted", "MonthPlanned");
    }

    @Test
    void a_bad_zone_is_ignored() {
        send(register("UTC"), "POST", SUBMIT, """
                {"income": {"monthly_income": 3000}, "fixed_expenses": {}, "timezone": "Mars/Base"}""").expectStatus().isOk();
    }

    @Test
    void what_the_income_does_not_pay_for_is_refused() {
        var person = register("UTC");
        var error = body(send(person, "POST", SUBMIT, """
                {"income": {"monthly_income": 1000}, "fixed_expenses": {"rent": 1500}}""").expectStatus().isBadRequest())
                .get("error");
        assertThat(error.get("code").asString()).isEqualTo("BUDGET_GENERATION_FAILED");
        assertThat(eventsOf(person)).containsExactly("UserRegistered");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"income\": {\"monthly_income\": -5}, \"fixed_expenses\": {}} | body.income.monthly_income | greater_than",
                "{\"income\": {\"monthly_income\": 0}, \"fixed_expenses\": {}} | body.income.monthly_income | greater_than",
                "{\"income\": {}, \"fixed_expenses\": {}} | body.income.monthly_income | missing",
                "{\"fixed_expenses\": {}} | body.income | missing",
                "{\"income\": {\"monthly_income\": 5}} | body.fixed_expenses | missing",
                "{\"income\": {\"monthly_income\": 3000}, \"fixed_expenses\": {\"rent\": -1}} | body.fixed_expenses | value_error",
                "{\"income\": {\"monthly_income\": 3000}, \"fixed_expenses\": {\"rent\": 1000000.01}} | body.fixed_expenses | value_error",
                "{\"income\": {\"monthly_income\": 3000}, \"fixed_expenses\": {\"\": 1}} | body.fixed_expenses | value_error",
                "{\"income\": {\"monthly_income\": 3000}, \"fixed_expenses\": {\"rent\": null}} | body.fixed_expenses | value_error",
                "{\"income\": {\"monthly_income\": 3000, \"additional_income\": -1}, \"fixed_expenses\": {}} | body.income.additional_income | greater_than_equal",
                "{\"income\": {\"monthly_income\": 1e12}, \"fixed_expenses\": {}} | body.income.monthly_income | less_than_equal",
                "{\"income\": {\"monthly_income\": 3000}, \"fixed_expenses\": {}, \"spending_habits\": {\"coffee_per_week\": -1}} | body.spending_habits.coffee_per_week | greater_than_equal",
                "{\"income\": {\"monthly_income\": 3000}, \"fixed_expenses\": {}, \"goals\": {\"savings_goal_amount_per_month\": -0.01}} | body.goals.savings_goal_amount_per_month | greater_than_equal",
            })
    void what_is_wrong_is_named(String json, String field, String type) {
        var error = refused(json);
        assertThat(error.get("code").asString()).isEqualTo("VALIDATION_2002");
        var found = error.get("details").get("validation_errors").get(0);
        assertThat(found.get("field").asString()).isEqualTo(field);
        assertThat(found.get("type").asString()).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "\"x\"",
                "{\"income\": null, \"fixed_expenses\": {}}",
                "{\"income\": {\"monthly_income\": 1e999999999}, \"fixed_expenses\": {}}",
                "{\"income\": {\"monthly_income\": \"NaN\"}, \"fixed_expenses\": {}}",
                "{\"income\": {\"monthly_income\": NaN}, \"fixed_expenses\": {}}",
                "{\"income\": {\"monthly_income\": 0.001}, \"fixed_expenses\": {}}",
                "{\"income\": {\"monthly_income\": 3000}, \"fixed_expenses\": []}",
                "{\"income\": {\"monthly_income\": 3000}, \"fixed_expenses\": {\"rent\": {}}}",
                "{\"income\": {\"monthly_income\": 3000}, \"fixed_expenses\": {\"a\\u0000\": 1}}",
                "{\"income\": {\"monthly_income\": 3000}, \"fixed_expenses\": {\"a\\ud800\": 1}}",
                "{\"income\": {\"monthly_income\": 3000}, \"fixed_expenses\": {}, \"spending_habits\": {\"coffee_per_week\": 99999999999}}",
                "{\"income\": {\"monthly_income\": 3000}, \"fixed_expenses\": {}, \"spending_habits\": 5}",
                "{\"income\": {\"monthly_income\": 3000}, \"fixed_expenses\": {}, \"region\": 5}"
            })
    void nonsense_is_refused(String json) {
        refused(json);
    }

    @Test
    void is_for_those_who_have_a_token() {
        client().post().uri(SUBMIT).exchange().expectStatus().isUnauthorized();
    }

    private JsonNode refused(String json) {
        refused = refused == null ? register("UTC") : refused;
        var error = body(send(refused, "POST", SUBMIT, json).expectStatus().isEqualTo(422))
                .get("error");
        assertThat(eventsOf(refused)).containsExactly("UserRegistered");
        return error;
    }
}
