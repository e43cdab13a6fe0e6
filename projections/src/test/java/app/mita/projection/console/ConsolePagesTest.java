package app.mita.projection.console;

import static org.assertj.core.api.Assertions.assertThat;

import app.mita.projection.engine.TestReadModels;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page and every form of the console, as a browser without scripts has them. */
class ConsolePagesTest {

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
    @ValueSource(
            strings = {
                "/ops",
                "/ops/",
                "/ops/console",
                "/ops/console/projections/dashboard",
                "/ops/console/dead-letters",
                "/ops/console/events",
                "/ops/console/users",
                "/ops/console/system",
                "/ops/console/audit",
                "/ops/console/audit?projection=calendar"
            })
    void pagesAreWhole(String path) {
        var page = bed.get(path);
        assertThat(page.status()).as(page.text()).isEqualTo(200);
        assertThat(page.headers().getFirst("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.headers().getFirst("Content-Security-Policy"))
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().getCacheControl()).isEqualTo("no-store");
        assertThat(page.html())
                .contains("<!DOCTYPE html>", "<html lang=\"en\"", "<main", "<nav aria-label", "<h1", "class=\"skip\"")
                .doesNotContain(" style=", "<style", " onclick", "th:", "${");
        assertThat(page.html().replaceAll("<script defer src=\"/ops/assets/[^\"]+\"></script>", ""))
                .doesNotContain("<script");
    }

    @Test
    void allProjectionsAreThere() {
        var page = bed.get("/ops");
        assertThat(page.text()).contains("dashboard running", "calendar running", "fragile running", "serves the app");
        Awaitility.await()
                .atMost(TestReadModels.DEADLINE)
                .until(() -> bed.get("/ops/console/live").html(), html -> html.contains("class=\"line\""));
        var live = bed.get("/ops/console/live").html();
        assertThat(live).contains("aria-label=\"Lag in events over the last", "hx-trigger=\"every 2s\"");
        assertThat(live).doesNotContain("<html", "<nav");
    }

    @Test
    void theLastErrorIsToldInShort() {
        bed.fail("dashboard", "9999-12-31T08:00:00Z <b>the disk is full</b>" + "!".repeat(300));
        try {
            var page = bed.get("/ops");
            assertThat(page.text())
                    .contains("Last error of a node, possibly long overcome: 9999-12-31T08:00:00Z <b>the disk", "!…")
                    .doesNotContain("!".repeat(200));
            assertThat(page.html())
                    .containsOnlyOnce("&lt;b&gt;the disk is full")
                    .doesNotContain("<b>the disk");
            assertThat(bed.get("/ops/console/projections/dashboard").text()).contains("!".repeat(300));
        } finally {
            bed.forgetFailure();
        }
    }

    @Test
    void aProjectionIsPausedAndResumed() {
        var paused = bed.perform("merchant", "pause", Map.of());
        assertThat(paused.text()).contains("pause: done", "paused Held by an operator", "Resume");
        var resumed = bed.perform("merchant", "resume", Map.of());
        assertThat(resumed.text()).contains("resume: done");
        Awaitility.await()
                .atMost(TestReadModels.DEADLINE)
                .until(() -> bed.get("/ops/console/projections/merchant").text().contains("running Follows"));
    }

    @Test
    void aReplayIsBuiltSwitchedToAndRolledBack() {
        var begun = bed.perform("transaction", "replay", Map.of("operation", "0f8fad5b-d9cb-469f-a165-70867728950e"));
        assertThat(begun.text()).contains("replay: done", "generation 2", "Waits for you to switch");
        var again = bed.perform("transaction", "replay", Map.of("operation", "0f8fad5b-d9cb-469f-a165-70867728950e"));
        assertThat(again.text()).contains("replay: done", "generation 2").doesNotContain("generation 3");
        assertThat(bed.post("/ops/console/projections/transaction", Map.of("verb", "replay", "reason", "twice"))
                        .status())
                .isEqualTo(409);
        assertThat(bed.perform("transaction", "replay/pause", Map.of()).text()).contains("Generation 2 is paused");
        bed.perform("transaction", "replay/resume", Map.of());
        Awaitility.await().atMost(TestReadModels.DEADLINE).until(() -> bed.get("/ops/console/projections/transaction")
                .text()
                .contains("Generation 2 is ready"));
        var ready = bed.get("/ops/console/projections/transaction/live?seen=old");
        assertThat(ready.headers().getFirst("HX-Trigger")).isEqualTo("verbs-changed");
        assertThat(ready.html()).contains("value=\"100.0\"", "hx-swap-oob");
        assertThat(bed.get("/ops/console/projections/transaction/verbs").text()).contains("Switch");

        assertThat(bed.perform("transaction", "switch", Map.of()).text()).contains("switch: done");
        bed.running.awaitLive("transaction", 2);
        assertThat(bed.perform("transaction", "rollback", Map.of()).text()).contains("rollback: done");
        bed.running.awaitLive("transaction", 1);
        bed.perform("transaction", "drop", Map.of());
        bed.perform("transaction", "replay", Map.of("from_position", "300"));
        assertThat(bed.get("/ops/console/projections/transaction").text()).contains("event from position 300 on");
        assertThat(bed.perform("transaction", "cancel", Map.of()).text()).contains("cancel: done");
        var itself =
                bed.perform("transaction", "replay", Map.of("from_time", "2020-01-01T00:00", "switches_itself", "yes"));
        assertThat(itself.text()).contains("replay: done");
        bed.running.awaitLive("transaction", 4);
    }

    @Test
    void verifyTellsWhatItFindsAndRebuildRepairsIt() {
        var user = bed.running
                .readModels
                .rows("select user_id from read_model.calendar order by 1 limit 1")
                .getFirst()
                .getFirst();
        bed.running.readModels.execute(
                "update read_model.calendar set document = '{\"nonsense\": 7}' where user_id = '" + user + "'");
        assertThat(bed.get(bed.verified("calendar")).text()).contains("1 difference: rebuild these users", user);
        assertThat(bed.perform("calendar", "rebuild-user", Map.of("user", user)).text())
                .contains("rebuild user: done");
        assertThat(bed.get(bed.verified("calendar")).text()).contains("The documents are what the log says");
    }

    @Test
    void whatWasDoneIsKeptWithItsReasonAndHarmless() {
        var reason = "<script>alert('x')</script>\u0000 & \"more\"";
        bed.perform("settings", "pause", Map.of("reason", reason));
        bed.perform("settings", "resume", Map.of("reason", reason));
        var audit = bed.get("/ops/console/audit?projection=settings");
        assertThat(audit.html()).doesNotContain("<script>alert").contains("&lt;script&gt;alert");
        assertThat(audit.text()).contains("token:ada", "pause settings done", "<script>alert('x')</script> & \"more\"");
        assertThat(bed.running.get("/ops/operations?projection=settings").data().toString())
                .contains("token:ada", "alert('x')");
    }

    @Test
    void whatWasDoneIsSearchedAndPaged() {
        bed.running.readModels.execute("""
            insert into operations.operation (id, verb, projection, arguments, operator, reason, state, requested_at)
            select gen_random_uuid(), case when n % 2 = 0 then 'replay/pause' else 'republish' end,
              case when n % 2 = 0 then 'profile' end, '{}', 'user:Grace ' || n % 3, 'deed ' || n || '.', 'done',
              timestamptz '2001-01-01 00:00:00Z' + n / 40 * interval '1 day'
            from generate_series(0, 119) n
            """);
        var path = "/ops/console/audit?operator=gRACE&until=2001-02-01T00%3A00";
        var seen = new TreeSet<String>();
        var page = bed.get(path);
        assertThat(page.text()).contains("50 deeds, the latest first.");
        while (true) {
            var deeds = Pattern.compile("deed [0-9]+\\.").matcher(page.html()).results();
            deeds.forEach(
                    deed -> assertThat(seen.add(deed.group())).as(deed.group()).isTrue());
            if (!page.html().contains(">Older<")) {
                break;
            }
            page = bed.get(page.html()
                    .replaceAll("(?s).*href=\"([^\"]+)\">Older<.*", "$1")
                    .replace("&amp;", "&"));
            assertThat(page.html()).contains("value=\"gRACE\"", "value=\"2001-02-01T00:00\"");
        }
        assertThat(seen).hasSize(120);
        assertThat(page.text()).contains("20 deeds on this page", "Start again");

        assertDeeds(60, "verb=replay/pause&until=2002-01-01T00:00");
        assertDeeds(60, "projection=profile&until=2002-01-01T00:00");
        assertDeeds(40, "from=2001-01-02T00:00&until=2001-01-03T00:00");
        assertDeeds(20, "operator=grace+1&verb=republish");
        assertThat(bed.get("/ops/console/audit?verb=explode").html())
                .contains("Nothing was found.", "<option value=\"explode\" selected=\"selected\">explode</option>");
    }

    private static void assertDeeds(int number, String query) {
        var first = bed.get("/ops/console/audit?" + query);
        if (number <= 50) {
            assertThat(first.text())
                    .contains(number + " deeds, the latest first.")
                    .doesNotContain("Older");
        } else {
            var older = first.html()
                    .replaceAll("(?s).*href=\"([^\"]+)\">Older<.*", "$1")
                    .replace("&amp;", "&");
            assertThat(bed.get(older).text())
                    .contains(number - 50 + " deeds on this page")
                    .doesNotContain("Older");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            404 | /ops/console/nowhere
            404 | /ops/console/projections/nobody
            404 | /ops/console/projections/No%20body
            404 | /ops/console/projections/nobody/live
            404 | /ops/console/projections/nobody/verbs
            422 | /ops/console/projections/dashboard?deed=x
            200 | /ops/console/projections/dashboard?deed=0f8fad5b-d9cb-469f-a165-70867728950f
            404 | /ops/console/dead-letters?projection=%27
            422 | /ops/console/dead-letters?after=-1
            422 | /ops/console/events?position=0
            422 | /ops/console/events?position=1e999
            422 | /ops/console/events?before=99999999999999999999999
            200 | /ops/console/events?before=999999999999999999
            422 | /ops/console/events?user=me
            422 | /ops/console/events?type=Nothing
            422 | /ops/console/events?from=yesterday
            422 | /ops/console/events?from=-999999999-01-01T00:00
            422 | /ops/console/events?until=2026-13-45T00:00
            422 | /ops/console/users/me
            422 | /ops/console/users?user=%00
            404 | /ops/console/users/0f8fad5b-d9cb-469f-a165-70867728950e
            404 | /ops/console/audit?projection=Nobody
            404 | /ops/console/audit?before=0f8fad5b-d9cb-469f-a165-70867728950f
            422 | /ops/console/audit?before=1
            422 | /ops/console/audit?from=yesterday
            200 | /ops/console/audit?operator=%25%27%00&verb=%27
            422 | /ops/console/deeds/x
            """)
    void whatCannotBeMeantIsToldOnAPage(int status, String path) {
        var page = bed.get(path);
        assertThat(page.status()).as(page.text()).isEqualTo(status);
        assertThat(page.headers().getFirst("Content-Type")).startsWith("text/html");
        assertThat(page.html()).contains("<h1");
    }

    @Test
    void formsThatDoNotFitAreTold() {
        var path = "/ops/console/projections/dashboard";
        assertRefused(422, path, Map.of("verb", "pause", "reason", "x"));
        assertRefused(422, path, Map.of("verb", "pause", "confirm", "yes"));
        assertRefused(422, path, Map.of("verb", "pause", "confirm", "yes", "reason", " "));
        assertRefused(422, path, Map.of("verb", "resume", "reason", "x".repeat(501)));
        assertRefused(422, path, Map.of("verb", "explode", "reason", "x"));
        assertRefused(422, path, Map.of());
        assertRefused(422, path, Map.of("verb", "replay", "reason", "x", "from_position", "-3"));
        assertRefused(422, path, Map.of("verb", "replay", "reason", "x", "from_time", "soon"));
        assertRefused(
                422,
                path,
                Map.of("verb", "replay", "reason", "x", "from_position", "3", "from_time", "2026-01-01T00:00"));
        assertRefused(422, path, Map.of("verb", "rebuild-user", "reason", "x"));
        assertRefused(422, path, Map.of("verb", "rebuild-user", "reason", "x", "user", "me"));
        assertRefused(
                404,
                path,
                Map.of(
                        "verb",
                        "rebuild-user",
                        "reason",
                        "x",
                        "user",
                        UUID.randomUUID().toString()));
        assertRefused(409, path, Map.of("verb", "switch", "reason", "x", "confirm", "yes"));
        assertRefused(409, path, Map.of("verb", "rollback", "reason", "x", "confirm", "yes"));
        assertRefused(404, "/ops/console/projections/nobody", Map.of("verb", "verify", "reason", "x"));
        assertRefused(404, "/ops/console/dead-letters", Map.of("verb", "retry-all", "reason", "x"));
        assertRefused(
                422, "/ops/console/dead-letters", Map.of("verb", "retry", "projection", "fragile", "reason", "x"));
        assertRefused(
                422,
                "/ops/console/dead-letters",
                Map.of("verb", "discard", "projection", "fragile", "position", "1", "reason", "x"));
        assertRefused(
                404,
                "/ops/console/dead-letters",
                Map.of("verb", "discard", "projection", "fragile", "position", "1", "reason", "x", "confirm", "yes"));
    }

    private static void assertRefused(int status, String path, Map<String, String> form) {
        var page = bed.post(path, form);
        assertThat(page.status()).as(form + " " + page.text()).isEqualTo(status);
        assertThat(page.html()).contains("<h1", "role=\"alert\"");
    }
}
