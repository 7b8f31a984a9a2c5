package org.weft.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.Map;

/** One Chromium for all browser tests of a run, and pages of the running portal in it. */
final class Portal implements AutoCloseable {

    static final int DESKTOP_WIDTH = 1280;
    static final int DESKTOP_HEIGHT = 800;

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;
    private final String address;

    Portal(int port) {
        address = "http://localhost:" + port;
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var options = new BrowserType.LaunchOptions().setArgs(FLAGS).setHeadless(true);
        ChromiumFinder.find().ifPresent(options::setExecutablePath);
        browser = playwright.chromium().launch(options);
    }

    String address() {
        return address;
    }

    /** A desktop browser of its own, with English as its language. */
    Page desktop() {
        return context(DESKTOP_WIDTH, DESKTOP_HEIGHT, ColorScheme.LIGHT).newPage();
    }

    Page desktopDark() {
        return context(DESKTOP_WIDTH, DESKTOP_HEIGHT, ColorScheme.DARK).newPage();
    }

    Page phone() {
        return context(390, 844, ColorScheme.LIGHT).newPage();
    }

    private BrowserContext context(int width, int height, ColorScheme scheme) {
        var context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(scheme)
                .setLocale("en-GB")
                .setTimezoneId("Europe/Berlin")
                .setReducedMotion(ReducedMotion.REDUCE)
                .setAcceptDownloads(true)
                .setBaseURL(address));
        context.setDefaultTimeout(30_000);
        return context;
    }

    /** Signs in by the form and waits for the home page. */
    static void signIn(Page page, String username, String password) {
        page.navigate("/login");
        page.locator("input[name=username]").fill(username);
        page.locator("input[name=password]").fill(password);
        page.locator("vaadin-button[theme~=submit], vaadin-login-form vaadin-button")
                .first()
                .click();
        page.waitForSelector("vaadin-app-layout");
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
