package app.mita.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.mita.command.eventstore.EventLog;
import app.mita.command.eventstore.StoredEvent;
import app.mita.embedded.TestBackend;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The write side as a process of its own, over HTTP, on a real PostgreSQL. No projection runs here, so that requests
 * ask for their answer as soon as the write is durable.
 */
@SpringBootTest(classes = CommandServiceApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class WriteSide {

    private static final JsonMapper JSON = JsonMapper.shared();

    @LocalServerPort
    private int port;

    @Autowired
    private EventLog log;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry properties) {
        var database = TestBackend.freshDatabase();
        properties.add("mita.database.host", database::host);
        properties.add("mita.database.port", database::port);
        properties.add("mita.database.name", database::name);
        properties.add("mita.database.username", () -> database.name() + "_app");
        properties.add("mita.database.password", () -> "app-only");
        properties.add("mita.database.owner-username", database::owner);
        properties.add("mita.database.owner-password", database::password);
        properties.add("mita.kafka.bootstrap-servers", TestBackend::bootstrapServers);
        properties.add("mita.kafka.topic", () -> TestBackend.freshName("mita.events"));
        properties.add(
                "mita.personal-data.master-key", () -> Base64.getEncoder().encodeToString(new byte[32]));
        properties.add("mita.rate-limits.enabled", () -> false);
        properties.add("mita.password-hashing.memory-kib", () -> 64);
    }

    protected WebTestClient client() {
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .defaultHeader("Prefer", "respond-async")
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }

    /** A new user, in the zone. */
    protected Person register(String zone) {
        var answer = body(client().post()
                .uri("/api/auth/register")
                .bodyValue(Map.of(
                        "email", "p" + UUID.randomUUID() + "@example.org", "password", "Sunny-Day-7", "timezone", zone))
                .exchange()
                .expectStatus()
                .isCreated());
        var data = answer.get("data");
        return new Person(
                UUID.fromString(data.get("user").get("id").asString()),
                data.get("access_token").asString());
    }

    /** @param token for header Authorization */
    public record Person(UUID id, String token) {}

    protected WebTestClient.ResponseSpec send(Person person, String method, String path, @Nullable String json) {
        return send(person, method, path, json, Map.of());
    }

    protected WebTestClient.ResponseSpec send(
            Person person, String method, String path, @Nullable String json, Map<String, String> headers) {
        var request = client().method(HttpMethod.valueOf(method))
                .uri(path)
                .header("Authorization", "Bearer " + person.token());
        headers.forEach(request::header);
        return json == null
                ? request.exchange()
                : request.header("Content-Type", "application/json")
                        .bodyValue(json.getBytes(UTF_8))
                        .exchange();
    }

    protected static JsonNode body(WebTestClient.ResponseSpec response) {
        return JSON.readTree(response.expectBody(byte[].class).returnResult().getResponseBody());
    }

    /** Names of the user's events so far, in order. */
    protected List<String> eventsOf(Person person) {
        return log.readAfter(0, 100_000).block().stream()
                .filter(event -> event.user().equals(person.id()))
                .map(StoredEvent::name)
                .toList();
    }
}
