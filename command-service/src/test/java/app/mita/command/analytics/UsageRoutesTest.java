package app.mita.command.analytics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.mita.command.WriteSide;
import app.mita.command.eventstore.EventLog;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class UsageRoutesTest extends WriteSide {

    private static final String USAGE = "/api/analytics/feature-usage";
    private static final String ATTEMPT = "/api/analytics/feature-access-attempt";
    private static final String PAYWALL = "/api/analytics/paywall-impression";

    @Autowired
    private EventLog log;

    private Person person;

    @BeforeEach
    void somebody() {
        person = register("Asia/Kolkata");
    }

    @Test
    void the_use_of_a_feature_is_noted_for_the_caller_alone() {
        var data = data(USAGE, """
                {"feature": "scan", "screen": "home", "action": "tap", "metadata": {"who": "Ada Lovelace", "n": 1.5},
                 "session_id": "s1", "platform": "ios", "app_version": "1.2.3", "timestamp": "2026-11-24T10:00:00",
                 "user_id": "%s"}""".formatted(UUID.randomUUID()));
        assertThat(data.toString())
                .isEqualTo(
                        "{\"logged\":true,\"feature\":\"scan\",\"user_id\":\"%s\",\"timestamp\":\"2026-11-24T04:30:00Z\"}"
                                .formatted(person.id()));
        assertThat(eventsOf(person)).containsExactly("UserRegistered", "FeatureUsed");
        assertThat(payload())
                .contains("\"platform\":\"ios\"")
                .doesNotContain("Lovelace", "\"scan\"", "\"home\"", "\"tap\"");
    }

    @Test
    void little_needs_to_be_said() {
        var used = data(USAGE, "{\"feature\": \"contract_test\"}");
        assertThat(Instant.parse(used.get("timestamp").asString()))
                .isBetween(Instant.now().minusSeconds(60), Instant.now());
        assertThat(data(ATTEMPT, "{\"feature\": \"contract_test\", \"allowed\": true}")
                        .toString())
                .isEqualTo("{\"logged\":true,\"feature\":\"contract_test\",\"user_id\":\"%s\",\"has_access\":false}"
                        .formatted(person.id()));
        var shown = data(PAYWALL, "{\"screen\": \"tests\", \"variant\": \"A\"}");
        assertThat(shown.propertyNames()).containsExactlyInAnyOrder("logged", "screen", "feature", "timestamp");
        assertThat(shown.get("feature").isNull()).isTrue();
        assertThat(eventsOf(person))
                .containsExactly("UserRegistered", "FeatureUsed", "FeatureAccessAttempted", "PaywallShown");
    }

    @Test
    void what_is_said_is_kept() {
        assertThat(data(
                                ATTEMPT,
                                "{\"feature\": \"ai\", \"has_access\": true, \"is_premium_feature\": true, \"screen\": \"x\", \"metadata\": {}}")
                        .get("has_access")
                        .booleanValue())
                .isTrue();
        assertThat(payload()).contains("\"premium_feature\":true", "\"screen\":\"enc:v1:");
        data(
                PAYWALL,
                "{\"screen\": \"s\", \"feature\": \"ai_insights\", \"context\": \"menu\", \"metadata\": {\"a\": [1, null]}}");
        assertThat(payload()).contains("\"feature\":\"ai_insights\"", "\"context\":\"enc:v1:");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                USAGE + " | {}",
                USAGE + " | {\"feature\": \" \"}",
                USAGE + " | {\"feature\": 1}",
                USAGE + " | {\"feature\": \"x\", \"metadata\": [1]}",
                USAGE + " | {\"feature\": \"x\", \"metadata\": \"text\"}",
                USAGE + " | {\"feature\": \"x\", \"timestamp\": \"soon\"}",
                USAGE + " | {\"feature\": \"x\\u0007\"}",
                USAGE + " | nonsense",
                ATTEMPT + " | {}",
                ATTEMPT + " | {\"feature\": \"x\", \"has_access\": \"perhaps\"}",
                PAYWALL + " | {\"feature\": \"x\"}",
                PAYWALL + " | {\"screen\": null}"
            })
    void refuses_what_makes_no_sense(String path, String json) {
        var error = body(send(person, "POST", path, json).expectStatus().isEqualTo(422))
                .get("error");
        assertThat(error.get("code").asString()).startsWith("VALIDATION_");
        assertThat(eventsOf(person)).containsExactly("UserRegistered");
    }

    @ParameterizedTest
    @ValueSource(strings = {USAGE, ATTEMPT, PAYWALL})
    void refuses_what_is_too_long(String path) {
        var word = "{\"feature\": \"%s\", \"screen\": \"%s\"}".formatted("x".repeat(201), "x".repeat(201));
        send(person, "POST", path, word).expectStatus().isEqualTo(422);
        var metadata = "{\"feature\": \"x\", \"screen\": \"x\", \"metadata\": {\"a\": \"%s\"}}";
        send(person, "POST", path, metadata.formatted("x".repeat(4_000)))
                .expectStatus()
                .isEqualTo(422);
        send(person, "POST", path, metadata.formatted("x".repeat(3_000)))
                .expectStatus()
                .isOk();
        send(person, "POST", path, "{\"feature\": \"x\", \"screen\": \"x\", \"metadata\": {\"a\": 1e999999}}")
                .expectStatus()
                .isOk();
    }

    @Test
    void is_for_those_who_have_a_token() {
        for (var path : new String[] {USAGE, ATTEMPT, PAYWALL}) {
            client().post().uri(path).exchange().expectStatus().isUnauthorized();
        }
    }

    /** Of the person's last event. */
    private String payload() {
        return new String(
                log.readAfter(0, 100_000).block().stream()
                        .filter(event -> event.user().equals(person.id()))
                        .toList()
                        .getLast()
                        .payload(),
                UTF_8);
    }

    private JsonNode data(String path, String json) {
        return body(send(person, "POST", path, json).expectStatus().isOk()).get("data");
    }
}
