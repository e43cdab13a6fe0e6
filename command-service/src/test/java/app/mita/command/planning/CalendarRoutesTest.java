package app.mita.command.planning;

import static org.assertj.core.api.Assertions.assertThat;

import app.mita.command.WriteSide;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarRoutesTest extends WriteSide {

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    private Person person;

    @BeforeEach
    void somebody() {
        person = register("UTC");
        send(person, "POST", "/api/onboarding/submit", """
                {"income": {"monthly_income": 6000}, "fixed_expenses": {"rent": 1500, "Bicycle": 30}}""").expectStatus().isOk();
    }

    @Test
    void answers_the_day_after_the_change() {
        var data = body(send(person, "PATCH", day(today), """
                        {"updates": {"food": 25.0, "Dining_Out": "12.345", "bicycle": 0}}""").expectStatus().isOk())
                .get("data");
        assertThat(data.propertyNames())
                .containsExactlyInAnyOrder("date", "planned_budget", "limit", "total", "spent", "status", "expenses");
        assertThat(data.get("date").asString()).isEqualTo(today.toString());
        var food = data.get("planned_budget").get("food");
        assertThat(food.get("planned").decimalValue()).isEqualByComparingTo("25");
        assertThat(food.get("spent").decimalValue()).isEqualByComparingTo("0");
        assertThat(food.get("status").asString()).isEqualTo("green");
        assertThat(data.get("planned_budget").get("dining out").get("planned").decimalValue())
                .isEqualByComparingTo("12.35");
        assertThat(data.get("limit")).isEqualTo(data.get("total"));
        assertThat(eventsOf(person))
                .containsExactly("UserRegistered", "OnboardingCompleted", "MonthPlanned", "DayPlanEdited");
        send(person, "PATCH", day(today) + "/", "{\"updates\": {\"food\": 25}}")
                .expectStatus()
                .isOk();
        send(person, "PATCH", day(today), "{\"updates\": {}}").expectStatus().isOk();
        assertThat(eventsOf(person)).hasSize(4);
    }

    @Test
    void spending_is_measured_by_the_edited_plan() {
        send(person, "PATCH", day(today), "{\"updates\": {\"pets\": 50}}")
                .expectStatus()
                .isOk();
        var impact = body(send(person, "POST", "/api/transactions/", "{\"amount\": 20, \"category\": \"pets\"}")
                        .expectStatus()
                        .isCreated())
                .get("meta")
                .get("balance_impact");
        assertThat(impact.propertyNames())
                .containsExactlyInAnyOrder("category", "amount", "remaining_budget", "budget_exceeded");
        assertThat(impact.get("remaining_budget").decimalValue()).isEqualByComparingTo("30");
    }

    @Test
    void a_later_month_is_planned_by_the_edit() {
        send(person, "PATCH", day(today.plusMonths(2)), "{\"updates\": {\"food\": 1}}")
                .expectStatus()
                .isOk();
        assertThat(eventsOf(person)).endsWith("MonthPlanned", "DayPlanEdited");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"updates\": {\"food\": -0.01}}",
                "{\"updates\": {\"food\": 1000000.01}}",
                "{\"updates\": {\"food\": 1e999999}}",
                "{\"updates\": {\"food\": NaN}}",
                "{\"updates\": {\"food\": null}}",
                "{\"updates\": {\"food\": {}}}",
                "{\"updates\": {\"food\": \"many\"}}",
                "{\"updates\": {\"dining out\": 1, \"Dining_out\": 2}}",
                "{\"updates\": {\"moon travel\": 1}}",
                "{\"updates\": {\"\": 1}}",
                "{\"updates\": [1]}",
                "{\"updates\": null}",
                "{}",
                "[]",
                "{\"updates\": {\"food\": 1"
            })
    void refuses_what_is_no_plan(String json) {
        var error = body(send(person, "PATCH", day(today), json).expectStatus().isEqualTo(422))
                .get("error");
        assertThat(error.get("code").asString()).startsWith("VALIDATION_");
        assertThat(eventsOf(person)).hasSize(3);
    }

    @Test
    void refuses_too_many_categories() {
        var many = IntStream.range(0, 101).mapToObj(i -> "\"c" + i + "\": 1").collect(Collectors.joining(","));
        send(person, "PATCH", day(today), "{\"updates\": {" + many + "}}")
                .expectStatus()
                .isEqualTo(422);
        send(person, "PATCH", day(today), "{\"updates\": {\"" + "x".repeat(101) + "\": 1}}")
                .expectStatus()
                .isEqualTo(422);
    }

    @Test
    void refuses_days_without_a_plan_and_days_that_are_none() {
        var update = "{\"updates\": {\"food\": 1}}";
        var error = body(send(person, "PATCH", day(today.minusMonths(1)), update)
                .expectStatus()
                .isNotFound());
        assertThat(error.get("error").get("code").asString()).isEqualTo("RESOURCE_3001");
        send(register("UTC"), "PATCH", day(today), update).expectStatus().isNotFound();
        for (var wrong : new String[] {"2026/2/30", "2026/13/1", "0/1/1", "9999/12/31", "10000/1/1", "2026/1/x"}) {
            send(person, "PATCH", "/api/calendar/day/" + wrong, update)
                    .expectStatus()
                    .isEqualTo(422);
        }
    }

    @Test
    void is_for_those_who_have_a_token() {
        client().patch().uri(day(today)).exchange().expectStatus().isUnauthorized();
    }

    private static String day(LocalDate day) {
        return "/api/calendar/day/%d/%d/%d".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }
}
