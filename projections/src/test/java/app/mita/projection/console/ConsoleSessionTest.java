package app.mita.projection.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import app.mita.projection.operations.RunningProjections;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets into the console, and that its ways in are nobody else's. */
class ConsoleSessionTest {

    private static ConsoleBed bed;

    @BeforeAll
    static void start() {
        bed = new ConsoleBed();
    }

    @AfterAll
    static void stop() {
        bed.close();
    }

    @BeforeEach
    void signOut() {
        bed.cookies.clear();
    }

    @Test
    void aStrangerIsAskedToSignInAndLedBack() {
        var asked = bed.get("/ops/console/events?type=UserRegistered");
        assertThat(asked.status()).isEqualTo(303);
        assertThat(asked.location()).startsWith(ConsoleBed.SIGN_IN + "?to=");
        var form = bed.get(asked.location());
        assertThat(form.status()).isEqualTo(200);
        assertThat(form.html()).contains("value=\"/ops/console/events?type=UserRegistered\"");
        var signedIn = bed.post(
                ConsoleBed.SIGN_IN,
                Map.of(
                        "token",
                        RunningProjections.TOKEN,
                        "name",
                        "ada",
                        "to",
                        "/ops/console/events?type=UserRegistered"));
        assertThat(signedIn.status()).isEqualTo(303);
        assertThat(signedIn.location()).isEqualTo("/ops/console/events?type=UserRegistered");
        assertThat(signedIn.headers().get("Set-Cookie")).singleElement(STRING).satisfies(cookie -> {
            assertThat(cookie)
                    .containsIgnoringCase("HttpOnly")
                    .contains("SameSite=Strict", "Path=/ops", "Max-Age=43200");
            assertThat(kept(cookie)).startsWith("pass.").doesNotContain(RunningProjections.TOKEN);
        });
        assertThat(bed.get(signedIn.location()).text()).contains("token:ada");
        var out = bed.post("/ops/console/sign-out", Map.of());
        assertThat(out.location()).isEqualTo(ConsoleBed.SIGN_IN);
        assertThat(bed.get("/ops").status()).isEqualTo(303);
    }

    /** Of a cookie as it is set. */
    private static String kept(String cookie) {
        var value = cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
        return new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8);
    }

    @Test
    void aPartThatRefreshesItselfLeadsThePageThere() {
        bed.client
                .get()
                .uri("/ops/console/live")
                .header("HX-Request", "true")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .valueEquals("HX-Redirect", ConsoleBed.SIGN_IN);
    }

    @Test
    void wrongTokensAndNamesAreTold() {
        assertThat(bed.post(ConsoleBed.SIGN_IN, Map.of("token", "wrong", "name", "ada"))
                        .status())
                .isEqualTo(401);
        assertThat(bed.post(ConsoleBed.SIGN_IN, Map.of("name", "ada")).status()).isEqualTo(401);
        var nameless = bed.post(ConsoleBed.SIGN_IN, Map.of("token", RunningProjections.TOKEN, "name", "<b>"));
        assertThat(nameless.status()).isEqualTo(422);
        assertThat(nameless.html())
                .contains("Say who you are", "&lt;b&gt;")
                .doesNotContain("<b>", RunningProjections.TOKEN);
        assertThat(bed.cookies).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example/ops",
                "//elsewhere.example",
                "/ops/console/\\x",
                "/ops/console/<x>",
                "/api/dashboard",
                "javascript:alert(1)"
            })
    void nobodyIsLedElsewhere(String to) {
        var signedIn = bed.post(ConsoleBed.SIGN_IN, Map.of("token", RunningProjections.TOKEN, "name", "ada", "to", to));
        assertThat(signedIn.location()).isEqualTo("/ops");
    }

    @Test
    void formsOfOtherSitesAreRefused() {
        var token = Map.of("token", RunningProjections.TOKEN, "name", "ada");
        assertThat(bed.post(ConsoleBed.SIGN_IN, token, "https://elsewhere.example")
                        .status())
                .isEqualTo(403);
        bed.signIn();
        var form = Map.of("verb", "pause", "reason", "x", "confirm", "yes");
        for (var origin : new String[] {"https://elsewhere.example", "null", "http://127.0.0.1:1"}) {
            assertThat(bed.post("/ops/console/projections/dashboard", form, origin)
                            .status())
                    .as(origin)
                    .isEqualTo(403);
        }
        assertThat(bed.get("/ops/console/projections/dashboard").text())
                .contains("Pause Nothing is folded")
                .doesNotContain("Held by an operator", "What was done");
    }

    /** Only the pages know cookies: no other route can be reached by what a browser sends by itself. */
    @Test
    void theCookieOpensNothingElse() {
        bed.signIn();
        for (var path : new String[] {"/ops/projections", "/ops/dead-letters", "/ops/operations", "/ops/instances"}) {
            var refused = bed.get(path);
            assertThat(refused.status()).as(path).isEqualTo(401);
            assertThat(refused.html()).contains("AUTH_1003");
        }
    }

    @Test
    void otherRoutesAnswerAsBefore() {
        for (var path : new String[] {"/nowhere", "/api/nowhere", "/ops/nowhere", "/opsx"}) {
            var unknown = bed.get(path);
            assertThat(unknown.status()).as(path).isEqualTo(404);
            assertThat(unknown.html()).contains("\"success\":false", "RESOURCE_3001");
        }
        var asked = bed.running.get("/ops/projections");
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.data().size()).isGreaterThan(5);
        assertThat(bed.get("/openapi.json").html()).doesNotContain("/ops/console");
    }

    @Test
    void theFilesOfThePagesAreKeptByBrowsers() {
        var form = bed.get(ConsoleBed.SIGN_IN).html();
        for (var name : new String[] {"console.css", "console.js", "htmx.js", "icon.svg"}) {
            var path = form.replaceAll("(?s).*\"(/ops/assets/[0-9a-f]+/" + name.replace(".", "\\.") + ")\".*", "$1");
            var file = bed.get(path);
            assertThat(file.status()).as(path).isEqualTo(200);
            assertThat(file.headers().getCacheControl()).contains("immutable");
        }
        assertThat(bed.get("/ops/assets/x/console.css").headers().getCacheControl())
                .isEqualTo("no-cache");
        assertThat(bed.get("/ops/assets/x/secrets.properties").status()).isEqualTo(404);
    }
}
