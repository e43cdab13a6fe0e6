package app.mita.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Repeats what was recorded of the original and compares statuses and the keys and types of the answers. */
class RecordedAnswersTest {

    /** Prefixes of the routes that stand; every recorded route under one is repeated. */
    private static final List<String> STANDING = List.of(
            "GET / ",
            "GET /health",
            "POST /health/",
            "POST /api/auth/",
            "GET /api/auth/",
            "DELETE /api/auth/",
            "GET /api/users/",
            "PATCH /api/users/",
            "GET /api/onboarding/",
            "POST /api/onboarding/",
            "GET /api/dashboard",
            "GET /api/calendar/",
            "POST /api/calendar/",
            "PATCH /api/calendar/",
            "GET /api/budget/",
            "POST /api/budget/",
            "PATCH /api/budget/",
            "GET /api/plan/",
            "GET /api/analytics/",
            "POST /api/analytics/",
            "POST /api/spend/",
            "POST /api/style/",
            "GET /api/financial/",
            "POST /api/financial/",
            "POST /api/drift/",
            "POST /api/cluster/",
            "GET /api/cluster/",
            "GET /api/checkpoint/",
            "POST /api/checkpoint/",
            "GET /api/transactions/",
            "POST /api/transactions/ ",
            "POST /api/transactions/check-affordability",
            "PUT /api/transactions/",
            "DELETE /api/transactions/",
            "POST /api/expense/");

    /** Routes under a prefix above that a later slice brings. */
    private static final List<String> LATER = List.of("/api/transactions/receipt");

    private static final Pattern DAY_OF_RECORDING =
            Pattern.compile("\"year\" ?: ?2026, ?\"month\" ?: ?11, ?\"day\" ?: ?24");

    /** What differs on purpose: {@code route: difference} and why. */
    private static final Map<String, String> ON_PURPOSE = Map.ofEntries(
            Map.entry("GET /health: alembic_revision: missing", "a tool we do not use"),
            Map.entry("GET /health: cache_stats: missing", "caches of the original's own"),
            Map.entry("GET /health: commit: missing", "the version says it"),
            Map.entry("GET /health: config: missing", "the configuration is nobody's business"),
            Map.entry("GET /health: firebase: missing", "a service we do not use"),
            Map.entry("GET /health: port: missing", "the caller knows it"),
            Map.entry("GET /health: redis: missing", "a service we do not use"),
            Map.entry("GET /health: sentry: missing", "a service we do not use"),
            Map.entry("GET /health: kafka: not recorded", "ours has a broker"),
            Map.entry("GET /health: projections: not recorded", "ours has read models"),
            Map.entry("GET /health: timestamp: not recorded", "core.md section 1 has it"),
            Map.entry("GET /health: details: not recorded", "lag, for operators"),
            Map.entry("GET /health/: version: not recorded", "the same answer as /health"),
            Map.entry("GET /health/: database: not recorded", "the same answer as /health"),
            Map.entry("GET /health/: kafka: not recorded", "the same answer as /health"),
            Map.entry("GET /health/: projections: not recorded", "the same answer as /health"),
            Map.entry("GET /health/: timestamp: not recorded", "the same answer as /health"),
            Map.entry("GET /health/: details: not recorded", "the same answer as /health"),
            Map.entry(
                    "GET /health/external-services: services.google_oauth: not recorded",
                    "all that we know of, also what is not configured"),
            Map.entry(
                    "GET /health/external-services: services.mail: not recorded",
                    "all that we know of, also what is not configured"),
            Map.entry(
                    "GET /health/external-services: services.tracing: not recorded",
                    "all that we know of, also what is not configured"),
            Map.entry("GET /health/services/test-connections: services.openai: missing", "a service we do not use"),
            Map.entry(
                    "GET /health/services/test-connections: services.google_oauth.message: not recorded",
                    "why it is not connected"),
            Map.entry("GET /health/services/test-connections: services.mail: not recorded", "a service we may use"),
            Map.entry("GET /health/services/test-connections: services.tracing: not recorded", "a service we may use"),
            Map.entry("GET /health/services/{service_name}: latency_ms: not recorded", "what was measured"),
            Map.entry("GET /health/services/{service_name}: last_check: not recorded", "what was measured"),
            Map.entry("GET /health/services/{service_name}: config.max_retries: missing", "we ask once"),
            Map.entry("GET /health/services/{service_name}: config.model: missing", "of OpenAI alone"),
            Map.entry("GET /health/services/{service_name}: config.rate_limits: missing", "of OpenAI alone"),
            Map.entry("GET /health/circuit-breakers: circuit_breakers.openai: missing", "ours has no breakers"),
            Map.entry("GET /health/circuit-breakers: circuit_breakers.google_oauth: missing", "ours has no breakers"),
            Map.entry("GET /health/circuit-breakers: circuit_breakers.external_api: missing", "ours has no breakers"),
            Map.entry("GET /health/detailed: circuit_breakers.openai: missing", "ours has no breakers"),
            Map.entry("GET /health/detailed: circuit_breakers.google_oauth: missing", "ours has no breakers"),
            Map.entry("GET /health/detailed: circuit_breakers.external_api: missing", "ours has no breakers"),
            Map.entry("GET /health/critical-services: critical_services.openai: missing", "a service we do not use"),
            Map.entry("GET /health/critical-services: critical_services.redis: missing", "a service we do not use"),
            Map.entry("GET /health/critical-services: critical_services.sendgrid: missing", "a service we do not use"),
            Map.entry("GET /health/critical-services: critical_services.sentry: missing", "a service we do not use"),
            Map.entry(
                    "GET /health/critical-services: critical_services.database: not recorded",
                    "what ours cannot do without"),
            Map.entry(
                    "GET /health/critical-services: critical_services.kafka: not recorded",
                    "what ours cannot do without"),
            Map.entry(
                    "GET /health/critical-services: critical_services.projections: not recorded",
                    "what ours cannot do without"),
            Map.entry("GET /health/detailed: status: not recorded", "facts of this system in the place of breakers"),
            Map.entry("GET /health/detailed: service: not recorded", "facts of this system in the place of breakers"),
            Map.entry("GET /health/detailed: version: not recorded", "facts of this system in the place of breakers"),
            Map.entry("GET /health/detailed: timestamp: not recorded", "facts of this system in the place of breakers"),
            Map.entry("GET /health/detailed: parts: not recorded", "facts of this system in the place of breakers"),
            Map.entry("GET /api/onboarding/questions: data.income: not recorded", "the original lost its file"),
            Map.entry("GET /api/onboarding/questions: data.fixed_expenses: not recorded", "the original lost its file"),
            Map.entry(
                    "GET /api/onboarding/questions: data.spending_habits: not recorded", "the original lost its file"),
            Map.entry("GET /api/onboarding/questions: data.goals: not recorded", "the original lost its file"),
            Map.entry(
                    "DELETE /api/transactions/{transaction_id}: error.details.transaction_id: missing",
                    "what was sent is not repeated (core.md section 1)"),
            Map.entry(
                    "POST /api/transactions/: meta.balance_impact.rebalanced: not recorded",
                    "the original is silent when all could be covered"),
            Map.entry(
                    "POST /api/transactions/: meta.balance_impact.rebalance_covered: not recorded",
                    "the original is silent when all could be covered"),
            Map.entry(
                    "POST /api/transactions/: meta.balance_impact.rebalance_fully_covered: not recorded",
                    "the original is silent when all could be covered"),
            Map.entry(
                    "PATCH /api/budget/mode: error.details.validation_errors: not recorded",
                    "core.md section 1 has it"),
            Map.entry(
                    "POST /api/budget/auto_adapt: data.adapted_weights: not recorded",
                    "the weights follow whatever was spent (planning.md)"),
            Map.entry(
                    "PATCH /api/calendar/day/{year}/{month}/{day}: data.food: missing",
                    "the original's answer is a stub; ours is the day"),
            Map.entry(
                    "PATCH /api/calendar/day/{year}/{month}/{day}: data.planned_budget: not recorded",
                    "the original's answer is a stub; ours is the day"),
            Map.entry(
                    "PATCH /api/calendar/day/{year}/{month}/{day}: data.spent: not recorded",
                    "the original's answer is a stub; ours is the day"),
            Map.entry(
                    "PATCH /api/calendar/day/{year}/{month}/{day}: data.expenses: not recorded",
                    "the original's answer is a stub; ours is the day"),
            Map.entry(
                    "GET /api/calendar/day/{year}/{month}/{day}: data.planned_budget: not recorded",
                    "the original's answer is a stub"),
            Map.entry(
                    "GET /api/calendar/day/{year}/{month}/{day}: data.spent: not recorded",
                    "the original's answer is a stub"),
            Map.entry(
                    "GET /api/calendar/day/{year}/{month}/{day}: data.expenses: not recorded",
                    "the original's answer is a stub"),
            Map.entry(
                    "GET /api/budget/daily: data[].category: not recorded",
                    "planning.md: ours says which category it is"),
            Map.entry("GET /api/plan/{year}/{month}: data.29: not recorded", "the original stops at day 28"),
            Map.entry("GET /api/plan/{year}/{month}: data.30: not recorded", "the original stops at day 28"),
            Map.entry("GET /api/plan/{year}/{month}: data.31: not recorded", "the original stops at day 28"),
            Map.entry(
                    "POST /api/financial/installment-evaluate: data.available_monthly: not recorded",
                    "what the answer was decided by"),
            Map.entry("POST /api/auth/register: data.expires_in: not recorded", "core.md section 3 has it"));

    @TestFactory
    Stream<DynamicTest> everyRecordedRouteAnswersInTheSameShape() {
        return Recording.routes().stream()
                .filter(RecordedAnswersTest::stands)
                .map(recording -> dynamicTest(recording.route(), () -> repeat(recording)));
    }

    @TestFactory
    Stream<DynamicTest> conversationsGoAsRecorded() {
        return Stream.of("before onboarding", "errors", "onboarding refused")
                .map(flow -> dynamicTest(flow, () -> {
                    var person = Person.registered(RunningSystem.api());
                    if (flow.equals("errors")) {
                        person = Person.onboarded(RunningSystem.api());
                    }
                    for (var step : Recording.flow(flow)) {
                        if (!isFault(step) && (stands(step) || step.path().equals("/api/nothing"))) {
                            compare(
                                    step,
                                    step.repeat(
                                            person.api(),
                                            names(person, UUID.randomUUID().toString())));
                        }
                    }
                }));
    }

    @Test
    void everyDeliberateDifferenceNamesARecordedRoute() {
        var routes = Recording.routes().stream().map(Recording::route).toList();
        assertThat(ON_PURPOSE.keySet())
                .allSatisfy(key -> assertThat(routes).contains(key.substring(0, key.indexOf(": "))));
    }

    private static boolean stands(Recording recording) {
        var route = recording.route() + " ";
        return STANDING.stream().anyMatch(route::startsWith) && LATER.stream().noneMatch(route::contains);
    }

    private static void repeat(Recording recording) {
        var person = Person.onboarded(RunningSystem.api());
        var transaction = person.spends("42.00", "food");
        var anonymous = Set.of("/api/auth/register", "/api/auth/login", "/api/auth/refresh-token");
        var api = anonymous.contains(recording.path()) ? RunningSystem.api() : person.api();
        compare(recording, recording.repeat(api, names(person, transaction)));
    }

    private static void compare(Recording recorded, Api.Answer ours) {
        assertThat(ours.status()).as(ours.toString()).isEqualTo(recorded.status());
        var differences = Shape.differences(
                        AnyDay.of(recorded.route(), recorded.answer()), AnyDay.of(recorded.route(), ours.json()))
                .stream()
                .filter(difference -> !isEnvelope(difference) && !saysMore(difference))
                .map(difference -> recorded.route().replace("/xyz", "/{transaction_id}") + ": " + difference)
                .filter(difference -> !ON_PURPOSE.containsKey(difference))
                .toList();
        assertThat(differences).as(ours.toString()).isEmpty();
    }

    /** The original fell over it; the contract test of the route has what ours answers. */
    private static boolean isFault(Recording recorded) {
        return recorded.status() >= 500;
    }

    /** An error may help more than the original's. */
    private static boolean saysMore(String difference) {
        return difference.startsWith("error.details.") && difference.endsWith(": not recorded");
    }

    /** The recordings leave out what every envelope has. */
    private static boolean isEnvelope(String difference) {
        return Set.of(
                        "message: not recorded",
                        "timestamp: not recorded",
                        "request_id: not recorded",
                        "error.error_id: not recorded",
                        "error.timestamp: not recorded")
                .contains(difference);
    }

    private static Recording.Names names(Person person, String transaction) {
        var today = LocalDate.now(ZoneOffset.UTC);
        return text -> DAY_OF_RECORDING
                .matcher(text)
                .replaceAll("\"year\":%d,\"month\":%d,\"day\":%d"
                        .formatted(today.getYear(), today.getMonthValue(), today.getDayOfMonth()))
                .replace("{transaction_id}", transaction)
                .replace("{threshold_type}", "unheard_of")
                .replace("{service_name}", "google_oauth")
                .replace("{user_id}", person.id().toString())
                .replace("{year}", "" + today.getYear())
                .replace("{month}", "" + today.getMonthValue())
                .replace("{day}", "" + today.getDayOfMonth())
                .replace("<uuid>", person.id().toString())
                .replace("<email>", "r" + UUID.randomUUID() + "@mita-contract.dev")
                .replace("<date>", today.toString())
                .replace("<instant>", Instant.now().toString());
    }
}
