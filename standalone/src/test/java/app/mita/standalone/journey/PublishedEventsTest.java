package app.mita.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.mita.api.event.EventTypes;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is on Kafka after writes through the API is what docs/events says, to the last field. */
class PublishedEventsTest {

    private static final Path SCHEMAS = Path.of("..", "docs", "events", "schemas");
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    /** By default a format is a remark and no rule. */
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            rules -> rules.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private final Map<String, Schema> schemas = new HashMap<>();

    @Test
    void eventsAreAsTheirSchemasSay() {
        var wordy = Wordy.living();
        var person = wordy.person();
        write(person, "DELETE", "/api/transactions/" + wordy.transaction(), null);
        write(person, "PATCH", "/api/budget/mode", "{\"mode\": \"strict\"}");
        write(person, "POST", "/api/budget/auto_adapt", "{}");
        write(person, "PATCH", "/api/budget/automation_settings", "{\"auto_adapt_enabled\": false}");
        write(person, "POST", "/api/analytics/paywall-impression", "{\"screen\": \"home\"}");
        write(person, "POST", "/api/analytics/feature-access-attempt", """
                {"feature": "ocr", "has_access": false, "is_premium_feature": true}""");
        var today = LocalDate.now(ZoneOffset.UTC);
        var day = "/api/calendar/day/%d/%d/%d".formatted(today.getYear(), today.getMonthValue(), today.getDayOfMonth());
        write(person, "PATCH", day, "{\"updates\": {\"food\": 1}}");
        var passwords = "?current_password=Str0ng!Pass%232026&new_password=N3w!Pass%232026x";
        write(person, "POST", "/api/auth/change-password" + passwords, null);
        person.granted("premium");
        write(person, "DELETE", "/api/auth/delete-account?confirmation=true", null);
        await().atMost(DEADLINE)
                .untilAsserted(() -> assertThat(events(person.id())).contains("AccountDeleted.v1"));

        assertThat(events(person.id()))
                .as("the test writes all that there is")
                .containsExactlyInAnyOrderElementsOf(EventTypes.ALL.stream()
                        .map(type -> EventTypes.nameOf(type) + ".v" + EventTypes.versionOf(type))
                        .toList());
        // Those of the other tests too: whatever they have written by now.
        events("mita.kafka.topic").forEach(this::assertAsDescribed);
    }

    @Test
    void whatIsNotOfItsFormatIsFound() {
        var deleted = Api.JSON.createObjectNode();
        deleted.put("user_id", UUID.randomUUID().toString()).put("deleted_at", "2026-11-24T10:15:30Z");
        assertThat(schema("AccountDeleted.v1").validate(deleted)).isEmpty();
        deleted.put("user_id", "nobody");
        assertThat(schema("AccountDeleted.v1").validate(deleted)).hasSize(1);
    }

    @Test
    void factsAreAsTheirSchemaSays() {
        var person = Person.onboarded(RunningSystem.api());
        person.spends("12.50", "public_transport");
        await().atMost(DEADLINE).untilAsserted(() -> assertThat(events("mita.kafka.daily-spending-topic"))
                .anyMatch(fact -> text(fact.key()).startsWith(person.id().toString())));
        for (var fact : events("mita.kafka.daily-spending-topic")) {
            assertThat(text(fact.key())).matches("[0-9a-f-]{36}/\\d{4}-\\d\\d-\\d\\d/[a-z_]+");
            if (fact.value() != null) {
                assertThat(schema("DailySpending.v1").validate(Api.JSON.readTree(fact.value())))
                        .isEmpty();
                var json = Api.JSON.readTree(fact.value());
                assertThat(text(fact.key()))
                        .isEqualTo("%s/%s/%s"
                                .formatted(
                                        json.path("user_id").asString(),
                                        json.path("day").asString(),
                                        json.path("category").asString()));
            }
        }
    }

    private void assertAsDescribed(ConsumerRecord<byte[], byte[]> record) {
        var where = record.topic() + "-" + record.partition() + " offset " + record.offset();
        var type = header(record, "ce_type");
        assertThat(type).as(where).startsWith("app.mita.");
        assertThat(header(record, "ce_specversion")).as(where).isEqualTo("1.0");
        assertThat(header(record, "ce_source")).as(where).isEqualTo("/mita");
        assertThat(header(record, "content-type")).as(where).isEqualTo("application/json");
        assertThat(header(record, "ce_subject")).as(where).isEqualTo(text(record.key()));
        assertThat(UUID.fromString(header(record, "ce_id"))).as(where).isNotNull();
        assertThat(Instant.parse(header(record, "ce_time")))
                .as(where)
                .isBefore(Instant.now().plusSeconds(1));
        assertThat(Long.parseLong(header(record, "ce_position"))).as(where).isPositive();
        assertThat(header(record, "ce_commandid")).as(where).isNotBlank();
        var event = Api.JSON.readTree(record.value());
        assertThat(schema(type.substring("app.mita.".length())).validate(event))
                .as(where + " " + event)
                .isEmpty();
        assertThat(event.path("user_id").asString()).as(where).isEqualTo(text(record.key()));
    }

    private TreeSet<String> events(UUID user) {
        var types = new TreeSet<String>();
        for (var event : events("mita.kafka.topic")) {
            if (text(event.key()).equals(user.toString())) {
                types.add(header(event, "ce_type").substring("app.mita.".length()));
            }
        }
        return types;
    }

    private Iterable<ConsumerRecord<byte[], byte[]>> events(String topicSetting) {
        var environment = RunningSystem.context().getEnvironment();
        return KafkaRecords.of(
                environment.getRequiredProperty("mita.kafka.bootstrap-servers"),
                environment.getRequiredProperty(topicSetting));
    }

    /** Stricter than the published one: a field that it does not know fails too. */
    private Schema schema(String name) {
        return schemas.computeIfAbsent(name, missing -> {
            var file = SCHEMAS.resolve(name + ".json");
            assertThat(file).as("no schema of " + name).exists();
            var schema = Api.JSON.readTree(file);
            close(schema);
            return registry.getSchema(schema);
        });
    }

    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.path("properties").isObject()) {
            object.put("additionalProperties", false);
        }
        schema.forEach(PublishedEventsTest::close);
    }

    private static void write(Person person, String method, String path, String json) {
        var answer = person.api().send(method, path, json);
        assertThat(answer.status() / 100).as(answer.toString()).isEqualTo(2);
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return text(record.headers().lastHeader(name).value());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
