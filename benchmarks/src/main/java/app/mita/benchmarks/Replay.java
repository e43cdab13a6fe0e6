package app.mita.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How fast projections are built anew, by what the builder says itself and by the clock. */
@Command(
        name = "replay",
        description = "Replays projections of a running system, one after the other, and prints events a second.",
        mixinStandardHelpOptions = true)
final class Replay implements Callable<Integer> {

    private static final Duration EVERY = Duration.ofMillis(100);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Option(names = "--url", defaultValue = "http://127.0.0.1:8080", description = "default: ${DEFAULT-VALUE}")
    private URI url = URI.create("http://127.0.0.1:8080");

    @Option(names = "--data", description = "data directory of ./mita, for the token (default: ~/.mita)")
    private Path data = Path.of(System.getProperty("user.home"), ".mita");

    @Option(
            names = "--at-least",
            paramLabel = "N",
            defaultValue = "0",
            description = "events a second; a projection below it makes this exit with 1 (the promise: 50000)")
    private long atLeast = 0;

    @Parameters(arity = "1..*", paramLabel = "NAME", description = "projections")
    private List<String> names = List.of();

    @Override
    public Integer call() throws Exception {
        var client = new Client(url);
        var token = token();
        int slow = 0;
        for (var name : names) {
            var started = System.nanoTime();
            var begun = data(Client.expect(
                    200,
                    client.post(
                            "/ops/projections/" + name + "/replay", token, "{\"reason\": \"measuring its speed\"}")));
            int generation = begun.path("result").path("generation").asInt();
            double caughtUp = 0;
            JsonNode projection;
            do {
                Thread.sleep(EVERY);
                projection = data(Client.expect(200, client.get("/ops/projections/" + name, token)));
                var next = projection.path("next");
                if (caughtUp == 0 && next.path("remaining").asLong(-1) == 0) {
                    caughtUp = seconds(started);
                }
            } while (projection.path("live").path("number").asInt() != generation);
            double live = seconds(started);
            long applied = projection.path("live").path("applied").asLong();
            double took = caughtUp == 0 ? live : caughtUp;
            boolean tooSlow = applied / took < atLeast;
            slow += tooSlow ? 1 : 0;
            System.out.printf(
                    "%s: %,d events, caught up after %.1f s (%,.0f events/s%s), live after %.1f s%n",
                    name, applied, took, applied / took, tooSlow ? ", too slow" : "", live);
        }
        return slow > 0 ? 1 : 0;
    }

    private String token() throws IOException {
        for (var line : Files.readAllLines(data.resolve("secrets.properties"))) {
            if (line.startsWith("ops-token=")) {
                return line.substring("ops-token=".length());
            }
        }
        throw new IOException("no ops-token in " + data);
    }

    private static JsonNode data(String body) {
        return JSON.readTree(body).path("data");
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
