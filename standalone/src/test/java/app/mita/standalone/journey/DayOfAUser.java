package app.mita.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The slice that everything stands on, each check on the very next request (core.md section 6): register, onboard,
 * record, correct, move, delete, and see it on the dashboard, in the month's calendar and in the list at once.
 */
final class DayOfAUser {

    private DayOfAUser() {}

    static void walk(Api anonymous) {
        var person = Person.onboarded(anonymous);
        var today = LocalDate.now(ZoneOffset.UTC);
        assertThat(person.balance()).isEqualTo(6000);
        assertThat(person.spentToday()).isZero();
        assertCalendarIsWhole(person, today);
        var planned = plannedInMonth(person);

        var id = person.spends("42.00", "food");
        assertThat(plannedInMonth(person)).as("moved, not made or lost").isEqualTo(planned);
        assertThat(person.balance()).isEqualTo(5958);
        assertThat(person.spentToday()).isEqualTo(42);
        assertThat(spentInCalendar(person, today, "food")).isEqualTo(42);
        assertThat(person.api().get("/api/transactions/").data()).hasSize(1);

        correct(person, id, "{\"amount\": 100.00}");
        assertThat(person.balance()).isEqualTo(5900);
        assertThat(person.spentToday()).isEqualTo(100);

        correct(person, id, "{\"category\": \"entertainment\"}");
        assertThat(person.balance()).isEqualTo(5900);
        assertThat(person.spentToday()).isEqualTo(100);
        assertThat(spentInCalendar(person, today, "food")).isZero();
        assertThat(spentInCalendar(person, today, "entertainment")).isEqualTo(100);

        var yesterday = today.minusDays(1);
        correct(person, id, "{\"spent_at\": \"%sT12:00:00Z\"}".formatted(yesterday));
        assertThat(person.spentToday()).isZero();
        assertThat(spentInCalendar(person, yesterday, "entertainment")).isEqualTo(100);
        assertThat(spentInCalendar(person, today, "entertainment")).isZero();

        assertThat(person.api().delete("/api/transactions/" + id).status()).isEqualTo(200);
        assertThat(person.balance()).isEqualTo(6000);
        assertThat(person.spentToday()).isZero();
        assertThat(plannedInMonth(person)).isEqualTo(planned);
        assertThat(person.api().get("/api/transactions/" + id).status()).isEqualTo(404);
        assertThat(person.api().get("/api/transactions/").data()).isEmpty();
        assertThat(person.api()
                        .get("/api/users/me")
                        .data()
                        .path("has_onboarded")
                        .asBoolean())
                .isTrue();
    }

    private static void correct(Person person, String id, String json) {
        var answer = person.api().put("/api/transactions/" + id, json);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.header("Mita-Read-Model")).isNull();
        assertThat(person.api().get("/api/transactions/" + id).data()).isEqualTo(answer.data());
    }

    private static void assertCalendarIsWhole(Person person, LocalDate today) {
        var answer = person.api().get("/api/calendar/saved/%d/%d".formatted(today.getYear(), today.getMonthValue()));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        var days = answer.data().path("calendar");
        assertThat(days).hasSize(today.lengthOfMonth());
        days.forEach(day ->
                assertThat(day.path("limit").asDouble()).as(day.toString()).isPositive());
        assertThat(person.api().get("/api/calendar/current-month").data()).isEqualTo(answer.data());
    }

    /** In cents. */
    private static long plannedInMonth(Person person) {
        long cents = 0;
        for (var day : person.api().get("/api/calendar/current-month").data().path("calendar")) {
            cents += Math.round(day.path("total").asDouble() * 100);
        }
        return cents;
    }

    private static double spentInCalendar(Person person, LocalDate day, String category) {
        var answer = person.api()
                .get("/api/calendar/day/%d/%d/%d".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth()));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.data().path("planned_budget").path(category).path("spent").asDouble(0);
    }
}
