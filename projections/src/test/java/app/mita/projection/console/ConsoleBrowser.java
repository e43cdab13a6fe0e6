package app.mita.projection.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.mita.projection.engine.TestReadModels;
import app.mita.projection.operations.RunningProjections;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Debian's Chromium before a console; its pictures are in target/console. */
final class ConsoleBrowser implements AutoCloseable {

    static final int DESK = 1280;

    /** Opens all that is folded up. */
    static final String UNFOLD = "document.querySelectorAll('details').forEach(one => {"
            + " one.removeAttribute('name'); one.open = true; })";

    private static final int HEIGHT = 900;
    private static final List<Path> CHROMIUM =
            List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"));
    private static final Path PICTURES = Path.of("target", "console");

    /** What the pages' scripts and policies complained of. */
    final List<String> complaints = new ArrayList<>();

    private final ConsoleBed bed;
    private final Playwright playwright;
    private final Browser browser;

    /** Skips the test where no Chromium is installed. */
    static void demandChromium() {
        assumeTrue(
                CHROMIUM.stream().anyMatch(Files::isExecutable), "no Chromium is installed: apt-get install chromium");
    }

    ConsoleBrowser(ConsoleBed bed) {
        this.bed = bed;
        // Pages look for news every 5 s at the latest.
        PlaywrightAssertions.setDefaultAssertionTimeout(TestReadModels.DEADLINE.toMillis());
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM.stream()
                                .filter(Files::isExecutable)
                                .findFirst()
                                .orElseThrow())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    BrowserContext context(ColorScheme scheme, int width) {
        return browser.newContext(
                new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(width, HEIGHT));
    }

    Page signedIn(BrowserContext context) {
        var page = page(context);
        page.navigate(bed.running.address() + "/ops");
        page.getByLabel("Token").fill(RunningProjections.TOKEN);
        page.getByLabel("Your name").fill("ada");
        picture(page, "sign-in");
        button(page, "Sign in").click();
        assertThat(page.locator("h1")).hasText("Projections");
        return page;
    }

    Page page(BrowserContext context) {
        var page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("404")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        return page;
    }

    void open(Page page, String path) {
        page.navigate(bed.running.address() + path);
    }

    static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
