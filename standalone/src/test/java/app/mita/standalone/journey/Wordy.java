package app.mita.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A person who fills in every field that takes free text, each with a word that nobody else uses. */
record Wordy(Person person, List<String> words, String transaction) {

    static Wordy living() {
        // Letters alone, so that no rule of spelling changes them.
        var words = IntStream.range(0, 12).mapToObj(number -> word()).toList();
        var api = RunningSystem.api();
        var email = words.get(0) + "@mita-contract.dev";
        var registered = api.post("/api/auth/register", """
                {"email": "%s", "password": "%s", "country": "US", "timezone": "UTC", "name": "%s",
                 "zip_code": "94105", "phone": "+14155550123"}
                """.formatted(email, Person.PASSWORD, words.get(1)));
        assertThat(registered.status()).as(registered.toString()).isEqualTo(201);
        var data = registered.data();
        var token = data.path("access_token").asString();
        var person = new Person(
                api.bearing(token),
                api,
                email,
                UUID.fromString(data.path("user").path("id").asString()),
                token,
                data.path("refresh_token").asString());
        ok(person, "POST", "/api/onboarding/submit", """
                {"income": {"monthly_income": 6000}, "fixed_expenses": {"rent": 1500}, "spending_habits": {},
                 "goals": {"savings_goal_amount_per_month": 400}}""");
        var id = ok(person, "POST", "/api/transactions/", """
                {"amount": 12.50, "category": "food", "description": "%s", "merchant": "%s", "location": "%s",
                 "notes": "%s", "tags": ["%s"], "receipt_url": "https://receipts.example/%s.png"}
                """.formatted(
                        words.subList(2, 8).toArray()));
        ok(
                person,
                "PUT",
                "/api/transactions/" + id,
                "{\"description\": \"%s\", \"amount\": 20}".formatted(words.get(8)));
        ok(person, "POST", "/api/transactions/", "{\"amount\": 900, \"category\": \"food\"}");
        ok(person, "PATCH", "/api/users/me", "{\"name\": \"%s\"}".formatted(words.get(9)));
        ok(person, "POST", "/api/analytics/feature-usage", """
                {"feature": "export", "metadata": {"note": "%s"}}""".formatted(words.get(10)));
        ok(person, "POST", "/api/budget/alert/ignored", """
                {"category": "food", "goal_title": "%s", "date": "2026-11-24"}""".formatted(words.get(11)));
        return new Wordy(person, words, id);
    }

    private static String word() {
        var letters = new StringBuilder("q");
        ThreadLocalRandom.current().ints(14, 'a', 'z' + 1).forEach(letter -> letters.append((char) letter));
        return letters.toString();
    }

    private static String ok(Person person, String method, String path, @Nullable String json) {
        var answer = person.api().send(method, path, json);
        assertThat(answer.status() / 100).as(answer.toString()).isEqualTo(2);
        return answer.data().path("id").asString("").toLowerCase(Locale.ROOT);
    }
}
