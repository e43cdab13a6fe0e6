package app.mita.projection.operations;

import app.mita.api.event.RecordedEvent;
import app.mita.embedded.TestBackend;
import app.mita.projection.ProjectionsApplication;
import app.mita.projection.engine.ReadModel;
import app.mita.projection.engine.TestLog;
import app.mita.projection.engine.TestReadModels;
import app.mita.runtime.personal.PersonalKeys;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The application over a database, a topic and an event store of one test, and a client of its operators' routes. */
public final class RunningProjections implements AutoCloseable {

    public static final String TOKEN = "ops-token-of-the-tests";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public final TestReadModels readModels = new TestReadModels(TestBackend.freshDatabase());
    public final TestLog log = new TestLog(4);
    private final HttpClient http = HttpClient.newHttpClient();
    private final ReadModel<?>[] further;
    private ConfigurableApplicationContext context;

    /** @param further models beside the application's own */
    public RunningProjections(ReadModel<?>... further) {
        this.further = further;
        for (var model : further) {
            readModels.execute(
                    "create table read_model.%s (like read_model.profile including all)".formatted(model.name()));
        }
        this.context = run();
    }

    /** @param status of the answer */
    public record Reply(int status, JsonNode body) {

        public JsonNode data() {
            return body.path("data");
        }

        String code() {
            return body.path("error").path("code").asString();
        }
    }

    /** Appends to the event store too, and publishes. */
    public List<RecordedEvent> happen(Collection<RecordedEvent> happened) {
        var appended = log.append(happened);
        readModels.store(log, appended);
        log.publish(appended);
        return appended;
    }

    /** @param settings beside the usual ones, each as {@code --name=value} */
    void restart(String... settings) {
        context.close();
        context = run(settings);
    }

    JsonNode projection(String name) {
        return get("/ops/projections/" + name).data();
    }

    public Reply get(String path) {
        return send("GET", path, TOKEN, null);
    }

    Reply post(String path, String json) {
        return send("POST", path, TOKEN, json);
    }

    /** With a reason and nothing else. */
    Reply post(String path) {
        return post(path, "{\"reason\": \"a test\"}");
    }

    Reply send(String method, String path, @Nullable String token, @Nullable String json) {
        var request = HttpRequest.newBuilder(URI.create(address() + path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .header("Mita-Operator", "ada")
                .method(
                        method,
                        json == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(json));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            return new Reply(answer.statusCode(), JSON.readTree(answer.body()));
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The operation of an answer, once it is over. */
    JsonNode finished(Reply asked) {
        var id = UUID.fromString(asked.data().path("id").asString());
        return Awaitility.await()
                .atMost(TestReadModels.DEADLINE)
                .until(
                        () -> get("/ops/operations/" + id).data(),
                        operation -> operation.path("state").asString().equals("done")
                                || operation.path("state").asString().equals("failed"));
    }

    public void awaitLive(String projection, int generation) {
        Awaitility.await()
                .atMost(TestReadModels.DEADLINE)
                .until(() -> projection(projection).path("live").path("number").asInt() == generation);
    }

    public String address() {
        return "http://127.0.0.1:"
                + ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    @Override
    public void close() {
        context.close();
        http.close();
        log.close();
        readModels.close();
    }

    private ConfigurableApplicationContext run(String... beside) {
        var settings = new LinkedHashMap<>(readModels.properties());
        settings.put("mita.kafka.bootstrap-servers", TestBackend.bootstrapServers());
        settings.put("mita.kafka.topic", log.topic);
        settings.put("mita.projections.group", log.topic);
        settings.put("mita.projections.instance", "one");
        settings.put("mita.ops.token", TOKEN);
        settings.put("mita.security.jwks-uri", "http://127.0.0.1:1/nowhere");
        settings.put("mita.personal-data.master-key", Base64.getEncoder().encodeToString(new byte[32]));
        settings.put("server.port", 0);
        return new SpringApplicationBuilder(ProjectionsApplication.class)
                .initializers((GenericApplicationContext started) -> {
                    started.registerBean(
                            "keysOfTheTest", PersonalKeys.class, () -> log.keys, bean -> bean.setPrimary(true));
                    for (var model : further) {
                        started.registerBean("further " + model.name(), ReadModel.class, () -> model);
                    }
                })
                .run(Stream.concat(
                                settings.entrySet().stream()
                                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue()),
                                Stream.of(beside))
                        .toArray(String[]::new));
    }
}
