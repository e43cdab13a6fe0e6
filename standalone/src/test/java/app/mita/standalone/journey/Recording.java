package app.mita.standalone.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A request to the original and its answer.
 *
 * @param body JSON; null when none was sent
 */
record Recording(String method, String path, @Nullable String body, int status, JsonNode answer) {

    /** How recordings end a list that they cut. */
    private static final String CUT = ",\"…[^\"]*\"\\]";

    /** What a recording calls {@code <uuid>}, {@code <email>} and so on, for the person who repeats it. */
    interface Names {
        String fill(String text);
    }

    /** The routes of recorded.json. */
    static List<Recording> routes() {
        var recordings = new ArrayList<Recording>();
        read("recorded.json").properties().forEach(route -> recordings.add(of(route.getKey(), route.getValue())));
        return recordings;
    }

    /** One conversation of recorded-flows.json. */
    static List<Recording> flow(String name) {
        var recordings = new ArrayList<Recording>();
        read("recorded-flows.json")
                .path(name)
                .forEach(step -> recordings.add(of(step.path("do").asString(), step)));
        if (recordings.isEmpty()) {
            throw new IllegalArgumentException("no flow " + name);
        }
        return recordings;
    }

    String route() {
        return method + " " + path.replaceAll("\\?.*", "");
    }

    Api.Answer repeat(Api api, Names names) {
        return api.send(method, names.fill(path), body == null ? null : names.fill(body));
    }

    private static Recording of(String route, JsonNode recorded) {
        var words = route.split(" ", 2);
        var body = recorded.path("json");
        return new Recording(
                words[0],
                words[1] + query(recorded.path("query")),
                body.isMissingNode() ? null : body.toString().replaceAll(CUT, "]"),
                recorded.path("status").asInt(),
                recorded.path("answer"));
    }

    private static String query(JsonNode parameters) {
        var query = new StringBuilder();
        parameters.properties().forEach(parameter -> query.append(query.isEmpty() ? '?' : '&')
                .append(parameter.getKey())
                .append('=')
                .append(URLEncoder.encode(parameter.getValue().asString(), StandardCharsets.UTF_8)));
        return query.toString();
    }

    private static JsonNode read(String name) {
        try (var in = Recording.class.getResourceAsStream("/contract/" + name)) {
            return Api.JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
