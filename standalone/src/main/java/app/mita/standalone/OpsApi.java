package app.mita.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The operators' routes. Every call gives what was answered, or fails in the words of the refusal. */
final class OpsApi {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();
    private final URI base;
    private final String token;

    OpsApi(URI base, String token) {
        this.base = base;
        this.token = token;
    }

    /**
     * A part of a list that has no end.
     *
     * @param before what to ask with for the items that follow; null when these were the last
     */
    record Page(JsonNode items, @Nullable String before) {}

    JsonNode get(String path) {
        return answer(request(path).GET().build()).path("data");
    }

    Page page(String path) {
        var answer = answer(request(path).GET().build());
        return new Page(
                answer.path("data"),
                answer.path("meta").path("before").asStringOpt().orElse(null));
    }

    JsonNode post(String path, Map<String, ?> body) {
        return answer(request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                        .build())
                .path("data");
    }

    static String pretty(JsonNode answer) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(answer);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(ANSWER)
                .header("Authorization", "Bearer " + token)
                .header("Mita-Operator", System.getProperty("user.name", "unnamed"));
    }

    private JsonNode answer(HttpRequest request) {
        HttpResponse<String> answer;
        try {
            answer = http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw OperatorError.unanswered(base, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperatorError("Interrupted");
        }
        var body = parsed(answer);
        if (answer.statusCode() / 100 != 2) {
            throw new OperatorError("Refused: "
                    + body.path("error").path("message").asString("status " + answer.statusCode())
                    + details(body.path("error").path("details").path("validation_errors")));
        }
        if (!body.has("data")) {
            throw new OperatorError("What answers at " + base + " is no MITA");
        }
        return body;
    }

    private static String details(JsonNode errors) {
        var text = new StringBuilder();
        errors.forEach(error -> text.append("; ")
                .append(error.path("field").asString(""))
                .append(' ')
                .append(error.path("message").asString("")));
        return text.toString();
    }

    private static JsonNode parsed(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JacksonException e) {
            return JSON.createObjectNode();
        }
    }
}
