package app.mita.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Nonsense on every route: always a 4xx or a success, never a 5xx, and a refused write changes nothing. */
class FuzzTest {

    /** JSON literals that have broken somebody's backend. */
    private static final List<String> NONSENSE = List.of(
            "null",
            "true",
            "-1",
            "0",
            "0.001",
            "1e999999999",
            "-1e999999999",
            "1e-999999999",
            "99999999999999999999999999999999999999",
            "\"\"",
            "\" \"",
            "\"NaN\"",
            "\"Infinity\"",
            "\"1e999999999\"",
            "\"<b>bold</b> & 'quoted'; -- \\\"\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"𝔘𝔫𝔦𝔠𝔬𝔡𝔢 💸 ‮\"",
            "\"2026-02-30\"",
            "\"+999999999-12-31T23:59:59Z\"",
            "\"-999999999-01-01T00:00:00Z\"",
            "\"" + "x".repeat(5000) + "\"",
            "[]",
            "[1,[2,[3]]]",
            "{}",
            "{\"a\":{\"b\":null}}");

    private static final List<String> WORDS = List.of(
            "",
            "%20",
            "%09",
            "-1",
            "0",
            "0x10",
            "13",
            "99999999999999999999",
            "NaN",
            "null",
            "%00",
            "%F0%9F%92%B8",
            "..%2F..",
            "'--",
            "2026-02-30");

    private record Write(String method, String path, String body) {}

    private static final List<Write> WRITES = List.of(
            new Write("POST", "/api/auth/register", """
                    {"email": "fuzz@mita-contract.dev", "password": "Str0ng!Pass#2026", "country": "US", "name": "A B",
                     "state": "CA", "zip_code": "94110", "phone": "1", "annual_income": 1, "timezone": "UTC"}"""),
            new Write("POST", "/api/auth/login", "{\"email\": \"nobody@mita-contract.dev\", \"password\": \"x\"}"),
            new Write("POST", "/api/auth/refresh-token", "{\"refresh_token\": \"x\"}"),
            new Write("POST", "/api/auth/google", "{\"id_token\": \"a.b.c\"}"),
            new Write("POST", "/api/auth/forgot-password", "{\"email\": \"nobody@mita-contract.dev\"}"),
            new Write("POST", "/api/auth/reset-password", "{\"token\": \"x\", \"new_password\": \"N3w!Pass#2026\"}"),
            new Write("PATCH", "/api/users/me", """
                    {"country": "US", "timezone": "UTC", "name": "A B", "income": 1, "savings_goal": 1,
                     "budget_method": "x", "currency": "USD", "region": "US-CA", "notifications_enabled": true,
                     "dark_mode_enabled": true}"""),
            new Write("POST", "/api/onboarding/submit", """
                    {"income": {"monthly_income": 1, "additional_income": 0}, "fixed_expenses": {"rent": 1},
                     "spending_habits": {"coffee_per_week": 1}, "goals": {"savings_goal_amount_per_month": 0},
                     "region": "US", "timezone": "UTC"}"""),
            new Write("POST", "/api/transactions/", """
                    {"amount": 1, "category": "food", "description": "d", "currency": "USD", "merchant": "mm",
                     "location": "ll", "tags": ["aa"], "spent_at": "2026-01-01T00:00:00Z", "is_recurring": false,
                     "confidence_score": 1, "receipt_url": "https://a.b/c.jpg", "goal_id": null, "notes": "n"}"""),
            new Write("PUT", "/api/transactions/{id}", """
                    {"amount": 1, "category": "food", "description": "d", "merchant": "mm", "location": "ll",
                     "tags": ["aa"], "spent_at": "2026-01-01T00:00:00Z", "is_recurring": false, "notes": "n"}"""),
            new Write(
                    "POST",
                    "/api/transactions/check-affordability",
                    "{\"category\": \"food\", \"amount\": 1, \"date\": \"2026-01-01\"}"),
            new Write("POST", "/api/expense/add", "{\"action\": \"food\", \"amount\": 1, \"date\": \"2026-01-01\"}"),
            new Write("PATCH", "/api/calendar/day/2026/1/1", "{\"updates\": {\"food\": 1}}"),
            new Write("PATCH", "/api/budget/mode", "{\"mode\": \"strict\"}"),
            new Write("PATCH", "/api/budget/automation_settings", """
                    {"auto_adapt_enabled": true, "redistribution_enabled": true, "ai_suggestions_enabled": true,
                     "notification_threshold": 0.8, "auto_redistribute": true}"""),
            new Write("POST", "/api/budget/auto_adapt", "{}"),
            new Write("POST", "/api/budget/alert/ignored", """
                    {"category": "food", "overspend_amount": 1, "goal_title": "g", "date": "2026-01-01"}"""),
            new Write("POST", "/api/analytics/feature-usage", """
                    {"feature": "f", "screen": "s", "action": "a", "metadata": {"m": 1}, "session_id": "s",
                     "platform": "p", "app_version": "v", "timestamp": "2026-01-01T00:00:00Z"}"""),
            new Write("POST", "/api/analytics/feature-access-attempt", """
                    {"feature": "f", "has_access": true, "is_premium_feature": true, "screen": "s", "metadata": {}}"""),
            new Write("POST", "/api/analytics/paywall-impression", """
                    {"screen": "s", "feature": "f", "context": "c", "metadata": {},
                     "timestamp": "2026-01-01T00:00:00Z"}"""),
            new Write("POST", "/api/calendar/generate", """
                    {"calendar_id": "c", "start_date": "2026-01-01", "num_days": 7, "budget_plan": {"food": 1}}"""),
            new Write("POST", "/api/calendar/shell", """
                    {"savings_target": 1, "income": 9, "fixed": {"rent": 1}, "weights": {"food": 1}, "year": 2026,
                     "month": 1}"""),
            new Write("POST", "/api/calendar/day_state", "{\"year\": 2026, \"month\": 1, \"day\": 1}"),
            new Write("POST", "/api/calendar/redistribute", """
                    {"calendar": {"1": {"total": 2, "limit": 1}, "2": {"total": 0, "limit": 1}}, "strategy": "balance"}"""),
            new Write("POST", "/api/budget/monthly", """
                    {"year": 2026, "month": 1, "userAnswers": {"income": {"monthly_income": 1}}, "monthly_income": 1}"""),
            new Write("POST", "/api/budget/behavioral_allocation", "{\"total_amount\": 1}"),
            new Write("POST", "/api/budget/income_based_recommendations", "{\"monthly_income\": 1}"),
            new Write("POST", "/api/analytics/aggregate", "{\"calendar\": [{\"day\": 1, \"total\": 1}]}"),
            new Write("POST", "/api/analytics/anomalies", "{\"calendar\": [{\"day\": 1, \"total\": 1}]}"),
            new Write("POST", "/api/spend/check", "{\"calendar\": [], \"day\": 1, \"category\": \"food\"}"),
            new Write("POST", "/api/spend/limit", "{\"calendar\": [], \"day\": 1, \"category\": \"food\"}"),
            new Write("POST", "/api/style/", "{\"profile\": {\"cohort\": \"balanced\"}}"),
            new Write("POST", "/api/financial/installment-evaluate", "{\"price\": 600, \"months\": 12}"),
            new Write("POST", "/api/drift/log", "{\"month\": \"2026-11\", \"value\": 0.1}"),
            new Write("POST", "/api/drift/get", "{\"month\": \"2026-11\"}"));

    private static final List<String> READS = List.of(
            "/health/services/%s",
            "/health/services/%s/test",
            "/api/transactions/?skip=%s",
            "/api/transactions/?limit=%s",
            "/api/transactions/?start_date=%s",
            "/api/transactions/?end_date=%s",
            "/api/transactions/?category=%s",
            "/api/transactions/%s",
            "/api/transactions/by-date?start_date=%s",
            "/api/transactions/by-date?start_date=2026-01-01&end_date=%s",
            "/api/transactions/budget-status?date=%s",
            "/api/transactions/merchants/suggestions?query=%s",
            "/api/calendar/saved/%s/1",
            "/api/calendar/saved/2026/%s",
            "/api/calendar/day/2026/1/%s",
            "/api/calendar/day/%s/1/1",
            "/api/plan/%s/1",
            "/api/plan/2026/%s",
            "/api/budget/spent?year=%s",
            "/api/budget/remaining?month=%s",
            "/api/budget/daily?month=%s",
            "/api/budget/forecast?year=%s",
            "/api/budget/forecast?month=%s",
            "/api/budget/redistribution_history?limit=%s",
            "/api/users/%s/premium-status",
            "/api/auth/verify-reset-token?token=%s",
            "/api/dashboard?x=%s",
            "/api/financial/dynamic-thresholds/%s");

    @TestFactory
    Stream<DynamicTest> bodies() {
        return WRITES.stream()
                .map(write -> dynamicTest(write.method() + " " + write.path(), () -> {
                    var person = Person.registered(RunningSystem.api());
                    var id = person.spends("1.00", "food");
                    var path = write.path().replace("{id}", id);
                    var base = (ObjectNode) Api.JSON.readTree(write.body());
                    for (var field : base.propertyNames()) {
                        for (var nonsense : NONSENSE) {
                            survives(person, write.method(), path, with(base, field, nonsense));
                        }
                    }
                    for (var whole : NONSENSE) {
                        survives(person, write.method(), path, whole);
                    }
                    for (var broken :
                            List.of("", "{", "{\"amount\": NaN}", "{\"a\":1}}", "nul", "[".repeat(5000), "\u0000")) {
                        survives(person, write.method(), path, broken);
                    }
                    for (var type : List.of("text/plain", "application/xml", "multipart/form-data", "nonsense")) {
                        var answer = person.api().send(write.method(), path, write.body(), type);
                        assertThat(answer.status()).as(answer.toString()).isBetween(200, 499);
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> parameters() {
        return READS.stream()
                .map(read -> dynamicTest(read, () -> {
                    var person = Person.registered(RunningSystem.api());
                    for (var word : WORDS) {
                        var answer = person.api().get(read.replace("%s", word));
                        assertThat(answer.status()).as(answer.toString()).isBetween(200, 499);
                    }
                }));
    }

    private static String with(ObjectNode base, String field, String nonsense) {
        var parts = base.properties().stream()
                .map(entry -> "\"" + entry.getKey() + "\": "
                        + (entry.getKey().equals(field)
                                ? nonsense
                                : entry.getValue().toString()))
                .toList();
        return "{" + String.join(", ", parts) + "}";
    }

    /** A refusal leaves the balance as it was; what is accepted is a whole write that the list shows. */
    private static void survives(Person person, String method, String path, String body) {
        var before = listed(person);
        var answer = person.api().send(method, path, body);
        assertThat(answer.status()).as("%s sent %.200s", answer, body).isBetween(200, 499);
        if (answer.status() >= 400) {
            assertThat(answer.json().path("success").asBoolean(true))
                    .as(answer.toString())
                    .isFalse();
            assertThat(answer.code()).as(answer.toString()).isNotEmpty();
            assertThat(listed(person)).as(body).isEqualTo(before);
        }
    }

    private static Map<String, JsonNode> listed(Person person) {
        var list = person.api().get("/api/transactions/?limit=1000");
        assertThat(list.status()).as(list.toString()).isEqualTo(200);
        return list.data()
                .valueStream()
                .collect(java.util.stream.Collectors.toMap(t -> t.path("id").asString(), t -> t));
    }

    @TestFactory
    Stream<DynamicTest> anothersIdAnswersLikeAnUnknownOne() {
        return Stream.of("GET", "PUT", "DELETE")
                .map(method -> dynamicTest(method, () -> {
                    var owner = Person.registered(RunningSystem.api());
                    var stranger = Person.registered(RunningSystem.api());
                    var id = owner.spends("5.00", "food");
                    var body = method.equals("PUT") ? "{\"amount\": 9}" : null;
                    var others = stranger.api().send(method, "/api/transactions/" + id, body);
                    var unknown = stranger.api().send(method, "/api/transactions/" + UUID.randomUUID(), body);
                    assertThat(others.status()).isEqualTo(404).isEqualTo(unknown.status());
                    assertThat(others.code()).isEqualTo(unknown.code());
                    assertThat(owner.api()
                                    .get("/api/transactions/" + id)
                                    .data()
                                    .path("amount")
                                    .asDouble())
                            .isEqualTo(5);
                }));
    }
}
