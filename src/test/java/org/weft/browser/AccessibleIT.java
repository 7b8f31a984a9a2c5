package org.weft.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Everything that opens over the list and the matrix, and the words of mail, is open to all, by day and by night. */
class AccessibleIT extends BrowserTest {

    private Walk walk(ColorScheme scheme) {
        return as("hr", scheme == ColorScheme.DARK ? portal.desktopDark() : portal.desktop());
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void whatOpensOverTheList(ColorScheme scheme) {
        var walk = walk(scheme);
        var page = walk.page();
        walk.go("progress?view=all&level=front-line&health=at-risk");
        page.locator(".weft-filter-chip").nth(1).waitFor();
        open(page, "chips", scheme);

        walk.press("Add filter");
        option(page, "Team and below").waitFor();
        open(page, "filters", scheme);
        option(page, "Team and below").click();
        page.locator("vaadin-item:visible .weft-facet-count").first().waitFor();
        open(page, "filter", scheme);
        page.keyboard().press("Escape");

        walk.press("Columns");
        page.locator(".weft-columns-body:visible").waitFor();
        open(page, "columns", scheme);
        page.keyboard().press("Escape");

        walk.press("Group");
        option(page, "Level").waitFor();
        open(page, "group-menu", scheme);
        page.keyboard().press("Escape");

        page.locator(".weft-view-menu-name").click();
        option(page, "Everybody").waitFor();
        open(page, "views", scheme);
        page.keyboard().press("Escape");

        walk.press("Save as a view");
        page.locator(".weft-save-view input").first().waitFor();
        open(page, "view", scheme);
        walk.press("Cancel");
        walk.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void groupsMatrixAndPeople(ColorScheme scheme) {
        var walk = walk(scheme);
        var page = walk.page();
        walk.go("progress?view=all&group=level");
        page.locator("vaadin-grid-tree-toggle").first().click();
        page.locator(".weft-group-member a").first().waitFor();
        open(page, "groups", scheme);

        walk.go("progress/matrix?view=all");
        page.locator(".weft-progress-cell:visible").first().click();
        page.locator("vaadin-popover .weft-objectives-card").waitFor();
        open(page, "cell", scheme);

        walk.go("progress?view=all&sort=name");
        page.locator("a.weft-person-name").first().click();
        page.locator(".weft-progress-person-header").waitFor();
        page.locator(".weft-objectives-card").first().waitFor();
        open(page, "person", scheme);
        walk.press("Close").close();
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void whatComesOfATestMail(ColorScheme scheme) {
        var walk = as("admin", scheme == ColorScheme.DARK ? portal.desktopDark() : portal.desktop());
        var page = walk.page();
        walk.go("mail/server");
        open(page, "mail-server", scheme);

        fill(page, "Host", "127.0.0.1");
        fill(page, "Sender’s address", "weft@example.com");
        fill(page, "To", "admin@example.com");
        page.getByRole(AriaRole.SPINBUTTON, new Page.GetByRoleOptions().setName("Port"))
                .fill("1");
        page.keyboard().press("Tab");
        walk.press("Send test");
        page.getByText("nobody listens").waitFor();
        open(page, "mail-test", scheme);
        walk.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void subscriptionsToReports(ColorScheme scheme) {
        var walk = walk(scheme);
        var page = walk.page();
        walk.go("reports").press("Subscribe: Overdue and escalated").sees("Who gets it");
        open(page, "subscribe", scheme);
        walk.pick("Who gets it", "Lina").sees("Everybody gets it at that time where they are.");
        open(page, "subscribe-others", scheme);
        walk.confirm().sees("You find it under Subscriptions.");
        page.locator(".weft-reports-subscriptions").scrollIntoViewIfNeeded();
        open(page, "subscriptions", scheme);

        // The demonstration has one as well.
        var menu =
                page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("More for Overdue and escalated"));
        menu.click();
        page.getByRole(AriaRole.MENUITEM).getByText("End").click();
        walk.sees("End this subscription?");
        open(page, "subscription-end", scheme);
        walk.confirm();
        menu.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        walk.close();
    }

    private static void fill(Page page, String label, String text) {
        page.getByRole(
                        AriaRole.TEXTBOX,
                        new Page.GetByRoleOptions().setName(label).setExact(true))
                .fill(text);
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void theWordsOfMail(ColorScheme scheme) {
        var walk = walk(scheme);
        var page = walk.page();
        walk.go("mail/templates");
        page.locator(".weft-words-languages a").first().waitFor();
        open(page, "mail-templates", scheme);

        walk.go("mail/templates/reminder?language=en");
        var subject = page.getByLabel("Subject", new Page.GetByLabelOptions().setExact(true));
        subject.fill("Hello {frist name}");
        page.locator("[slot=error-message]")
                .filter(new Locator.FilterOptions().setHasText("Did you mean {first name}?"))
                .waitFor();
        open(page, "mail-words", scheme);

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
        open(page, "mail-restore", scheme);
        walk.press("Cancel").close();
    }

    private static Locator option(Page page, String words) {
        return page.locator("vaadin-item:visible")
                .filter(new Locator.FilterOptions().setHasText(words))
                .first();
    }

    private static void open(Page page, String what, ColorScheme scheme) {
        page.waitForTimeout(300);
        var name = what + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT);
        picture(page, "open-" + name);
        assertThat(Axe.grave(page)).as(name).isEmpty();
    }
}
