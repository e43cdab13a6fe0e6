package app.mita.standalone;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * A start for the JVM's sake: it notes which classes a start needs and how the methods of a busy day behave, so that
 * later starts are quicker and need less time to get up to speed. A few users live that day over an empty directory, and an
 * operator replays it: the first replay of a process would take a share of the processors for compiling, beside its readers.
 */
final class Rehearsal {

    private static final List<String> REQUESTS = List.of("/health", "/openapi.json", "/api/dashboard", "/docs");
    private static final List<String> SCREENS = List.of(
            "/api/dashboard", "/api/dashboard/quick-stats", "/api/transactions/", "/api/calendar/current-month");
    private static final Pattern ACCESS_TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");
    private static final int USERS = 24;
    private static final int ROUNDS = 80;
    private static final int REPLAYS = 5;
    private static final Duration LONGEST_REPLAY = Duration.ofSeconds(20);

    private final HttpClient http;
    private final URI api;

    private Rehearsal(HttpClient http, URI api) {
        this.http = http;
        this.api = api;
    }

    /**
     * Which answers come does not matter, as long as some do.
     *
     * @param opsToken the operators'
     */
    static void ask(URI api, String opsToken) throws InterruptedException {
        try (var http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var rehearsal = new Rehearsal(http, api);
            REQUESTS.forEach(path -> rehearsal.get(path, "").join());
            var days = IntStream.range(0, USERS).mapToObj(_ -> rehearsal.day()).toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(days).join();
            replay(new OpsApi(api, opsToken));
        } catch (CompletionException e) {
            throw new OperatorError("The rehearsal got no answer: " + Causes.root(e));
        }
    }

    private static void replay(OpsApi ops) throws InterruptedException {
        for (int round = 0; round < REPLAYS; round++) {
            for (var projection : ops.get("/ops/projections")) {
                ops.post(
                        "/ops/projections/" + projection.path("name").asString() + "/replay",
                        Map.of("reason", "a rehearsal"));
            }
            long until = System.nanoTime() + LONGEST_REPLAY.toNanos();
            while (System.nanoTime() < until && isReplaying(ops.get("/ops/projections"))) {
                Thread.sleep(ProgressBar.EVERY);
            }
        }
    }

    private static boolean isReplaying(JsonNode projections) {
        return projections.valueStream().anyMatch(projection -> projection.hasNonNull("next"));
    }

    private CompletableFuture<Void> day() {
        var account = "{\"email\": \"%s@rehearsal.invalid\", \"password\": \"Str0ng!Pass#2026\", \"country\": \"US\"}"
                .formatted(UUID.randomUUID());
        return post("/api/auth/register", "", account).thenCompose(registered -> {
            var found = ACCESS_TOKEN.matcher(registered.body());
            var token = found.find() ? found.group(1) : "";
            CompletableFuture<?> day = post("/api/onboarding/submit", token, """
                    {"income": {"monthly_income": 6000}, "fixed_expenses": {"rent": 1500}}""");
            for (int round = 0; round < ROUNDS; round++) {
                var screen = SCREENS.get(round % SCREENS.size());
                day = day.thenCompose(
                                _ -> post("/api/transactions/", token, "{\"amount\": 1.25, \"category\": \"food\"}"))
                        .thenCompose(_ -> get(screen, token))
                        .thenCompose(_ -> get("/api/dashboard", token));
            }
            return day.thenAccept(_ -> {});
        });
    }

    private CompletableFuture<HttpResponse<String>> get(String path, String token) {
        return send(HttpRequest.newBuilder(api.resolve(path)), token);
    }

    private CompletableFuture<HttpResponse<String>> post(String path, String token, String json) {
        return send(
                HttpRequest.newBuilder(api.resolve(path))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json)),
                token);
    }

    private CompletableFuture<HttpResponse<String>> send(HttpRequest.Builder request, String token) {
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.sendAsync(request.build(), BodyHandlers.ofString());
    }
}
