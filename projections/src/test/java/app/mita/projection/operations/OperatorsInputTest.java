package app.mita.projection.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Whatever stands in whichever field of an operators' route is answered, and never with a fault of ours. */
class OperatorsInputTest {

    /** Half a surrogate pair has no bytes of its own: it is sent as JSON spells it. */
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .build())
            .build();

    private static final String SOMEBODY = "0f8fad5b-d9cb-469f-a165-70867728950e";

    /** What a request needs to get as far as the database; the projection is none, so nothing comes of it. */
    private static final Map<String, Object> USUAL = Map.of(
            "reason",
            "a test",
            "topic",
            "another",
            "user_id",
            SOMEBODY,
            "position",
            1,
            "name",
            "nobody",
            "id",
            SOMEBODY);

    private static final List<String> HOSTILE = Stream.concat(
                    Stream.of("\u0000", "a\u0000b", "a\u0001b", "\u007f", "\u0085", "\ud800", "x".repeat(10_000)),
                    """
                    😀
                    '
                    %

                    -1
                    9223372036854775808
                    1e999
                    +1000000000-12-31T23:59:59Z
                    -0005-01-01T00:00:00Z
                    9999-12-31T23:59:59.999999999Z
                    1-1-1-1-1""".lines())
            .toList();

    /** Longer than any address that is answered for what it says. */
    private static final int TOO_LONG = 8192;

    private static RunningProjections running;

    @BeforeAll
    static void start() {
        running = new RunningProjections();
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    /**
     * A field of a route.
     *
     * @param in {@code path}, {@code query} or {@code body}
     */
    record Field(String method, String path, String in, String name, List<String> beside) {

        RunningProjections.Reply with(String value) {
            var address = path.replace("{" + name + "}", in.equals("path") ? encoded(value) : "");
            for (var usual : USUAL.entrySet()) {
                address = address.replace("{" + usual.getKey() + "}", String.valueOf(usual.getValue()));
            }
            if (in.equals("query")) {
                address += "?" + name + "=" + encoded(value);
            }
            // When the address is too long the server closes without reading a body, and that may cost the answer (RFC
            // 9112, 9.6).
            boolean hasBody = !method.equals("GET") && address.length() < TOO_LONG;
            return running.send(method, address, RunningProjections.TOKEN, hasBody ? body(value) : null);
        }

        private String body(String value) {
            ObjectNode body = JSON.createObjectNode();
            USUAL.forEach((field, usual) -> {
                if (beside.contains(field)) {
                    body.putPOJO(field, usual);
                }
            });
            if (in.equals("body")) {
                body.put(name, value);
            }
            return JSON.writeValueAsString(body);
        }

        private static String encoded(String value) {
            return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
        }
    }

    /** All that the description of the routes names. */
    static Stream<Field> fields() {
        var all = running.get("/openapi.json").body();
        var fields = new ArrayList<Field>();
        all.path("paths").forEachEntry((path, methods) -> {
            if (path.startsWith("/ops/")) {
                methods.forEachEntry(
                        (method, route) -> addFields(all, fields, method.toUpperCase(Locale.ROOT), path, route));
            }
        });
        return fields.stream();
    }

    private static void addFields(JsonNode all, List<Field> fields, String method, String path, JsonNode route) {
        var schema = route.path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
        var name = schema.path("$ref").asString("").replaceAll(".*/", "");
        var ofBody = new TreeSet<>(all.path("components")
                .path("schemas")
                .path(name)
                .path("properties")
                .propertyNames());
        for (var parameter : route.path("parameters")) {
            fields.add(new Field(
                    method,
                    path,
                    parameter.path("in").asString(),
                    parameter.path("name").asString(),
                    List.copyOf(ofBody)));
        }
        ofBody.forEach(field -> fields.add(new Field(method, path, "body", field, List.copyOf(ofBody))));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void noFieldBringsAFault(Field field) {
        for (var value : HOSTILE) {
            var reply = field.with(value);
            assertThat(reply.status())
                    .as("%s with “%s”: %s", field, value, reply)
                    .isLessThan(500);
            if (reply.status() >= 400) {
                assertThat(reply.body().path("success").asBoolean(true)).isFalse();
                assertThat(reply.code()).matches("(VALIDATION|RESOURCE)_[0-9]{4}");
            }
        }
    }

    @Test
    void allRoutesAreDescribed() {
        assertThat(fields().map(Field::path).distinct())
                .contains("/ops/dead-letters", "/ops/republish", "/ops/keys/rewrap", "/ops/projections/{name}/replay")
                .hasSizeGreaterThanOrEqualTo(19);
        assertThat(fields().map(Field::name)).contains("reason", "topic", "from_time", "position", "before");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /ops/republish                       | topic     | a\\u0000b                   | VALIDATION_2002
            /ops/republish                       | reason    | a\\u0000b                   | VALIDATION_2002
            /ops/keys/rewrap                     | reason    | \\u0007                     | VALIDATION_2002
            /ops/projections/nobody/pause        | reason    | a\\u0000b                   | VALIDATION_2002
            /ops/projections/nobody/pause        | reason    | \\ud800                     | VALIDATION_2002
            /ops/projections/nobody/pause        | reason    | two\\nlines                 | RESOURCE_3001
            /ops/projections/nobody/rebuild-user | reason    | a\\u0000b                   | VALIDATION_2002
            /ops/projections/nobody/replay       | from_time | +1000000000-12-31T23:59:59Z | VALIDATION_2012
            /ops/projections/nobody/replay       | from_time | -0005-01-01T00:00:00Z       | VALIDATION_2012
            /ops/projections/nobody/replay       | from_time | 1969-12-31T23:59:59Z        | VALIDATION_2012
            /ops/projections/nobody/replay       | from_time | +10000-01-01T00:00:00Z      | VALIDATION_2012
            /ops/projections/nobody/replay       | from_time | 9999-12-31T23:59:59Z        | RESOURCE_3001
            """)
    void whatCannotBeMeantIsRefused(String path, String field, String value, String code) {
        var json = "{\"reason\": \"x\", \"topic\": \"x\", \"user_id\": \"%s\", \"%s\": \"%s\"}";
        assertThat(running.post(path, json.formatted(SOMEBODY, field, value)).code())
                .isEqualTo(code);
    }

    @Test
    void aNameThatIsNoneIsRecordedAsNone() throws IOException {
        for (var name : List.of("ada\u0000", "\u0085")) {
            assertThat(statusFor(name)).as(name).isEqualTo(400);
        }
        for (var name : List.of("<ada>", "x".repeat(65), " ")) {
            assertThat(statusFor(name)).as(name).isEqualTo(200);
        }
        assertThat(running.get("/ops/operations?projection=settings").data())
                .hasSize(3)
                .allSatisfy(deed -> assertThat(deed.path("operator").asString()).isEqualTo("token:unnamed"));
    }

    /** Of a deed under this name; not every client would send it. */
    private static int statusFor(String name) throws IOException {
        var address = URI.create(running.address());
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream()
                    .write("""
                    POST /ops/projections/settings/resume HTTP/1.1\r
                    Host: here\r
                    Authorization: Bearer %s\r
                    Mita-Operator: %s\r
                    Content-Type: application/json\r
                    Content-Length: 15\r
                    Connection: close\r
                    \r
                    {"reason": "x"}""".formatted(RunningProjections.TOKEN, name).getBytes(StandardCharsets.ISO_8859_1));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            return Integer.parseInt(answer.split(" ")[1]);
        }
    }
}
