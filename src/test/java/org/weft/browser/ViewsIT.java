package org.weft.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A view that HR shares: what managers see first, and an address that leads to it. */
class ViewsIT extends BrowserTest {

    private static final String NAME = "Needs a hand";

    @Test
    void aSharedViewIsWhatManagersSeeFirstUntilItIsDeleted() {
        var hr = as("hr", portal.desktop());
        var page = hr.page();
        hr.go("progress?view=all&health=at-risk&columns=name%2Chealth%2Cnext-due&sort=-name");
        hr.press("Save as a view");
        var dialog = page.locator(".weft-save-view");
        dialog.getByLabel("Name", new Locator.GetByLabelOptions().setExact(true))
                .fill(NAME);
        dialog.getByLabel("Managers").check();
        picture(page, "view-save");
        dialog.getByLabel("Opens first for all of them").check();
        hr.press("Save the view");
        page.waitForURL(Pattern.compile(".*view=\\d+.*"));
        named(page, NAME);
        var address = page.url().replaceAll(".*/progress", "progress");

        var manager = as("director", portal.desktop());
        manager.go("progress");
        named(manager.page(), NAME);
        chip(manager.page(), "Health: At risk");
        assertThat(manager.page().locator("vaadin-grid-sorter:visible").count()).isEqualTo(3);
        manager.close();

        var elsewhere = as("director", portal.desktop());
        elsewhere.go(address);
        named(elsewhere.page(), NAME);
        chip(elsewhere.page(), "Health: At risk");
        elsewhere.page().locator(".weft-view-menu-name").click();
        assertThat(elsewhere.page().getByText("Delete the view").count())
                .as("of somebody else")
                .isZero();

        page.locator(".weft-view-menu-name").click();
        picture(page, "view-menu");
        hr.press("Delete the view");
        hr.press("Delete the view");
        named(page, "Everybody");
        hr.close();

        elsewhere.go("progress");
        named(elsewhere.page(), "Everybody");
        elsewhere.go(address);
        named(elsewhere.page(), "Everybody");
        elsewhere.close();
    }

    private static void named(Page page, String name) {
        page.locator(".weft-view-menu-name")
                .filter(new Locator.FilterOptions().setHasText(name))
                .waitFor();
    }

    private static void chip(Page page, String words) {
        page.locator(".weft-filter-chip")
                .filter(new Locator.FilterOptions().setHasText(words))
                .waitFor();
    }
}
