package app.mita.command.budget;

import static org.assertj.core.api.Assertions.assertThat;

import app.mita.command.WriteSide;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class BudgetRoutesTest extends WriteSide {

    private static final String AUTOMATION = "/api/budget/automation_settings";

    private Person person;

    @BeforeEach
    void somebody() {
        person = register("America/Los_Angeles");
    }

    @ParameterizedTest
    @ValueSource(strings = {"strict", "flexible", "behavioral", "goal-oriented", "default"})
    void a_mode_is_set_once(String mode) {
        var body = "{\"mode\": \"%s\"}".formatted(mode);
        assertThat(data("PATCH", "/api/budget/mode", body).toString()).isEqualTo("{\"mode\":\"%s\"}".formatted(mode));
        data("PATCH", "/api/budget/mode/", body);
        assertThat(eventsOf(person)).containsExactly("UserRegistered", "BudgetModeChanged");
    }

    @Test
    void settings_that_are_sent_are_kept_and_told() {
        assertThat(data("PATCH", AUTOMATION, "{\"redistribution_enabled\": false, \"notification_threshold\": 0.9}")
                        .toString())
                .isEqualTo(
                        "{\"updated\":true,\"settings\":{\"redistribution_enabled\":false,\"notification_threshold\":0.9}}");
        assertThat(data("PATCH", AUTOMATION, "{\"auto_redistribute\": true, \"auto_adapt_enabled\": null}")
                        .get("settings")
                        .toString())
                .as("a switch that we do not know")
                .isEqualTo("{\"auto_redistribute\":true}");
        data("PATCH", AUTOMATION, "{\"redistribution_enabled\": false, \"notification_threshold\": \"0.90\"}");
        assertThat(eventsOf(person))
                .as("nothing changed after the first")
                .containsExactly("UserRegistered", "AutomationChanged");
    }

    @Test
    void without_redistribution_an_overspent_day_takes_nothing() {
        send(person, "POST", "/api/onboarding/submit", """
                {"income": {"monthly_income": 6000}, "fixed_expenses": {"rent": 1500}}""").expectStatus().isOk();
        data("PATCH", AUTOMATION, "{\"redistribution_enabled\": false}");
        var first = LocalDate.now(ZoneOffset.UTC).withDayOfMonth(1);
        var spent = "{\"amount\": %s, \"category\": \"food\", \"spent_at\": \"" + first + "T10:00\"}";
        assertThat(impact(spent.formatted("20")).has("rebalanced")).isFalse();
        assertThat(eventsOf(person)).doesNotContain("BudgetRebalanced");
        data("PATCH", AUTOMATION, "{\"redistribution_enabled\": true}");
        var impact = impact(spent.formatted("21"));
        assertThat(impact.get("rebalanced").booleanValue()).isTrue();
        assertThat(impact.get("rebalance_covered").decimalValue()).as("of both").isEqualByComparingTo("41");
        assertThat(impact.get("rebalance_fully_covered").booleanValue()).isTrue();
        assertThat(impact.get("remaining_budget").decimalValue()).isEqualByComparingTo("0");
        assertThat(impact.get("budget_exceeded").booleanValue()).isFalse();
        assertThat(eventsOf(person)).endsWith("TransactionRecorded", "BudgetRebalanced");
    }

    @Test
    void weights_follow_what_was_spent() {
        assertThat(data("POST", "/api/budget/auto_adapt", null).get("reason").asString())
                .isEqualTo("no_spending");
        send(person, "POST", "/api/transactions/", "{\"amount\": 50, \"category\": \"groceries\"}")
                .expectStatus()
                .isCreated();
        var adapted = data("POST", "/api/budget/auto_adapt", "{}");
        assertThat(adapted.propertyNames())
                .containsExactlyInAnyOrder("adapted", "reason", "message", "adapted_weights");
        assertThat(adapted.get("adapted").booleanValue()).isTrue();
        assertThat(adapted.get("adapted_weights").get("food").decimalValue()).isEqualByComparingTo("0.35");
        assertThat(eventsOf(person)).endsWith("WeightsAdapted");
        data("PATCH", AUTOMATION, "{\"auto_adapt_enabled\": false}");
        var off = data("POST", "/api/budget/auto_adapt", null);
        assertThat(off.propertyNames()).containsExactlyInAnyOrder("adapted", "reason", "message");
        assertThat(off.get("adapted").booleanValue()).isFalse();
        assertThat(eventsOf(person)).endsWith("AutomationChanged");
    }

    @Test
    void an_alert_that_is_ignored_is_noted() {
        for (var body : new String[] {
            "{\"category\": \"food\", \"date\": \"2026-11-24\"}",
            "{\"category\": \"Dining_Out\", \"overspend_amount\": \"12.5\", \"goal_title\": \"Bike & trip\"}",
            "{\"category\": \"food\", \"date\": \"2026-11-24T23:30:00.000\", \"goal_title\": null}"
        }) {
            assertThat(data("POST", "/api/budget/alert/ignored", body).toString())
                    .isEqualTo("{\"recorded\":true}");
        }
        assertThat(eventsOf(person))
                .containsExactly(
                        "UserRegistered", "OverspendAlertIgnored", "OverspendAlertIgnored", "OverspendAlertIgnored");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PATCH | /api/budget/mode | {\"mode\": \"wild\"}",
                "PATCH | /api/budget/mode | {\"mode\": null}",
                "PATCH | /api/budget/mode | {\"mode\": 1}",
                "PATCH | /api/budget/mode | {}",
                "PATCH | /api/budget/mode | []",
                "PATCH | /api/budget/automation_settings | {\"redistribution_enabled\": \"maybe\"}",
                "PATCH | /api/budget/automation_settings | {\"notification_threshold\": 1.01}",
                "PATCH | /api/budget/automation_settings | {\"notification_threshold\": -0.1}",
                "PATCH | /api/budget/automation_settings | {\"notification_threshold\": 1e999999}",
                "PATCH | /api/budget/automation_settings | {\"notification_threshold\": 0.12345}",
                "PATCH | /api/budget/automation_settings | [1]",
                "POST | /api/budget/alert/ignored | {}",
                "POST | /api/budget/alert/ignored | {\"category\": \" \"}",
                "POST | /api/budget/alert/ignored | {\"category\": \"food\", \"date\": \"tomorrow\"}",
                "POST | /api/budget/alert/ignored | {\"category\": \"food\", \"overspend_amount\": -1}",
                "POST | /api/budget/alert/ignored | {\"category\": \"food\", \"overspend_amount\": 1e999999}",
                "POST | /api/budget/alert/ignored | {\"category\": \"a\\u0000b\"}"
            })
    void refuses_what_makes_no_sense(String method, String path, String json) {
        var error = body(send(person, method, path, json).expectStatus().isEqualTo(422))
                .get("error");
        assertThat(error.get("code").asString()).isEqualTo("VALIDATION_2002");
        assertThat(eventsOf(person)).containsExactly("UserRegistered");
    }

    @Test
    void is_for_those_who_have_a_token() {
        for (var path : new String[] {"/api/budget/mode", AUTOMATION}) {
            client().patch().uri(path).exchange().expectStatus().isUnauthorized();
        }
        for (var path : new String[] {"/api/budget/auto_adapt", "/api/budget/alert/ignored"}) {
            client().post().uri(path).exchange().expectStatus().isUnauthorized();
        }
    }

    private JsonNode impact(String json) {
        return body(send(person, "POST", "/api/transactions/", json)
                        .expectStatus()
                        .isCreated())
                .get("meta")
                .get("balance_impact");
    }

    private JsonNode data(String method, String path, String json) {
        return body(send(person, method, path, json).expectStatus().isOk()).get("data");
    }
}
