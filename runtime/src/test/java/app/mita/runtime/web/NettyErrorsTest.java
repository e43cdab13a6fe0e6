package app.mita.runtime.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.mita.runtime.RuntimeTest;
import app.mita.runtime.json.MitaJson;
import java.io.IOException;
import java.net.Socket;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Requests that the HTTP server refuses before WebFlux sees them, over a socket: no client would send them. */
@RuntimeTest
class NettyErrorsTest {

    @LocalServerPort
    private int port;

    /** @param headers their names in lower case */
    private record Answer(int status, Map<String, String> headers, String body) {

        JsonNode error() {
            return MitaJson.mapper().readTree(body).path("error");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/users/me?%", "/%", "/api/sample?limit=|", "/api/nothing?%zz"})
    void anAddressThatIsNoUri(String address) throws IOException {
        assertRefused(send("GET", address, "X-Request-ID: mine-1"), 400, "VALIDATION_2002", "mine-1");
        assertRefused(send("POST", address, "X-Request-ID: <b>"), 400, "VALIDATION_2002", "req_[0-9a-f]{12}");
    }

    @Test
    void anAddressThatIsTooLong() throws IOException {
        assertRefused(send("GET", "/?" + "x".repeat(20_000), "X-A: b"), 414, "VALIDATION_2003", "req_[0-9a-f]{12}");
    }

    @Test
    void headersThatAreTooLarge() throws IOException {
        assertRefused(send("GET", "/", "X-A: " + "b".repeat(20_000)), 431, "VALIDATION_2003", "req_[0-9a-f]{12}");
    }

    @Test
    void whatIsNoHttp() throws IOException {
        assertRefused(send("GET", "/ /", "X-A: b"), 400, "VALIDATION_2002", "req_[0-9a-f]{12}");
    }

    @Test
    void answersHeadWithoutABody() throws IOException {
        var answer = send("HEAD", "/?%", "X-A: b");
        assertThat(answer.status).isEqualTo(400);
        assertThat(answer.body).isEmpty();
        assertThat(answer.headers).containsKey("x-request-id");
    }

    @Test
    void leavesOtherAnswersAlone() throws IOException {
        assertThat(send("GET", "/", "X-A: b").status).isEqualTo(200);
        var unknown = send("GET", "/api/nothing", "X-Request-ID: mine-2");
        assertRefused(unknown, 404, "RESOURCE_3001", "mine-2");
    }

    private static void assertRefused(Answer answer, int status, String code, String id) {
        assertThat(answer.status).as("%s", answer).isEqualTo(status);
        assertThat(answer.error().path("code").asString()).isEqualTo(code);
        assertThat(answer.error().path("error_id").asString()).matches("mita_[0-9a-f]{12}");
        assertThat(answer.error().path("timestamp").asString()).endsWith("Z");
        assertThat(answer.error().path("details").isObject()).isTrue();
        assertThat(answer.headers)
                .containsEntry("content-type", "application/json")
                .containsEntry("content-length", String.valueOf(answer.body.length()))
                .containsEntry("x-content-type-options", "nosniff")
                .containsEntry("x-frame-options", "DENY")
                .containsKeys("strict-transport-security", "content-security-policy", "permissions-policy");
        assertThat(answer.headers.get("x-request-id")).matches(id);
        assertThat(answer.headers.get("x-response-time-ms")).matches("[0-9]+\\.[0-9]{2}");
    }

    private Answer send(String method, String address, String header) throws IOException {
        var request = method + " " + address + " HTTP/1.1\r\nHost: mita\r\n" + header + "\r\nConnection: close\r\n\r\n";
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(request.getBytes(UTF_8));
            socket.getOutputStream().flush();
            var text = new String(socket.getInputStream().readAllBytes(), UTF_8);
            int end = text.indexOf("\r\n\r\n");
            var lines = text.substring(0, end).split("\r\n");
            var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
            for (int i = 1; i < lines.length; i++) {
                var parts = lines[i].split(": ", 2);
                headers.put(parts[0], parts[1]);
            }
            return new Answer(Integer.parseInt(lines[0].split(" ")[1]), headers, text.substring(end + 4));
        }
    }
}
