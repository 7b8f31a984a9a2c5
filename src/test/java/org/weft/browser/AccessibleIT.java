package org.weft.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Everything that opens over the list and the matrix, and the words of mail, is open to all, by day and by night. */
class AccessibleIT extends BrowserTest {

    private Walk walk() {
        return as("hr", portal.desktop());
    }

    @Test
    void whatOpensOverTheList() {
        var walk = walk();
        var page = walk.page();
        walk.go("progress?view=all&level=front-line&health=at-risk");
        page.locator(".weft-filter-chip").nth(1).waitFor();
        open(page, "chips");

        walk.press("Add filter");
        option(page, "Team and below").waitFor();
        open(page, "filters");
        option(page, "Team and below").click();
        page.locator("vaadin-item:visible .weft-facet-count").first().waitFor();
        open(page, "filter");
        page.keyboard().press("Escape");

        walk.press("Columns");
        page.locator(".weft-columns-body:visible").waitFor();
        open(page, "columns");
        page.keyboard().press("Escape");

        walk.press("Group");
        option(page, "Level").waitFor();
        open(page, "group-menu");
        page.keyboard().press("Escape");

        page.locator(".weft-view-menu-name").click();
        option(page, "Everybody").waitFor();
        open(page, "views");
        page.keyboard().press("Escape");

        walk.press("Save as a view");
        page.locator(".weft-save-view input").first().waitFor();
        open(page, "view");
        walk.press("Cancel");
        walk.close();
    }

    @Test
    void groupsMatrixAndPeople() {
        var walk = walk();
        var page = walk.page();
        walk.go("progress?view=all&group=level");
        page.locator("vaadin-grid-tree-toggle").first().click();
        page.locator(".weft-group-member a").first().waitFor();
        open(page, "groups");

        walk.go("progress/matrix?view=all");
        page.locator(".weft-progress-cell:visible").first().click();
        page.locator("vaadin-popover .weft-objectives-card").waitFor();
        open(page, "cell");

        walk.go("progress?view=all&sort=name");
        page.locator("a.weft-person-name").first().click();
        page.locator(".weft-progress-person-header").waitFor();
        page.locator(".weft-objectives-card").first().waitFor();
        open(page, "person");
        walk.press("Close").close();
    }

    @Test
    void whatComesOfATestMail() {
        var walk = as("admin", portal.desktop());
        var page = walk.page();
        walk.go("mail/server");
        open(page, "mail-server");

        fill(page, "Host", "127.0.0.1");
        fill(page, "Sender’s address", "weft@example.com");
        fill(page, "To", "admin@example.com");
        page.getByRole(AriaRole.SPINBUTTON, new Page.GetByRoleOptions().setName("Port"))
                .fill("1");
        page.keyboard().press("Tab");
        walk.press("Send test");
        page.getByText("nobody listens").waitFor();
        open(page, "mail-test");
        walk.close();
    }

    @Test
    void subscriptionsToReports() {
        var walk = walk();
        var page = walk.page();
        walk.go("reports").press("Subscribe: Overdue and escalated").sees("Who gets it");
        open(page, "subscribe");
        walk.pick("Who gets it", "Lina").sees("Everybody gets it at that time where they are.");
        open(page, "subscribe-others");
        walk.confirm().sees("You find it under Subscriptions.");
        page.locator(".weft-reports-subscriptions").scrollIntoViewIfNeeded();
        open(page, "subscriptions");

        page.locator(".weft-reports-subscriptions [aria-haspopup=menu]").click();
        page.getByRole(AriaRole.MENUITEM).getByText("End").click();
        walk.sees("End this subscription?");
        open(page, "subscription-end");
        walk.confirm().sees("Subscribe to a report above").close();
    }

    private static void fill(Page page, String label, String text) {
        page.getByRole(
                        AriaRole.TEXTBOX,
                        new Page.GetByRoleOptions().setName(label).setExact(true))
                .fill(text);
    }

    @Test
    void theWordsOfMail() {
        var walk = walk();
        var page = walk.page();
        walk.go("mail/templates");
        page.locator(".weft-words-languages a").first().waitFor();
        open(page, "mail-templates");

        walk.go("mail/templates/reminder?language=en");
        var subject = page.getByLabel("Subject", new Page.GetByLabelOptions().setExact(true));
        subject.fill("Hello {frist name}");
        page.locator("[slot=error-message]")
                .filter(new Locator.FilterOptions().setHasText("Did you mean {first name}?"))
                .waitFor();
        open(page, "mail-words");

        // What is typed after a placeholder was pressed goes on behind it.
        walk.press("Use {first name}");
        page.getByText("Hello Robin").waitFor();
        subject.press("End");
        page.getByLabel("Insert into “Subject”:").getByText("{cycle}").click();
        page.keyboard().type(" it is");
        page.getByText("Hello Robinsample quarter it is").waitFor();
        assertThat(subject.inputValue()).isEqualTo("Hello {first name}{cycle} it is");

        walk.press("Restore all shipped texts");
        page.locator(".weft-words-restore .weft-words-side").first().waitFor();
        open(page, "mail-restore");
        walk.press("Cancel").close();
    }

    private static Locator option(Page page, String words) {
        return page.locator("vaadin-item:visible")
                .filter(new Locator.FilterOptions().setHasText(words))
                .first();
    }

    /** What has just opened, as it looks by day and once night has fallen. */
    private static void open(Page page, String what) {
        for (var scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            page.waitForTimeout(300);
            var name = what + "-" + scheme.name().toLowerCase(Locale.ROOT);
            picture(page, "open-" + name);
            assertThat(Axe.grave(page)).as(name).isEmpty();
        }
    }
}
