package app.mita.command.identity;

import app.mita.command.CommandServiceApplication;
import app.mita.command.identity.token.TestTokens;
import app.mita.embedded.TestBackend;
import app.mita.embedded.TestDatabase;
import app.mita.runtime.json.MitaJson;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** The command-service by itself on a database of its own, spoken to over HTTP. No projection runs beside it. */
final class CommandServiceRun implements AutoCloseable {

    static final String OPS_TOKEN = "ops-token-of-the-tests";
    static final String PASSWORD = "Str0ng!passw0rd#2026";
    static final String MASTER_KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    final MovableClock clock;
    private final TestDatabase database;
    private final ConfigurableApplicationContext context;
    private final URI base;

    private CommandServiceRun(TestDatabase database, MovableClock clock, Map<String, Object> settings) {
        this.database = database;
        this.clock = clock;
        this.context = new SpringApplicationBuilder(CommandServiceApplication.class)
                .initializers(fresh -> fresh.getBeanFactory().registerSingleton("clock", (Clock) clock))
                .run(settings.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
        this.base = URI.create("http://127.0.0.1:"
                + ((WebServerApplicationContext) context).getWebServer().getPort());
    }

    static CommandServiceRun start(Map<String, Object> settings) {
        return on(TestBackend.freshDatabase(), TestBackend.freshName("events"), new MovableClock(), settings);
    }

    /** One for all tests that do not travel in time; signs in with Google through {@link LocalIssuer}. */
    static CommandServiceRun shared() {
        return Shared.SERVICE;
    }

    private static final class Shared {
        static final CommandServiceRun SERVICE = start(Map.of(
                "mita.google.issuer", LocalIssuer.NAME,
                "mita.google.jwks-uri", LocalIssuer.jwksUri(),
                "mita.google.client-id", LocalIssuer.CLIENT));
    }

    private static CommandServiceRun on(
            TestDatabase database, String topic, MovableClock clock, Map<String, Object> settings) {
        var all = new HashMap<String, Object>();
        all.put("server.port", "0");
        all.put("mita.database.host", database.host());
        all.put("mita.database.port", database.port());
        all.put("mita.database.name", database.name());
        all.put("mita.database.owner-username", database.owner());
        all.put("mita.database.owner-password", database.password());
        all.put("mita.database.password", "test-only-app");
        all.put("mita.kafka.bootstrap-servers", TestBackend.bootstrapServers());
        all.put("mita.kafka.topic", topic);
        all.put("mita.personal-data.master-key", MASTER_KEY);
        all.put("mita.ops.token", OPS_TOKEN);
        all.put("mita.password-hashing.memory-kib", "64");
        all.put("mita.password-hashing.iterations", "1");
        all.put("mita.rate-limits.enabled", "false");
        all.putAll(settings);
        return new CommandServiceRun(database, clock, all);
    }

    /** Ends this one and starts another on the same data. */
    CommandServiceRun restarted() {
        return restarted(Map.of());
    }

    /** @param settings other ones than before */
    CommandServiceRun restarted(Map<String, Object> settings) {
        var topic = context.getEnvironment().getRequiredProperty("mita.kafka.topic");
        close();
        return on(database, topic, clock, settings);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    record Answer(int status, JsonNode json, HttpHeaders headers) {

        JsonNode data() {
            return json.path("data");
        }

        String text(String field) {
            return data().path(field).asString();
        }

        String code() {
            return json.path("error").path("code").asString();
        }

        String firstViolation() {
            return violations().getFirst();
        }

        List<String> violations() {
            return json.path("error")
                    .path("details")
                    .path("validation_errors")
                    .valueStream()
                    .map(error -> error.path("field").asString() + " "
                            + error.path("type").asString())
                    .toList();
        }
    }

    Answer post(String path, @Nullable String token, @Nullable Object body) {
        return send("POST", path, token, body);
    }

    Answer get(String path, @Nullable String token) {
        return send("GET", path, token, null);
    }

    Answer send(String method, String path, @Nullable String token, @Nullable Object body) {
        return sendAsync(method, path, token, body).join();
    }

    CompletableFuture<Answer> sendAsync(String method, String path, @Nullable String token, @Nullable Object body) {
        var request = HttpRequest.newBuilder(base.resolve(path))
                .header("Prefer", "respond-async")
                .header("Mita-Operator", "ada");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body == null) {
            request.method(method, BodyPublishers.noBody());
        } else {
            var json = body instanceof String text ? text : MitaJson.mapper().writeValueAsString(body);
            request.header("Content-Type", "application/json").method(method, BodyPublishers.ofString(json));
        }
        return HTTP.sendAsync(request.build(), BodyHandlers.ofString())
                .thenApply(response -> new Answer(
                        response.statusCode(), MitaJson.mapper().readTree(response.body()), response.headers()));
    }

    /** Signed as a login's would be, with a scope that no role has. */
    String tokenWith(String scope, String user) {
        return TestTokens.access(context, UUID.fromString(user), scope);
    }

    /** A new user's e-mail address and first tokens. */
    record Person(String email, String id, String access, String refresh) {}

    Person register() {
        var email = TestBackend.freshName("person") + "@example.com";
        var answer = post("/api/auth/register", null, Map.of("email", email, "password", PASSWORD));
        if (answer.status() != 201) {
            throw new AssertionError("not registered: " + answer);
        }
        return new Person(
                email,
                answer.data().path("user").path("id").asString(),
                answer.text("access_token"),
                answer.text("refresh_token"));
    }

    Answer logIn(String email, String password) {
        return post("/api/auth/login", null, Map.of("email", email, "password", password));
    }

    Answer refresh(String token) {
        return post("/api/auth/refresh-token", null, Map.of("refresh_token", token));
    }

    /** Whether the access token is accepted, and if not, the code. */
    String use(String token) {
        var answer = get("/api/auth/token/validate", token);
        return answer.status() == 200 ? "accepted" : answer.code();
    }

    @Override
    public void close() {
        context.close();
    }
}
