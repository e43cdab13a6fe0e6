package app.mita.projection.console;

import static app.mita.projection.engine.TestEngine.MODELS;

import app.mita.api.event.RecordedEvent;
import app.mita.projection.engine.Lives;
import app.mita.projection.engine.TestReadModels;
import app.mita.projection.history.History;
import app.mita.projection.operations.Fragile;
import app.mita.projection.operations.RunningProjections;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.test.web.reactive.server.FluxExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.util.HtmlUtils;

/** The console over a log with some users in it, and a browser without scripts. */
final class ConsoleBed implements AutoCloseable {

    static final String SIGN_IN = "/ops/console/sign-in";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    final Fragile fragile = new Fragile();
    final RunningProjections running = new RunningProjections(fragile);
    final WebTestClient client;
    final Map<String, String> cookies = new HashMap<>();

    ConsoleBed() {
        running.happen(Lives.shuffled(1, 12, 400));
        awaitAll();
        client = WebTestClient.bindToServer()
                .baseUrl(running.address())
                .responseTimeout(PATIENCE)
                .build();
        awaitReported();
    }

    /** Every projection's node has said what it holds. */
    private void awaitReported() {
        Awaitility.await().atMost(TestReadModels.DEADLINE).until(() -> running.get("/ops/projections")
                .data()
                .valueStream()
                .allMatch(projection -> projection.path("state").asString().equals("running")));
    }

    /** An answer; the text is as people see it, without what only browsers read. */
    record Page(int status, HttpHeaders headers, String html) {

        String text() {
            return HtmlUtils.htmlUnescape(html.replaceAll("(?s)<[^>]*>", " ").replaceAll("\\s+", " "));
        }

        String location() {
            return Objects.requireNonNull(headers.getFirst(HttpHeaders.LOCATION), () -> status + " " + text());
        }
    }

    void signIn() {
        var page = post(SIGN_IN, Map.of("token", RunningProjections.TOKEN, "name", "ada"));
        Objects.requireNonNull(page.location());
    }

    /** @param path with a place on the page or without: that is the browser's */
    Page get(String path) {
        return page(client.get()
                .uri(URI.create(running.address() + path.replaceAll("#.*", "")))
                .cookies(all -> cookies.forEach(all::add))
                .exchange());
    }

    /** Of a page of our own. */
    Page post(String path, Map<String, String> form) {
        return post(path, form, running.address());
    }

    Page post(String path, Map<String, String> form, String origin) {
        return page(client.post()
                .uri(path)
                .cookies(all -> cookies.forEach(all::add))
                .header(HttpHeaders.ORIGIN, origin)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue(form.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")))
                .exchange());
    }

    /** The page that a form leads to. */
    Page done(String path, Map<String, String> form) {
        return get(post(path, form).location());
    }

    Page perform(String projection, String verb, Map<String, String> further) {
        var form = new HashMap<>(Map.of("verb", verb, "reason", "a test", "confirm", "yes"));
        form.putAll(further);
        return done("/ops/console/projections/" + projection, form);
    }

    /** The page of a verification that is over. */
    String verified(String projection) {
        var asked = post("/ops/console/projections/" + projection, Map.of("verb", "verify", "reason", "a look"))
                .location();
        Awaitility.await()
                .atMost(TestReadModels.DEADLINE)
                .until(() -> get(asked).text().contains("verify: done"));
        return asked;
    }

    /** A user with an event that cannot be counted, and that many behind it. */
    RecordedEvent poison(UUID user, int number, int behind) {
        var appended = running.log.append(
                History.random(user.hashCode(), user, number + behind).events());
        var poison = appended.get(number - 1);
        fragile.poisoned.add(poison.id());
        running.readModels.store(running.log, appended);
        running.log.publish(appended);
        awaitAll();
        return poison;
    }

    /** A node that has to do with this projection only says what went wrong last, until it is forgotten. */
    void fail(String projection, String failure) {
        running.readModels.execute("""
            insert into read_model.instance (id, versions, standings, failure, seen_at) values ('failed', '{}',
              '[{"projection": "%s", "generation": 99, "partitions": 1, "lag_events": 0, "lag_seconds": 0, "rate": 0}]',
              '%s', now() + interval '1 hour')
            """.formatted(projection, failure));
    }

    void forgetFailure() {
        running.readModels.execute("delete from read_model.instance where id = 'failed'");
    }

    void awaitAll() {
        running.readModels.awaitApplied(running.log, MODELS);
        running.readModels.awaitApplied(running.log, List.of(fragile));
    }

    @Override
    public void close() {
        running.close();
    }

    private Page page(WebTestClient.ResponseSpec answer) {
        FluxExchangeResult<String> result = answer.returnResult(String.class);
        result.getResponseCookies().values().stream().flatMap(List::stream).forEach(this::keep);
        var html = result.getResponseBody().collect(Collectors.joining("\n")).block(PATIENCE);
        return new Page(result.getStatus().value(), result.getResponseHeaders(), html == null ? "" : html);
    }

    private void keep(ResponseCookie cookie) {
        if (cookie.getMaxAge().isZero()) {
            cookies.remove(cookie.getName());
        } else {
            cookies.put(cookie.getName(), cookie.getValue());
        }
    }
}
