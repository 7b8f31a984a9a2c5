package org.weft.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.weft.testing.PortalTest;

/** All that match are marked, changed and given back, in a browser, and nothing is left of it. */
@Disabled("Written before the chips and saved views came in beside it; to be walked again with them")
@PortalTest
@ActiveProfiles("demo")
@TestInstance(Lifecycle.PER_CLASS)
class BulkIT {

    private static final Path LOOKED_AT = Path.of("target", "screenshots");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    Portal portal;

    @BeforeAll
    void open() {
        portal = new Portal(port);
    }

    @AfterAll
    void close() {
        portal.close();
    }

    @Test
    void dueDatesOfAllThatMatchMoveAndComeBack() {
        var page = portal.desktop();
        Portal.signIn(page, "hr", "weft");
        var walk = new Walk(page, portal.address()).go("progress");
        markAll(page);
        var before = dueDates();

        walk.press("Change due date").fill("Days later", "1");
        var move = page.locator("vaadin-button[theme~=primary]")
                .getByText(Pattern.compile("Move [\\d,]+ due dates"))
                .last();
        move.waitFor();
        var words = move.textContent();
        picture(page, "due");
        assertThat(graveViolations(page)).isEmpty();
        move.click();
        walk.sees("due dates were moved");
        picture(page, "done");
        assertThat(dueDates()).isNotEqualTo(before);
        assertThat(words).contains(String.format("%,d", changed()));

        walk.press("Undo").sees("as they were").press("Close");
        page.locator(".weft-bulk-dialog").waitFor(Walk.GONE);
        assertThat(dueDates()).isEqualTo(before);
        walk.close();
    }

    @Test
    void onAPhoneOneMenuHoldsAll() {
        var page = portal.phone();
        Portal.signIn(page, "manager", "weft");
        var walk = new Walk(page, portal.address()).go("progress");
        markAll(page);
        walk.press("Actions");
        assertThat(page.getByRole(AriaRole.MENUITEM).allTextContents())
                .extracting(String::strip)
                .containsExactly("Send reminder", "Change due date", "Assign", "Waive", "Change lead", "Export these");
        page.getByRole(AriaRole.MENUITEM)
                .filter(new Locator.FilterOptions().setHasText("Waive"))
                .click();
        walk.sees("are waived, for");
        picture(page, "waive-phone");
        var width = (Integer) page.evaluate("document.documentElement.scrollWidth");
        assertThat(width).isLessThanOrEqualTo(390);
        walk.press("Cancel").close();
    }

    private static void markAll(Page page) {
        page.locator("vaadin-grid vaadin-checkbox").nth(1).waitFor();
        page.locator("vaadin-grid vaadin-checkbox").first().click();
        page.getByText(Pattern.compile("All [\\d,]+ marked")).waitFor();
    }

    private List<String> dueDates() {
        return jdbc.sql("select cast(due_on as varchar(10)) from assignment order by id")
                .query(String.class)
                .list();
    }

    private int changed() {
        return jdbc.sql("select max(things) from bulk_change")
                .query(Integer.class)
                .single();
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(LOOKED_AT.resolve("bulk-" + name + ".png")));
    }

    private static List<String> graveViolations(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> Set.of("serious", "critical").contains(rule.getImpact()))
                        .map(rule -> rule.getId() + " " + rule.getNodes())
                        .toList();
    }
}
