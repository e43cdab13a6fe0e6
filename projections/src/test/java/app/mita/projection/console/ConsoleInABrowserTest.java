package app.mita.projection.console;

import static app.mita.projection.console.ConsoleBrowser.DESK;
import static app.mita.projection.console.ConsoleBrowser.button;
import static app.mita.projection.console.ConsoleBrowser.picture;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The console in Debian's Chromium; its pictures are in target/console. Skipped where no Chromium is installed. */
class ConsoleInABrowserTest {

    private static final int MINUTE = 60_000;

    private static ConsoleBed bed;
    private static ConsoleBrowser browser;

    @BeforeAll
    static void start() {
        ConsoleBrowser.demandChromium();
        bed = new ConsoleBed();
        browser = new ConsoleBrowser(bed);
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

    @AfterEach
    void nothingIsComplainedOf() {
        assertThat(browser.complaints).isEmpty();
    }

    /** Who has never seen the console follows what it says. */
    @Test
    void aFirstTimeOperatorRepairsAPoisonedEventInAMinute() {
        var poison = bed.poison(UUID.randomUUID(), 6, 9);
        try (var context = browser.context(ColorScheme.LIGHT, DESK)) {
            var page = browser.signedIn(context);
            long start = System.nanoTime();
            picture(page, "projections-poisoned");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Look and repair"))
                    .click();
            assertThat(page.getByText("IllegalStateException: cannot count this")
                            .first())
                    .isVisible();
            picture(page, "dead-letters");
            bed.fragile.poisoned.remove(poison.id());
            button(page, "Try again").click();
            assertThat(page.getByText("Repaired: 10 events applied")).isVisible();
            assertThat(page.getByText("There are none.")).isVisible();
            assertThat(page.getByText("Look and repair")).hasCount(0);
            assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(MINUTE);
            picture(page, "dead-letters-repaired");
        }
    }

    /** Without another click the page shows the replay's end and what can be done then. */
    @Test
    void aReplayIsFollowedToItsEnd() {
        try (var context = browser.context(ColorScheme.DARK, DESK)) {
            var page = browser.signedIn(context);
            page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName("analytics").setExact(true))
                    .click();
            page.locator("#verb-replay > summary").click();
            page.locator("#verb-replay").getByLabel("Becomes live by itself").uncheck();
            page.locator("#verb-replay").getByLabel("Reason").fill("a look at the progress");
            page.locator("#verb-replay button").click();
            assertThat(page.locator("#replay")).hasText("Generation 2 is ready");
            assertThat(page.locator("#verb-switch > summary")).isVisible();
            assertThat(page.locator("#said")).containsText("generation 2 is ready");
            picture(page, "replay-dark");
            page.locator("#verb-switch > summary").click();
            page.locator("#verb-switch").getByLabel("Reason").fill("it is good");
            page.locator("#verb-switch").getByLabel("Yes, switch analytics").check();
            page.locator("#verb-switch button").click();
            assertThat(page.getByText("switch: done")).isVisible();
            assertThat(page.locator("#verb-rollback > summary")).isVisible();
        }
    }
}
