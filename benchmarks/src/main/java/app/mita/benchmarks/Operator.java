package app.mita.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The operators' side of a running system, with the token that {@code ./mita} keeps in its data directory. */
final class Operator {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Client client;
    private final String token;

    Operator(Client client, Path data) throws IOException {
        this.client = client;
        this.token = token(data);
    }

    /** @return the number of the generation that is being built */
    int replay(String projection) throws IOException, InterruptedException {
        var begun = client.post(
                "/ops/projections/" + projection + "/replay", token, "{\"reason\": \"measuring its speed\"}");
        return data(Client.expect(200, begun)).path("result").path("generation").asInt();
    }

    JsonNode projection(String name) throws IOException, InterruptedException {
        return data(Client.expect(200, client.get("/ops/projections/" + name, token)));
    }

    boolean isLive(String projection, int generation) throws IOException, InterruptedException {
        return projection(projection).path("live").path("number").asInt() == generation;
    }

    private static JsonNode data(String body) {
        return JSON.readTree(body).path("data");
    }

    private static String token(Path data) throws IOException {
        for (var line : Files.readAllLines(data.resolve("secrets.properties"))) {
            if (line.startsWith("ops-token=")) {
                return line.substring("ops-token=".length());
            }
        }
        throw new IOException("no ops-token in " + data);
    }
}
