package app.mita.projection.console;

import static app.mita.projection.console.ConsoleBrowser.DESK;
import static app.mita.projection.console.ConsoleBrowser.picture;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every page of the console by axe, in both schemes and both widths. Skipped where no Chromium is installed. */
class ConsoleAccessibilityTest {

    private static final int PHONE = 360;

    private static final Axe AXE = new Axe();

    private static ConsoleBed bed;
    private static ConsoleBrowser browser;
    private static Map<String, String> pages;

    @BeforeAll
    static void start() {
        ConsoleBrowser.demandChromium();
        bed = new ConsoleBed();
        browser = new ConsoleBrowser(bed);
        bed.signIn();
        pages = pages();
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

    /** Every page, with something on it: what failed, an error without a space, a replay under way, a verification that is over. */
    private static Map<String, String> pages() {
        var poison = bed.poison(UUID.randomUUID(), 4, 2);
        bed.poison(UUID.randomUUID(), 2, 0);
        bed.fail("fragile", "9999-12-31T08:00:00Z java.lang.IllegalStateException: " + "unbroken".repeat(30));
        bed.perform("analytics", "replay", Map.of());
        bed.perform("analytics", "replay/pause", Map.of());
        var user = bed.running.log.events().getFirst().user();
        var pages = new LinkedHashMap<String, String>();
        pages.put("projections", "/ops");
        pages.put("projection", "/ops/console/projections/fragile");
        pages.put("replay", "/ops/console/projections/analytics");
        pages.put("verified", bed.verified("calendar"));
        pages.put("letters", "/ops/console/dead-letters");
        pages.put("letter", "/ops/console/dead-letters?projection=fragile&after=" + poison.position());
        pages.put("events", "/ops/console/events?user=" + user + "&type=TransactionRecorded");
        pages.put("users", "/ops/console/users");
        pages.put("user", "/ops/console/users/" + user + "?at=32&model=dashboard");
        pages.put(
                "system",
                bed.post("/ops/console/system", Map.of("topic", bed.running.log.topic, "reason", "lost a disk"))
                        .location());
        pages.put("audit", "/ops/console/audit");
        pages.put("nothing", "/ops/console/audit?operator=nobody");
        pages.put("error", "/ops/console/nowhere");
        return pages;
    }

    @Test
    void noPageViolatesWcagOrIsWiderThanItsScreen() {
        var wrong = new ArrayList<String>();
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : new int[] {PHONE, DESK}) {
                try (var context = browser.context(scheme, width)) {
                    var stranger = browser.page(context);
                    browser.open(stranger, ConsoleBed.SIGN_IN);
                    wrong.addAll(violations(stranger, "sign-in", scheme, width));
                    var page = browser.signedIn(context);
                    pages.forEach((name, path) -> {
                        browser.open(page, path);
                        wrong.addAll(violations(page, name, scheme, width));
                    });
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** A check that finds nothing would not be noticed otherwise. */
    @Test
    void axeSeesWhatIsWrong() {
        try (var context = browser.context(ColorScheme.LIGHT, DESK)) {
            var page = browser.signedIn(context);
            page.evaluate("document.querySelector('h1').style.color = '#ddd';"
                    + " document.querySelector('nav').insertAdjacentHTML('afterend', '<input><img src=\"x\">')");
            assertThat(AXE.violations(page).toString()).contains("color-contrast: ", "label: ", "image-alt: ");
        }
        browser.complaints.clear();
    }

    private static List<String> violations(Page page, String name, ColorScheme scheme, int width) {
        var as = name + "-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + width;
        picture(page, as);
        page.evaluate(ConsoleBrowser.UNFOLD);
        var found = new ArrayList<String>();
        AXE.violations(page).forEach(violation -> found.add(as + ": " + violation));
        if (!page.evaluate("document.documentElement.scrollWidth").equals(width)) {
            found.add(as + ": is wider than its screen");
        }
        return found;
    }
}
