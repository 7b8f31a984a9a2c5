package org.weft.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.weft.testing.PortalTest;

/** The progress list in a browser: filters by address, columns, groups, saved views, and all of it by keys alone. */
@PortalTest
@ActiveProfiles("demo")
@TestInstance(Lifecycle.PER_CLASS)
class GridIT {

    private static final Pattern OF = Pattern.compile("^[\\d,]+ of [\\d,]+$");

    @LocalServerPort
    int port;

    Portal portal;
    Page page;

    @BeforeAll
    void open() {
        portal = new Portal(port);
        page = portal.desktop();
        Portal.signIn(page, "director", "weft");
    }

    @AfterAll
    void close() {
        portal.close();
    }

    private void go(String query) {
        page.navigate("/progress" + query);
        count().waitFor();
    }

    private Locator count() {
        return page.locator(".weft-progress-count").filter(new Locator.FilterOptions().setHasText(OF));
    }

    private int matching() {
        return Integer.parseInt(count().textContent().split(" ")[0].replace(",", ""));
    }

    private Locator button(String name) {
        return page.getByRole(
                        AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true))
                .last();
    }

    private Locator option(String words) {
        return page.locator("vaadin-item:visible")
                .filter(new Locator.FilterOptions().setHasText(words))
                .first();
    }

    private void sees(String selector, String words) {
        page.locator(selector)
                .filter(new Locator.FilterOptions().setHasText(words))
                .first()
                .waitFor();
    }

    @Test
    void filtersAreChosenWithTheirCountsAndLiveInTheAddress() {
        go("?view=all");
        var all = matching();
        button("Add filter").click();
        option("Level").click();
        var frontLine = option("Front line");
        frontLine.waitFor();
        var expected = Integer.parseInt(
                frontLine.locator(".weft-facet-count").textContent().replace(",", ""));
        assertThat(expected).isBetween(1, all - 1);
        frontLine.click();
        sees(".weft-filter-chip", "Level: Front line");
        page.waitForURL(Pattern.compile(".*level=front-line.*"));
        assertThat(matching()).isEqualTo(expected);

        page.reload();
        sees(".weft-filter-chip", "Level: Front line");
        assertThat(matching()).isEqualTo(expected);
        page.goBack();
        page.locator(".weft-filter-chip").waitFor(Walk.GONE);
        assertThat(matching()).isEqualTo(all);

        go("?team=999999999&level=nonsense&due=x");
        sees(".weft-filter-chip", "none of these people");
    }

    @Test
    void groupsOpenToTheirPeople() {
        go("?group=level");
        var toggle = page.locator("vaadin-grid-tree-toggle").first();
        toggle.waitFor();
        sees("vaadin-grid-tree-toggle", "people");
        toggle.click();
        page.locator(".weft-group-member a").first().waitFor();
        toggle.click();
        page.locator(".weft-group-member a").first().waitFor(Walk.GONE);
    }

    @Test
    void aViewIsSavedChangedDiscardedAndDeleted() {
        go("?view=all&state=overdue&columns=name%2Cnext-due%2Cteam");
        button("Save as a view").click();
        var name = page.locator(".weft-save-view").getByLabel("Name", new Locator.GetByLabelOptions().setExact(true));
        name.fill("Late by team");
        name.press("Tab");
        button("Save the view").click();
        sees(".weft-view-menu-name", "Late by team");
        page.waitForURL(Pattern.compile(".*view=\\d+.*"));
        page.reload();
        sees(".weft-view-menu-name", "Late by team");
        assertThat(page.locator("vaadin-grid-sorter:visible").count()).isEqualTo(3);

        button("Columns").click();
        page.getByLabel("Team", new Page.GetByLabelOptions().setExact(true)).uncheck();
        page.keyboard().press("Escape");
        sees(".weft-view-menu-changed", "changed");
        page.waitForURL(Pattern.compile(".*view=\\d+.*columns=.*"));
        button("Discard").click();
        page.locator(".weft-view-menu-changed").waitFor(Walk.GONE);

        page.locator(".weft-view-menu-name").click();
        button("Delete the view").click();
        page.getByText("Nobody else sees this view").waitFor();
        button("Delete the view").click();
        sees(".weft-view-menu-name", "Everybody");
    }

    @Test
    void everythingGoesByKeys() {
        go("?view=all");
        page.locator(".weft-progress-grid .weft-person").first().waitFor();
        button("Add filter").focus();
        press("Enter");
        option("Health").waitFor();
        page.waitForTimeout(200);
        for (var i = 0; i < 12 && !focused().contains("Health"); i++) {
            press("ArrowDown");
        }
        press("Enter");
        option("At risk").waitFor();
        page.waitForTimeout(200);
        for (var i = 0; i < 4 && !focused().contains("At risk"); i++) {
            press("ArrowDown");
        }
        press("Enter");
        sees(".weft-filter-chip", "Health: At risk");

        button("Columns").focus();
        for (var i = 0; i < 20 && !inBody(); i++) {
            press("Tab");
        }
        press("ArrowRight");
        press("ArrowDown");
        press("Space");
        sees(".weft-selection-words", "1 of");
        assertThat(page.url()).as("a mark opens nobody").doesNotContain("person=");
        press("Space");
        page.locator(".weft-selection-words").waitFor(Walk.GONE);
        press("Enter");
        page.locator(".weft-progress-person-header").waitFor();
        page.waitForURL(Pattern.compile(".*person=\\d+.*"));
        press("Escape");
        page.locator(".weft-progress-person-header").waitFor(Walk.GONE);
        button("Remove the filter Health").focus();
        press("Enter");
        page.locator(".weft-filter-chip").waitFor(Walk.GONE);
    }

    private void press(String key) {
        page.keyboard().press(key);
    }

    private String focused() {
        return (String) page.evaluate("document.activeElement.textContent");
    }

    private boolean inBody() {
        return (Boolean) page.evaluate("""
                () => {
                  const grid = document.querySelector('.weft-progress-grid');
                  const at = grid && grid.shadowRoot.activeElement;
                  return !!at && !!at.closest('tbody');
                }""");
    }
}
