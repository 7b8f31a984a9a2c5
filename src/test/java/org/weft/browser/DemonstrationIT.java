package org.weft.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.weft.testing.PortalTest;

/**
 * The demonstration as a visitor meets it: every view of every role opens without a jump, is accessible in light and
 * dark, and fits a phone. It also takes the pictures of the README, at a standing clock, so that they are those of the
 * code beside them.
 */
@PortalTest
@ActiveProfiles("demo")
@TestInstance(Lifecycle.PER_CLASS)
class DemonstrationIT {

    private static final Path PICTURES = Path.of("docs", "images");
    private static final Path LOOKED_AT = Path.of("target", "screenshots");

    /** Milliseconds after which nothing moves any more. */
    private static final double SETTLED = 300;

    /** Whether no colour is on its way any more, which on a busy machine may take longer. */
    private static final String STANDS = "document.getAnimations().every((one) => !(one instanceof CSSTransition))";

    private static final Map<String, List<String>> VIEWS = Map.of(
            "hr",
            List.of(
                    "",
                    "progress",
                    "progress?group=team&health=at-risk&due=30",
                    "progress/matrix",
                    "programs",
                    "library",
                    "assign",
                    "dashboard",
                    "insight",
                    "reports",
                    "people",
                    "people/import",
                    "people/levels",
                    "outbox",
                    "audit"),
            "manager",
            List.of("", "my-people", "progress", "programs", "library", "assign", "my-plan"),
            "executive",
            List.of("", "insight", "reports"),
            "member",
            List.of("", "my-plan"),
            "admin",
            List.of("", "accounts", "audit", "outbox", "mail/server"));

    @LocalServerPort
    int port;

    Portal portal;

    @BeforeAll
    void open() {
        portal = new Portal(port);
    }

    @AfterAll
    void close() {
        portal.close();
    }

    static Stream<Arguments> everyView() {
        return VIEWS.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(entry -> Stream.of(Arguments.of(entry.getKey(), entry.getValue())));
    }

    /** Each is opened once, and then told that night has fallen. */
    @ParameterizedTest
    @MethodSource("everyView")
    void everyViewIsAccessibleByDayAndByNight(String account, List<String> views) {
        var page = signIn(portal.desktop(), account);
        views.forEach(view -> {
            show(page, view);
            for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                page.waitForTimeout(SETTLED);
                page.waitForFunction(STANDS);
                var how = scheme.name().toLowerCase(Locale.ROOT);
                picture(page, account, view, how);
                assertThat(Axe.grave(page))
                        .as("axe on %s /%s for %s", how, view, account)
                        .isEmpty();
            }
        });
        page.context().close();
    }

    @ParameterizedTest
    @MethodSource("everyView")
    void everyViewFitsAPhone(String account, List<String> views) {
        var page = signIn(portal.phone(), account);
        views.forEach(view -> {
            show(page, view);
            picture(page, account, view, "phone");
            var width = (Integer) page.evaluate("document.documentElement.scrollWidth");
            assertThat(width).as("/%s on a phone for %s", view, account).isLessThanOrEqualTo(390);
        });
        page.context().close();
    }

    @Test
    void theSignInPageShowsItsAccountsAndTheirNamesSignThemIn() {
        var page = portal.desktop();
        page.navigate(portal.address() + "/login");
        for (var account : List.of("hr", "manager", "director", "executive", "member", "admin")) {
            page.locator("#sample-" + account).waitFor();
        }
        assertThat(Axe.grave(page)).isEmpty();
        page.locator("#sample-manager").click();
        page.waitForSelector("vaadin-app-layout");
        assertThat(page.url()).doesNotContain("login");
        page.context().close();
    }

    @Test
    void theReadmeShowsTheGridAndTheExecutivesPage() {
        var grid = signIn(portal.desktop(), "director");
        show(grid, "progress");
        grid.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("progress.png")));
        grid.context().close();
        var insight = signIn(portal.desktop(), "executive");
        show(insight, "insight");
        insight.waitForSelector("x-chart canvas, x-chart svg");
        insight.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("insight.png")));
        insight.context().close();
        assertThat(PICTURES.resolve("progress.png")).isNotEmptyFile();
        assertThat(PICTURES.resolve("insight.png")).isNotEmptyFile();
    }

    private Page signIn(Page page, String account) {
        Portal.signIn(page, account, "weft");
        return page;
    }

    /** Opens a view and waits until the server has said all it has to say. */
    private void show(Page page, String view) {
        page.navigate(portal.address() + "/" + view);
        page.waitForSelector("vaadin-app-layout");
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.waitForTimeout(SETTLED);
        assertThat(page.locator("h1").first().textContent()).isNotBlank();
        assertThat(page.title()).as("/" + view).isNotEqualTo("There is nothing here");
        assertThat(Shifts.of(page)).as("what jumped on /" + view).isEmpty();
    }

    private static void picture(Page page, String account, String view, String how) {
        var name = account + "-" + (view.isEmpty() ? "home" : view.replace('/', '-')) + "-" + how + ".png";
        page.screenshot(new Page.ScreenshotOptions().setPath(LOOKED_AT.resolve(name)));
    }
}
