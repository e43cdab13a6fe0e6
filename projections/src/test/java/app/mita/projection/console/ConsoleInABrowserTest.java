package app.mita.projection.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.mita.projection.operations.RunningProjections;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The console in Debian's Chromium; its pictures are in target/console. Skipped where no Chromium is installed. */
class ConsoleInABrowserTest {

    private static final List<Path> CHROMIUM =
            List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"));
    private static final Path PICTURES = Path.of("target", "console");
    private static final int MINUTE = 60_000;
    private static final int PHONE = 360;

    private static ConsoleBed bed;
    private static Playwright playwright;
    private static Browser browser;

    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    static void start() {
        var chromium = CHROMIUM.stream().filter(Files::isExecutable).findFirst();
        assumeTrue(chromium.isPresent(), "no Chromium is installed: apt-get install chromium");
        bed = new ConsoleBed();
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium.get())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    @AfterAll
    static void stop() {
        if (playwright != null) {
            playwright.close();
        }
        if (bed != null) {
            bed.close();
        }
    }

    /** Who has never seen the console follows what it says. */
    @Test
    void aFirstTimeOperatorRepairsAPoisonedEventInAMinute() {
        var poison = bed.poison(UUID.randomUUID(), 6, 9);
        try (var context = context(ColorScheme.LIGHT, 1280, 900)) {
            var page = signedIn(context);
            long start = System.nanoTime();
            picture(page, "projections-poisoned");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Look and repair"))
                    .click();
            assertThat(page.getByText("IllegalStateException: cannot count this")
                            .first())
                    .isVisible();
            picture(page, "dead-letters");
            bed.fragile.poisoned.remove(poison.id());
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Try again"))
                    .click();
            assertThat(page.getByText("Repaired: 10 events applied")).isVisible();
            assertThat(page.getByText("There are none.")).isVisible();
            assertThat(page.getByText("Look and repair")).hasCount(0);
            assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(MINUTE);
            picture(page, "dead-letters-repaired");
        }
        assertThat(complaints).isEmpty();
    }

    /** Without another click the page shows the replay's end and what can be done then. */
    @Test
    void aReplayIsFollowedToItsEnd() {
        try (var context = context(ColorScheme.DARK, 1280, 900)) {
            var page = signedIn(context);
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
        assertThat(complaints).isEmpty();
    }

    @Test
    void pagesFitAPhoneAndBothSchemes() {
        var poison = bed.poison(UUID.randomUUID(), 4, 2);
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : new int[] {PHONE, 1280}) {
                try (var context = context(scheme, width, 800)) {
                    var page = signedIn(context);
                    for (var path : paths()) {
                        page.navigate(bed.running.address() + path.getValue());
                        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                                .as(path + " at " + width)
                                .isEqualTo(width);
                        picture(page, path.getKey() + "-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + width);
                    }
                }
            }
        }
        bed.fragile.poisoned.remove(poison.id());
        bed.signIn();
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
                        "the pictures are taken"));
        assertThat(complaints).isEmpty();
    }

    @Test
    void theKeyboardGoesEverywhere() {
        try (var context = context(ColorScheme.LIGHT, 1280, 900)) {
            var page = signedIn(context);
            page.keyboard().press("Tab");
            assertThat(page.locator(":focus")).hasText("To the content");
            page.keyboard().press("Enter");
            assertThat(page.locator(":focus")).hasId("main");
            page.keyboard().press("Tab");
            var first = page.locator(":focus");
            assertThat(first).hasText("analytics");
            // The part that it is in is put in place anew every two seconds.
            page.waitForResponse(response -> response.url().endsWith("/ops/console/live"), () -> {});
            page.waitForResponse(response -> response.url().endsWith("/ops/console/live"), () -> {});
            assertThat(page.locator(":focus")).hasText("analytics");
            page.keyboard().press("Enter");
            assertThat(page.locator("h1")).hasText("analytics");
        }
        assertThat(complaints).isEmpty();
    }

    private static List<Map.Entry<String, String>> paths() {
        var user = bed.running.log.events().getFirst().user();
        return List.of(
                Map.entry("projections", "/ops"),
                Map.entry("projection", "/ops/console/projections/dashboard"),
                Map.entry("letters", "/ops/console/dead-letters"),
                Map.entry("events", "/ops/console/events"),
                Map.entry("user", "/ops/console/users/" + user + "?at=40&model=dashboard"),
                Map.entry("audit", "/ops/console/audit"),
                Map.entry("error", "/ops/console/nowhere"));
    }

    private BrowserContext context(ColorScheme scheme, int width, int height) {
        return browser.newContext(
                new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(width, height));
    }

    private Page signedIn(BrowserContext context) {
        var page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("404")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.navigate(bed.running.address() + "/ops");
        page.getByLabel("Token").fill(RunningProjections.TOKEN);
        page.getByLabel("Your name").fill("ada");
        picture(page, "sign-in");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        assertThat(page.locator("h1")).hasText("Projections");
        return page;
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
    }
}
