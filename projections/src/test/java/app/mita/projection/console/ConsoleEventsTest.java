package app.mita.projection.console;

import static org.assertj.core.api.Assertions.assertThat;

import app.mita.api.event.EventTypes;
import app.mita.projection.engine.TestReadModels;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the console shows of events: those that failed, the log, one user's life; and that nothing of it is personal. */
class ConsoleEventsTest {

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

    @Test
    void aPoisonedEventIsToldEverywhereFoundAndRepaired() {
        var user = UUID.randomUUID();
        var poison = bed.poison(user, 10, 20);
        assertThat(bed.get("/ops/console/audit").text())
                .contains("1 event could not be applied in fragile", "20 later events", "Look and repair");
        var seen = bed.get("/ops/console/attention?seen=nothing");
        assertThat(seen.text()).contains("Look and repair");
        assertThat(bed.get("/ops/console/attention?seen=1-20-fragile").status()).isEqualTo(204);

        var letters = bed.get("/ops/console/dead-letters?projection=fragile");
        assertThat(letters.text())
                .contains(
                        "IllegalStateException: cannot count this",
                        "20 later events of this user wait",
                        "java.lang.IllegalStateException",
                        "Try again");
        assertNothingPersonal(letters.html());
        var retry = Map.of("verb", "retry", "projection", "fragile", "user", user.toString(), "reason", "let us see");
        assertThat(bed.done("/ops/console/dead-letters", retry).text())
                .contains("It failed again: 21 events still wait");

        bed.fragile.poisoned.remove(poison.id());
        assertThat(bed.done("/ops/console/dead-letters", retry).text())
                .contains("Repaired: 21 events applied", "There are none.")
                .doesNotContain("could not be applied");
    }

    @Test
    void anEventIsLeftOutAndTheOthersAreTriedAgain() {
        var first = bed.poison(UUID.randomUUID(), 5, 10);
        var second = bed.poison(UUID.randomUUID(), 3, 0);
        assertThat(bed.get("/ops/console/dead-letters").text()).contains("Try all of fragile again");
        var left = bed.done(
                "/ops/console/dead-letters",
                Map.of(
                        "verb",
                        "discard",
                        "projection",
                        "fragile",
                        "position",
                        String.valueOf(first.position()),
                        "confirm",
                        "yes",
                        "reason",
                        "never fits"));
        assertThat(left.text()).contains("discard: done", "Left out for good; 10 events behind it applied.");
        bed.fragile.poisoned.remove(second.id());
        var asked = bed.post(
                "/ops/console/dead-letters", Map.of("verb", "retry-all", "projection", "fragile", "reason", "fixed"));
        Awaitility.await()
                .atMost(TestReadModels.DEADLINE)
                .until(() -> bed.get(asked.location()).text().contains("There are none."));
    }

    @Test
    void theLogIsSearched() {
        var all = bed.get("/ops/console/events");
        assertThat(all.text()).contains("50 events, the newest first", "Older");
        assertNothingPersonal(all.html());
        var event = bed.running.log.events().get(100);
        var type = EventTypes.nameOf(event.payload().getClass());
        var found = bed.get("/ops/console/events?user=" + event.user() + "&type=" + type + "&position=101");
        assertThat(found.html()).contains("/ops/console/users/" + event.user() + "?at=101\"");
        assertThat(bed.get("/ops/console/events?position=1").text()).contains("1 event, the newest first");

        var time = event.occurredAt().toString();
        assertThat(bed.get("/ops/console/events?user=" + event.user() + "&from=" + time + "&type=" + type)
                        .html())
                .contains("?at=101\"");
        assertThat(bed.get("/ops/console/events?user=" + event.user() + "&until=" + time)
                        .html())
                .doesNotContain("?at=101\"");
        assertThat(bed.get("/ops/console/events?from=2200-01-01T00:00").text()).contains("Nothing was found");
        assertThat(bed.get("/ops/console/events?until=1999-01-01T00:00").text()).contains("Nothing was found");
    }

    @Test
    void theLogIsPagedToItsBeginning() {
        var page = bed.get("/ops/console/events?type=UserRegistered&until=2199-01-01T00%3A00");
        int pages = 1;
        while (page.html().contains(">Older<")) {
            var older = page.html()
                    .replaceAll("(?s).*href=\"([^\"]+)\">Older<.*", "$1")
                    .replace("&amp;", "&");
            assertThat(older).contains("type=UserRegistered", "until=2199-01-01T00");
            page = bed.get(older);
            assertThat(page.status()).isEqualTo(200);
            assertThat(++pages).isLessThan(50);
        }
        var whole = bed.get("/ops/console/events");
        for (int i = 0; whole.html().contains(">Older<"); i++) {
            assertThat(i).isLessThan(100);
            whole = bed.get(whole.html().replaceAll("(?s).*href=\"([^\"]+)\">Older<.*", "$1"));
        }
        assertThat(whole.html()).contains("?at=1\"");
    }

    @Test
    void aUsersReadModelIsShownAsItWas() {
        var user = bed.running.log.events().getFirst().user();
        var own = bed.running.log.events().stream()
                .filter(event -> event.user().equals(user))
                .toList();
        var third = own.get(2);
        var page = bed.get("/ops/console/users/" + user + "?model=fragile&at=" + third.position());
        assertThat(page.text())
                .contains(
                        "Folded from 3 events",
                        "\"events\" : 3",
                        "\"last\" : \"" + third.payload().getClass().getSimpleName());
        assertThat(page.html()).contains("One event back", "One event on", "<rect class=\"past\"");
        assertNothingPersonal(page.html());
        for (var model : new String[] {"profile", "dashboard", "transaction", "merchant", "calendar"}) {
            var past = bed.get("/ops/console/users/" + user + "?model=" + model);
            assertThat(past.status()).as(past.text()).isEqualTo(200);
            assertNothingPersonal(past.html());
        }
        assertThat(bed.get("/ops/console/users/" + user + "?model=profile").text())
                .contains("(personal ");
        assertThat(bed.get("/ops/console/users/" + user + "?model=nobody").status())
                .isEqualTo(404);
        assertThat(bed.get("/ops/console/users/" + user + "?at=0").status()).isEqualTo(422);
        assertThat(bed.get("/ops/console/users/" + user + "?at=999999999999").status())
                .isEqualTo(200);
        assertThat(bed.get("/ops/console/users?user=" + user).location()).isEqualTo("/ops/console/users/" + user);
    }

    /** Texts of the generated lives, as plain and as sealed. */
    private static void assertNothingPersonal(String html) {
        assertThat(html).doesNotContainIgnoringCase("Corner Shop").doesNotContain("enc:v1", "Österreich", "@example");
    }
}
