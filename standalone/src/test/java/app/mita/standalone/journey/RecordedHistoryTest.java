package app.mita.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import app.mita.standalone.StandaloneApplication;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/**
 * The same three months of spending as were recorded of the original, at the same moment: every figure that follows
 * from the spending alone is the same. Figures of the plan are not compared: ours loses no cents, and the recorded
 * person's answers are not known.
 */
class RecordedHistoryTest {

    /** A route, and the figures in its answer as JSON pointers. */
    private record Figures(String path, List<String> pointers) {

        static Figures of(String path, String... pointers) {
            return new Figures(path, List.of(pointers));
        }
    }

    private static final List<Figures> FIGURES = List.of(
            Figures.of("/api/dashboard", "/balance", "/spent", "/user_income", "/week/0/spent", "/week/1/spent"),
            Figures.of(
                    "/api/dashboard/quick-stats",
                    "/monthly_spending",
                    "/daily_average",
                    "/top_category/name",
                    "/top_category/amount",
                    "/savings_rate",
                    "/savings_amount"),
            Figures.of(
                    "/api/budget/spent",
                    "/dining",
                    "/entertainment",
                    "/food",
                    "/groceries",
                    "/healthcare",
                    "/shopping",
                    "/transportation",
                    "/utilities"),
            Figures.of("/api/budget/live_status", "/spent_today", "/monthly_budget", "/monthly_spent", "/on_track"),
            Figures.of("/api/budget/suggestions", "/priority_areas"),
            Figures.of(
                    "/api/budget/forecast",
                    "/days_in_month",
                    "/days_elapsed",
                    "/days_remaining",
                    "/total_spent",
                    "/current_daily_pace",
                    "/projected_month_end_spend"),
            Figures.of("/api/analytics/monthly", "/categories/0", "/categories/1", "/categories/2"),
            Figures.of("/api/analytics/trend", "/trend/0/amount", "/trend/1/amount", "/trend/2/amount"),
            Figures.of(
                    "/api/analytics/behavioral-insights",
                    "/spending_behavior",
                    "/risk_score",
                    "/impulse_buying_tendency"),
            Figures.of("/api/analytics/seasonal-patterns", "/patterns", "/next_season"),
            Figures.of("/api/transactions/", "/0/amount", "/1/category", "/2/merchant"));

    private static ConfigurableApplicationContext system;
    private static JsonNode recorded;
    private static Person person;

    @BeforeAll
    static void live() throws IOException {
        try (var file = RecordedHistoryTest.class.getResourceAsStream("/contract/recorded-history.json")) {
            recorded = Api.JSON.readTree(file);
        }
        var made = Instant.parse(recorded.path("made").asString().replace("+00:00", "Z"));
        var clock = new ShiftedClock();
        clock.moveTo(made);
        system = RunningSystem.run(StandaloneApplication.class, RunningSystem.freshSettings(), clock);
        person = Person.onboarded(Api.at(Api.Servers.one(RunningSystem.address(system))));
        var today = LocalDate.ofInstant(made, ZoneOffset.UTC);
        for (var spending : recorded.path("history")) {
            spend(spending, today);
        }
    }

    private static void spend(JsonNode spending, LocalDate today) {
        var category = spending.path("category").asString();
        var at = today.minusDays(spending.path("offset").asInt())
                .atTime(spending.path("hour").asInt(), 0)
                .toInstant(ZoneOffset.UTC);
        var answer = person.api().post("/api/transactions/", """
                {"amount": %s, "category": "%s", "spent_at": "%s", "description": "%s shop", "merchant": "Shop %s"}""".formatted(
                        spending.path("amount").decimalValue(), category, at, category, category));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @TestFactory
    Stream<DynamicTest> figuresOfTheSameSpendingAreTheSame() {
        return FIGURES.stream().map(figures -> dynamicTest(figures.path(), () -> compare(figures)));
    }

    private static void compare(Figures figures) {
        var original =
                recorded.path("answers").path(figures.path()).path("answer").path("data");
        var ours = person.api().get(figures.path());
        for (var pointer : figures.pointers()) {
            var was = original.at(pointer);
            var is = ours.data().at(pointer);
            assertThat(was.isMissingNode()).as("recorded " + pointer).isFalse();
            if (was.isNumber()) {
                assertThat(is.asDouble()).as(pointer + " of " + ours).isCloseTo(was.asDouble(), within(was));
            } else {
                assertThat(is).as(pointer + " of " + ours).isEqualTo(was);
            }
        }
    }

    /** Ours is rounded where the original shows every digit of a float. */
    private static Offset<Double> within(JsonNode recorded) {
        return Offset.offset(recorded.isIntegralNumber() ? 1e-9 : 0.0050001);
    }
}
