package org.weft.browser;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.weft.testing.PortalTest;

/** The demonstration in a browser. All that extend this look at one and the same running portal. */
@PortalTest
@ActiveProfiles("demo")
@TestInstance(Lifecycle.PER_CLASS)
abstract class BrowserTest {

    private static final Path LOOKED_AT = Path.of("target", "screenshots");

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

    /** Signs somebody in at a browser of their own. */
    final Walk as(String account, Page page) {
        Portal.signIn(page, account, "weft");
        return new Walk(page, portal.address());
    }

    /** For whoever wants to look at what was tested. */
    static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(LOOKED_AT.resolve(name + ".png")));
    }
}
