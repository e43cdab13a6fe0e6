package app.mita.projection.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is typed into whichever field of the console is answered with a page, and never with a fault of ours. */
class ConsoleInputTest {

    private static final List<String> HOSTILE = List.of(
            "\u0000",
            "a\u0000b",
            "\u0001",
            "\u0085",
            "'",
            "%",
            "x".repeat(3_000),
            "-1",
            "9223372036854775808",
            "1e999",
            "+1000000000-12-31T23:59:59Z",
            "-0005-01-01T00:00",
            "9999-12-31T23:59:59.999999999",
            "1-1-1-1-1");

    /** What a form needs to get as far as the database; the projection is none, so nothing comes of it. */
    private static final Map<String, String> USUAL = Map.of(
            "reason",
            "a test",
            "confirm",
            "yes",
            "projection",
            "nobody",
            "position",
            "1",
            "user",
            "0f8fad5b-d9cb-469f-a165-70867728950e",
            "topic",
            "another");

    private static ConsoleBed bed;

    @BeforeAll
    static void start() {
        bed = new ConsoleBed();
        bed.signIn();
    }

    @AfterAll
    static void stop() {
        bed.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /ops/console/audit                 | operator, verb, projection, from, until, before
            /ops/console/events                | user, type, position, from, until, before
            /ops/console/users                 | user
            /ops/console/users/0f8fad5b-d9cb-469f-a165-70867728950e | at, before, model
            /ops/console/dead-letters          | projection, after, deed
            /ops/console/projections/dashboard | deed
            /ops/console/system                | deed
            /ops/console/system/live           | seen
            /ops/console/live                  | seen
            /ops/console/attention             | seen
            /ops/console/sign-in               | to
            """)
    void noAddressBringsAFault(String path, String fields) {
        for (var field : fields.split(", ")) {
            for (var value : HOSTILE) {
                assertAnswered(field, value, bed.get(path + "?" + field + "=" + encoded(value)));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"projections/%s", "projections/%s/live", "projections/%s/verbs", "deeds/%s", "users/%s", "%s"})
    void noPathBringsAFault(String path) {
        for (var value : HOSTILE) {
            assertAnswered(path, value, bed.get("/ops/console/" + path.formatted(encoded(value))));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /ops/console/projections/nobody | replay       | reason, operation, from_position, from_time
            /ops/console/projections/nobody | rebuild-user | reason, operation, user
            /ops/console/projections/nobody | pause        | verb, reason, operation, confirm
            /ops/console/dead-letters       | retry        | verb, projection, reason, operation, user
            /ops/console/dead-letters       | retry-all    | projection, reason, operation
            /ops/console/dead-letters       | discard      | projection, reason, operation, position
            /ops/console/system             | republish    | topic, reason, operation
            """)
    void noFormBringsAFault(String path, String verb, String fields) {
        for (var field : fields.split(", ")) {
            for (var value : HOSTILE) {
                var form = new HashMap<>(USUAL);
                form.put("verb", verb);
                form.put(field, value);
                assertAnswered(field, value, bed.post(path, form));
            }
        }
    }

    private static void assertAnswered(String field, String value, ConsoleBed.Page page) {
        assertThat(page.status()).as("%s “%s”: %s", field, value, page.text()).isLessThan(500);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
