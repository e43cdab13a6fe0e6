package app.mita.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Pattern;

/** The API as one client sees it. Addresses outside the loopback are refused: a load goes to this machine only. */
final class Client {

    private static final Pattern ACCESS_TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI base;

    Client(URI base) {
        if (!base.getHost().equals("localhost") && !base.getHost().startsWith("127.")) {
            throw new IllegalArgumentException("a load run goes to the loopback only, not to " + base.getHost());
        }
        this.base = base;
    }

    /** @return the access token of a new user who answered the onboarding questions */
    String newUser(String email) throws IOException, InterruptedException {
        var registered = post(
                "/api/auth/register",
                "",
                "{\"email\": \"%s\", \"password\": \"Str0ng!Pass#2026\", \"country\": \"US\"}".formatted(email));
        var token = ACCESS_TOKEN.matcher(expect(201, registered));
        if (!token.find()) {
            throw new IOException("no access token in " + registered.body());
        }
        var onboarded = post("/api/onboarding/submit", token.group(1), """
                {"income": {"monthly_income": 6000}, "fixed_expenses": {"rent": 1500, "utilities": 200},
                 "spending_habits": {}, "goals": {"savings_goal_amount_per_month": 400}}""");
        expect(200, onboarded);
        return token.group(1);
    }

    HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        return http.send(request(path, token).GET().build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String token, String json, String... headers)
            throws IOException, InterruptedException {
        var request =
                request(path, token).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    static String expect(int status, HttpResponse<String> response) throws IOException {
        if (response.statusCode() != status) {
            throw new IOException(response.uri() + " answered " + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }

    private HttpRequest.Builder request(String path, String token) {
        var request = HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(30));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }
}
