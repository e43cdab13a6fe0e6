package app.mita.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A person who fills in every field that takes free text, each with a word that nobody else uses. */
record Wordy(Person person, List<String> words, String transaction) {

    static Wordy living() {
        var words = new ArrayList<String>();
        var api = RunningSystem.api();
        var registered = api.post("/api/auth/register", said(words, """
                {"email": "~@mita-contract.dev", "password": "%s", "country": "US", "timezone": "UTC", "name": "~",
                 "state": "~", "zip_code": "~", "phone": "~"}
                """.formatted(Person.PASSWORD)));
        assertThat(registered.status()).as(registered.toString()).isEqualTo(201);
        var data = registered.data();
        var token = data.path("access_token").asString();
        var person = new Person(
                api.bearing(token),
                api,
                words.getFirst() + "@mita-contract.dev",
                UUID.fromString(data.path("user").path("id").asString()),
                token,
                data.path("refresh_token").asString());
        var expense = word();
        words.add(expense);
        ok(person, "POST", "/api/onboarding/submit", said(words, """
                {"income": {"monthly_income": 6000}, "fixed_expenses": {"rent": 1500, "%s": 120}, "spending_habits": {},
                 "goals": {"savings_goal_amount_per_month": 400, "savings_goal_type": "~"}, "region": "~"}
                """.formatted(expense)));
        // On the last day it gives to overspent categories of all others.
        var last = YearMonth.now(ZoneOffset.UTC).atEndOfMonth();
        ok(
                person,
                "PATCH",
                "/api/calendar/day/%d/%d/%d".formatted(last.getYear(), last.getMonthValue(), last.getDayOfMonth()),
                "{\"updates\": {\"%s\": 80}}".formatted(expense));
        var id = ok(person, "POST", "/api/transactions/", said(words, """
                {"amount": 12.50, "category": "food", "description": "~", "merchant": "~", "location": "~",
                 "notes": "~", "tags": ["~"], "receipt_url": "https://receipts.example/~.png"}"""));
        ok(person, "PUT", "/api/transactions/" + id, said(words, "{\"description\": \"~\", \"amount\": 20}"));
        ok(person, "POST", "/api/transactions/", "{\"amount\": 900, \"category\": \"food\"}");
        ok(person, "PATCH", "/api/users/me", said(words, """
                {"name": "~", "region": "~", "budget_method": "~"}"""));
        ok(person, "POST", "/api/analytics/feature-usage", said(words, """
                {"feature": "~", "screen": "~", "action": "~", "metadata": {"note": "~"}, "session_id": "~",
                 "platform": "~", "app_version": "~"}"""));
        ok(person, "POST", "/api/analytics/feature-access-attempt", said(words, """
                {"feature": "~", "screen": "~", "metadata": {"~": true}}"""));
        ok(person, "POST", "/api/analytics/paywall-impression", said(words, """
                {"screen": "~", "feature": "~", "context": "~", "metadata": {"note": "~"}}"""));
        ok(person, "POST", "/api/budget/alert/ignored", said(words, """
                {"category": "~", "goal_title": "~", "date": "2026-11-24"}"""));
        return new Wordy(person, List.copyOf(words), id);
    }

    /** With a word of its own in the place of each {@code ~}. */
    private static String said(List<String> words, String json) {
        return Pattern.compile("~").matcher(json).replaceAll(place -> {
            words.add(word());
            return words.getLast();
        });
    }

    /** Letters alone, so that no rule of spelling changes them. */
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
