package app.mita.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the running process over HTTP how it is. */
final class OpsClient {

    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(LIMIT).build();
    private final JsonMapper json = JsonMapper.builder().build();
    private final URI api;

    private OpsClient(URI api) {
        this.api = api;
    }

    static OpsClient at(URI api) {
        return new OpsClient(api);
    }

    /** Waits until every part works, and answers whether that came true within the limit. */
    boolean becomesHealthy(Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!health().map(parts -> "healthy".equals(parts.get("status"))).orElse(false)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(POLL);
        }
        return true;
    }

    /** The state of each part by its name; empty while the process does not answer. */
    Optional<Map<String, String>> health() {
        try {
            var answer = send(HttpRequest.newBuilder(api.resolve("/health"))
                    .timeout(LIMIT)
                    .build());
            var parts = new LinkedHashMap<String, String>();
            json.readTree(answer.body()).properties().forEach(part -> parts.put(part.getKey(), text(part.getValue())));
            return Optional.of(parts);
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }

    private static String text(JsonNode value) {
        if (value.isNumber()) {
            return value.decimalValue().toPlainString();
        }
        return value.isValueNode() ? value.asString() : value.toString();
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
