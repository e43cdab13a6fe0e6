package app.mita.projection.console;

import static app.mita.projection.console.ConsoleBrowser.DESK;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The console without a mouse, also while htmx replaces parts of a page. Skipped where no Chromium is installed. */
class ConsoleKeyboardTest {

    private static final int MOST_STOPS = 300;

    /** All that can be used, in the order of the page. */
    private static final String USABLE = """
            () => [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')]
              .filter(one => one.checkVisibility() && one.type !== 'hidden').map(one => window.told(one))
            """;

    /** What has the focus, or {@code the same} as before; empty when it is the page as a whole. */
    private static final String FOCUSED = """
            () => {
              const one = document.activeElement;
              if (one === null || one === document.body) return '';
              const style = getComputedStyle(one);
              const box = one.getBoundingClientRect();
              const seen = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
                && box.bottom > 0 && box.top < innerHeight;
              const moved = one !== window.last;
              window.last = one;
              return !seen ? window.told(one) + ' without a visible focus' : moved ? window.told(one) : 'the same';
            }
            """;

    private static final String TOLD = "window.told = one =>"
            + " [one.localName, one.id, one.name, one.textContent.trim().slice(0, 40)].filter(text => text).join(' ');";

    private static ConsoleBed bed;
    private static ConsoleBrowser browser;

    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void start() {
        ConsoleBrowser.demandChromium();
        bed = new ConsoleBed();
        browser = new ConsoleBrowser(bed);
        bed.signIn();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        if (bed != null) {
            bed.close();
        }
    }

    @BeforeEach
    void signIn() {
        context = browser.context(ColorScheme.LIGHT, DESK);
        context.addInitScript(TOLD);
        page = browser.signedIn(context);
    }

    @AfterEach
    void nothingIsComplainedOf() {
        context.close();
        assertThat(browser.complaints).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ops",
                "/ops/console/projections/dashboard",
                "/ops/console/dead-letters",
                "/ops/console/events?position=9",
                "/ops/console/users",
                "/ops/console/system",
                "/ops/console/audit",
                "/ops/console/nowhere"
            })
    void tabGoesToAllThatCanBeUsedAndShowsWhereItIs(String path) {
        browser.open(page, path);
        page.evaluate(ConsoleBrowser.UNFOLD);
        assertThat(stops()).isEqualTo(page.evaluate(USABLE));
    }

    /** Fields of several parts, as a time's, are one stop. */
    private List<String> stops() {
        var stops = new ArrayList<String>();
        for (int i = 0; i < MOST_STOPS; i++) {
            page.keyboard().press("Tab");
            var focused = (String) page.evaluate(FOCUSED);
            if (focused.isEmpty()) {
                return stops;
            }
            if (!focused.equals("the same")) {
                stops.add(focused);
            }
        }
        return stops;
    }

    @Test
    void theFirstStopLeadsPastTheNavigation() {
        browser.open(page, "/ops");
        page.keyboard().press("Tab");
        assertThat(page.locator(":focus")).hasText("To the content");
        page.keyboard().press("Enter");
        assertThat(page.locator(":focus")).hasId("main");
        page.keyboard().press("Tab");
        assertThat(page.locator(":focus")).hasText("analytics");
        // The part that it is in is put in place anew every two seconds.
        page.waitForResponse(response -> response.url().contains("/ops/console/live"), () -> {});
        page.waitForResponse(response -> response.url().contains("/ops/console/live"), () -> {});
        assertThat(page.locator(":focus")).hasText("analytics");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("analytics");
    }

    @Test
    void aFormLeadsToWhatCameOfIt() {
        browser.open(page, "/ops/console/projections/settings");
        page.locator("#verb-verify > summary").press("Enter");
        page.keyboard().press("Tab");
        page.keyboard().type("a look");
        page.keyboard().press("Enter");
        assertThat(page.locator(":focus")).hasId("deed");
        assertThat(page.locator("#deed")).containsText("verify: done");
        assertThat(page.locator(":focus")).hasId("deed");
    }

    /** What can be done changes with the state; what somebody is filling in stays as it is. */
    @Test
    void aHalfFilledFormOutlivesAChangeOfState() {
        browser.open(page, "/ops/console/projections/profile");
        page.locator("#verb-verify > summary").press("Enter");
        page.keyboard().press("Tab");
        page.keyboard().type("half a rea");
        bed.perform("profile", "pause", Map.of());
        assertThat(page.locator("#verb-resume")).isVisible();
        assertThat(page.locator("#said")).containsText("profile is paused");
        page.keyboard().type("son");
        assertThat(page.locator("#verb-verify").getByLabel("Reason")).hasValue("half a reason");
        assertThat(page.locator("#verb-verify").getByLabel("Reason")).isFocused();

        page.locator("#verb-resume > summary").focus();
        bed.perform("profile", "resume", Map.of());
        assertThat(page.locator("#verb-resume")).hasCount(0);
        assertThat(page.locator(":focus")).hasId("verbs");
    }

    @Test
    void changesAreSaidOnTheFirstPage() {
        browser.open(page, "/ops");
        assertThat(page.locator("#said")).hasText("");
        bed.perform("merchant", "pause", Map.of());
        assertThat(page.locator("#said")).hasText("merchant is paused, generation 1");
        bed.perform("merchant", "resume", Map.of());
        assertThat(page.locator("#said")).hasText("All projections are running");
    }

    @Test
    void theFocusSurvivesTheEndOfTheTrouble() {
        var poison = bed.poison(UUID.randomUUID(), 4, 2);
        browser.open(page, "/ops/console/users");
        page.locator("#repair").focus();
        bed.fragile.poisoned.remove(poison.id());
        bed.done(
                "/ops/console/dead-letters",
                Map.of(
                        "verb",
                        "retry",
                        "projection",
                        "fragile",
                        "user",
                        poison.user().toString(),
                        "reason",
                        "it has gone"));
        assertThat(page.locator("#repair")).hasCount(0);
        assertThat(page.locator(":focus")).hasId("main");
    }
}
