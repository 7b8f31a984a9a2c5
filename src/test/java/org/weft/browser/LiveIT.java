package org.weft.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.WaitForFunctionOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.weft.testing.PortalTest;

/** Two people at two browsers: what one changes the other sees, without losing place, marks or focus. */
@PortalTest
@ActiveProfiles("demo")
@TestInstance(Lifecycle.PER_CLASS)
class LiveIT {

    /** All text of the row in which a person's name stands, as far as the grid has drawn it. */
    private static final String ROW = """
            (name) => {
              const link = [...document.querySelectorAll('a.weft-person-name')].find((a) => a.textContent.trim() === name);
              const slot = link && link.closest('vaadin-grid-cell-content').assignedSlot;
              return slot ? [...slot.closest('tr').querySelectorAll('slot')]
                  .flatMap((one) => one.assignedElements()).map((cell) => cell.innerText).join('|') : '';
            }""";

    private static final String SCROLLED = "document.querySelector('vaadin-grid').$.table.scrollTop";
    private static final String FOCUSED = "document.activeElement.localName";

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

    private Page signIn(String account) {
        var page = portal.desktop();
        Portal.signIn(page, account, "weft");
        return page;
    }

    @Test
    void whatOneChangesTheOtherSeesWithinTwoSeconds() {
        var changing = signIn("director");
        changing.navigate("/progress?state=to-review&sort=-name");
        var link = changing.locator("a.weft-person-name").first();
        var name = link.textContent().strip();
        var personId = link.getAttribute("href").replaceAll(".*person=(\\d+).*", "$1");
        changing.navigate("/person/" + personId);
        changing.getByRole(
                        AriaRole.BUTTON,
                        new GetByRoleOptions().setName("Complete").setExact(true))
                .first()
                .click();
        var confirm = changing.locator("vaadin-dialog vaadin-button[theme~=primary]:visible")
                .last();
        confirm.waitFor();

        var watching = signIn("director");
        watching.navigate("/progress?sort=name");
        scrollTo(watching, name);
        watching.locator("vaadin-grid vaadin-checkbox:visible").nth(4).click();
        var row = (String) watching.evaluate(ROW, name);
        var scrolled = watching.evaluate(SCROLLED);
        var focused = watching.evaluate(FOCUSED);
        assertThat(((Number) scrolled).intValue()).isPositive();

        confirm.click();
        changing.getByText("Completed").locator("visible=true").first().waitFor();
        watching.waitForFunction(
                "([name, before]) => (" + ROW + ")(name) !== before",
                new Object[] {name, row},
                new WaitForFunctionOptions().setTimeout(2000));

        assertThat(watching.evaluate(SCROLLED)).isEqualTo(scrolled);
        assertThat(watching.evaluate(FOCUSED)).isEqualTo(focused);
        assertThat(watching.locator(".weft-selection-words").textContent()).contains("1");
        changing.context().close();
        watching.context().close();
    }

    /** Far enough down that the row is drawn. */
    private static void scrollTo(Page page, String name) {
        page.locator("a.weft-person-name").first().waitFor();
        for (var top = 150; top < 3000; top += 300) {
            page.evaluate("top => { document.querySelector('vaadin-grid').$.table.scrollTop = top; }", top);
            page.waitForTimeout(150);
            if (!"".equals(page.evaluate(ROW, name))) {
                return;
            }
        }
        throw new AssertionError(name + " is not in the list");
    }

    @Test
    void aCellOfTheMatrixOpensByKeyboardAndGivesTheFocusBack() {
        var page = signIn("director");
        page.navigate("/progress/matrix?sort=name");
        page.locator(".weft-progress-cell").first().waitFor();
        page.locator("vaadin-grid").evaluate("grid => grid.shadowRoot.querySelector('#items td').focus()");
        var at = "(() => { const cell = document.querySelector('vaadin-grid').shadowRoot.activeElement;"
                + " return Boolean(cell?.querySelector('slot')?.assignedElements()[0]?.querySelector('.weft-progress-cell')); })()";
        for (var right = 0; right < 40 && !(Boolean) page.evaluate(at); right++) {
            page.keyboard().press("ArrowRight");
            page.waitForTimeout(50);
        }
        page.keyboard().press("Enter");

        var card = page.locator("vaadin-popover .weft-objectives-card");
        card.waitFor();
        assertThat(page.url()).as("in place").contains("/progress/matrix");
        page.keyboard().press("Escape");
        card.waitFor(Walk.GONE);
        page.waitForFunction(FOCUSED + " === 'vaadin-grid'");
        page.context().close();
    }

    @Test
    void jAndKLeadToTheNextAndThePreviousPersonAndTheListKeepsTheFocus() {
        var page = signIn("director");
        page.navigate("/progress?sort=name");
        var names = page.locator("a.weft-person-name");
        names.first().waitFor();
        var first = names.nth(0).textContent();
        var second = names.nth(1).textContent();
        names.nth(0).click();
        title(page, first).waitFor();
        page.keyboard().press("j");
        title(page, second).waitFor();
        page.keyboard().press("k");
        title(page, first).waitFor();
        page.context().close();
    }

    private static Locator title(Page page, String name) {
        return page.locator(".weft-progress-person-heading").getByText(name);
    }
}
