package app.mita.standalone.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** A client of the public API: the mobile app's way of calling, without its screens. Where reads and writes go may differ. */
final class Api {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final Servers servers;
    private final Map<String, String> headers;

    private Api(Servers servers, Map<String, String> headers) {
        this.servers = servers;
        this.headers = headers;
    }

    /** Base addresses, without a slash at the end: one process has the same twice. */
    record Servers(String commands, String queries) {

        /** POST routes that change nothing. */
        private static final List<String> QUERIES = List.of(
                "/api/expense/history",
                "/api/transactions/check-affordability",
                "/api/calendar/",
                "/api/budget/monthly",
                "/api/budget/behavioral_allocation",
                "/api/budget/income_based_recommendations",
                "/api/analytics/aggregate",
                "/api/analytics/anomalies",
                "/api/spend/",
                "/api/style/",
                "/api/financial/",
                "/api/drift/",
                "/api/cluster/",
                "/api/checkpoint/");

        static Servers one(String address) {
            return new Servers(address, address);
        }

        private String of(String method, String path) {
            var query = method.equals("GET") && !path.startsWith("/api/auth/") && !path.startsWith("/health")
                    || method.equals("POST") && QUERIES.stream().anyMatch(path::startsWith);
            return query ? queries : commands;
        }
    }

    static Api at(Servers servers) {
        return new Api(servers, Map.of());
    }

    Api with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Api(servers, more);
    }

    Api bearing(String accessToken) {
        return with("Authorization", "Bearer " + accessToken);
    }

    Answer get(String path) {
        return send("GET", path, null);
    }

    Answer post(String path, @Nullable String json) {
        return send("POST", path, json);
    }

    Answer put(String path, @Nullable String json) {
        return send("PUT", path, json);
    }

    Answer patch(String path, @Nullable String json) {
        return send("PATCH", path, json);
    }

    Answer delete(String path) {
        return send("DELETE", path, null);
    }

    Answer send(String method, String path, @Nullable String json) {
        return send(method, path, json, "application/json");
    }

    Answer send(String method, String path, @Nullable String body, String contentType) {
        var request = HttpRequest.newBuilder(URI.create(servers.of(method, path) + path))
                .timeout(Duration.ofSeconds(30))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        if (body != null) {
            request.header("Content-Type", contentType);
        }
        try {
            return Answer.of(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** @param json missing when the answer has no JSON body */
    record Answer(int status, JsonNode json, String text, HttpResponse<String> response) {

        private static Answer of(HttpResponse<String> response) {
            var type = response.headers().firstValue("Content-Type").orElse("");
            var json = type.contains("json") ? JSON.readTree(response.body()) : MissingNode.getInstance();
            return new Answer(response.statusCode(), json, response.body(), response);
        }

        JsonNode data() {
            return json.path("data");
        }

        String code() {
            return json.path("error").path("code").asString("");
        }

        @Nullable
        String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        @Override
        public String toString() {
            return response.request().method() + " " + response.uri() + " -> " + status + " " + text;
        }
    }
}
