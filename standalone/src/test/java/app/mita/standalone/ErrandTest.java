package app.mita.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is shown while some node does what was asked for. */
class ErrandTest {

    private final StringWriter out = new StringWriter();
    private final Queue<String> standings = new ArrayDeque<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/ops/republish", asked -> answer(asked, "requested", "null"));
        server.createContext("/ops/operations/", asked -> {
            var next = standings.remove();
            answer(asked, next.startsWith("!") ? next.substring(1) : "running", next.startsWith("!") ? "{}" : next);
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aRepublishSaysHowMuchOfTheLogIsPublished() throws Exception {
        await(Republish::show, "{\"events\": 2000, \"published\": 500}", "!done");
        assertThat(out.toString()).isEqualTo(" 25 %%  500 of 2,000 events published%n".formatted());
    }

    @Test
    void aRewrappingSaysHowMuchOfAllRestsOnTheNewKey() throws Exception {
        await(
                Keys.Rewrap::show,
                "{\"parts\": [{\"rewrapped\": 3, \"left\": 5}, {\"rewrapped\": 0, \"left\": 2}]}",
                "!done");
        assertThat(out.toString()).isEqualTo(" 30 %%  3 rewrapped, 7 left%n".formatted());
    }

    @Test
    void whereNobodyKnowsHowMuchThereIsThereIsNoShare() throws Exception {
        await(Keys.Rewrap::show, "{\"parts\": []}", "!done");
        await(Republish::show, "{\"events\": 0, \"published\": 0}", "!done");
        assertThat(out.toString().lines()).containsExactly("0 rewrapped, 0 left", "0 of 0 events published");
    }

    @Test
    void onATerminalThereIsABar() {
        try (var bar = new ProgressBar(new PrintWriter(out), true, false)) {
            Republish.show(bar, JsonMapper.shared().readTree("{\"events\": 2000, \"published\": 500}"));
        }
        assertThat(out.toString()).contains("[#######-----------------------]  25 %  500 of 2,000 events published");
    }

    @Test
    void itsFailureIsTold() {
        assertThatThrownBy(() -> await(Republish::show, "!failed"))
                .isInstanceOf(OperatorError.class)
                .hasMessage("It failed: see the log");
    }

    /** @param told one after the other; with a mark in front it is the state that it ends in */
    private void await(BiConsumer<ProgressBar, JsonNode> progress, String... told) throws Exception {
        standings.addAll(List.of(told));
        var api =
                new OpsApi(URI.create("http://127.0.0.1:" + server.getAddress().getPort()), "token");
        Errand.await(api, "/ops/republish", Map.of("reason", "a test"), new PrintWriter(out, true), false, progress);
    }

    private static void answer(HttpExchange asked, String state, String result) throws IOException {
        try (asked) {
            var body = "{\"data\": {\"id\": \"one\", \"state\": \"%s\", \"result\": %s}}"
                    .formatted(state, result)
                    .getBytes(StandardCharsets.UTF_8);
            asked.sendResponseHeaders(200, body.length);
            asked.getResponseBody().write(body);
        }
    }
}
