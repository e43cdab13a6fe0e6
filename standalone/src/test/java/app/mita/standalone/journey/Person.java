package app.mita.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A person with an account of their own. */
record Person(Api api, Api anonymous, String email, UUID id, String accessToken, String refreshToken) {

    static final String PASSWORD = "Str0ng!Pass#2026";

    static Person registered(Api anonymous) {
        return registered(anonymous, "UTC");
    }

    static Person registered(Api anonymous, String zone) {
        var email = "p" + UUID.randomUUID().toString().replace("-", "") + "@mita-contract.dev";
        var answer = anonymous.post("/api/auth/register", """
                {"email": "%s", "password": "%s", "country": "US", "timezone": "%s"}
                """.formatted(email, PASSWORD, zone));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return of(anonymous, email, answer.data());
    }

    private static Person of(Api anonymous, String email, JsonNode data) {
        var token = data.path("access_token").asString();
        return new Person(
                anonymous.bearing(token),
                anonymous,
                email,
                UUID.fromString(data.path("user").path("id").asString()),
                token,
                data.path("refresh_token").asString());
    }

    /** The case of the contract's exact checks: 6000 a month, 1700 fixed, 400 saved. */
    static Person onboarded(Api anonymous) {
        return onboarded(anonymous, "UTC");
    }

    static Person onboarded(Api anonymous, String zone) {
        var person = registered(anonymous, zone);
        var answer = person.api().post("/api/onboarding/submit", """
                {"income": {"monthly_income": 6000}, "fixed_expenses": {"rent": 1500, "utilities": 200},
                 "spending_habits": {}, "goals": {"savings_goal_amount_per_month": 400}}
                """);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return person;
    }

    /** By the bearer of the operators' token of {@link RunningSystem}; shows at the next login. */
    Person granted(String access) {
        var answer = anonymous.bearing(RunningSystem.OPS_TOKEN).post("/ops/grants", """
                {"email": "%s", "access": "%s", "reason": "a test"}
                """.formatted(email, access));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return this;
    }

    Person loggedInAgain() {
        var answer = anonymous.post(
                "/api/auth/login", "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, PASSWORD));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return of(anonymous, email, answer.data());
    }

    /** @return the id of the transaction */
    String spends(String amount, String category) {
        var answer =
                api.post("/api/transactions/", "{\"amount\": %s, \"category\": \"%s\"}".formatted(amount, category));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.data().path("id").asString();
    }

    double balance() {
        return dashboard().path("balance").asDouble();
    }

    double spentToday() {
        return dashboard().path("spent").asDouble();
    }

    JsonNode dashboard() {
        var answer = api.get("/api/dashboard");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.data();
    }
}
