package org.weft.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From the search field to a person and on to the next and back, without a mouse. */
class KeyboardIT extends BrowserTest {

    private static final Pattern SOMEBODY = Pattern.compile(".*person=\\d+.*");

    private Page page;

    @BeforeAll
    void signIn() {
        page = as("hr", portal.desktop()).page();
    }

    @Test
    void fromTheSearchToAPersonAndOn() {
        page.navigate("/progress?view=all&sort=name");
        people().first().waitFor();
        page.locator(".weft-progress-search input").focus();
        page.keyboard().type("mar");
        page.waitForURL(Pattern.compile(".*q=mar.*"));
        page.waitForTimeout(300);
        var first = people().nth(0).textContent();
        var second = people().nth(1).textContent();
        var third = people().nth(2).textContent();

        tabInto("tbody");
        press("ArrowDown");
        press("Space");
        marked("1 of");
        page.locator(".weft-progress-grid vaadin-checkbox[aria-label='Select Row'][checked]")
                .or(page.locator(".weft-progress-grid vaadin-grid-cell-content vaadin-checkbox[checked]"))
                .first()
                .waitFor();
        assertThat(page.url()).as("a mark on the box opens nobody").doesNotContain("person=");
        press("ArrowRight");
        press("Space");
        page.locator(".weft-selection-words").waitFor(Walk.GONE);

        press("Enter");
        shows(second);
        press("j");
        shows(third);
        press("k");
        shows(second);
        press("k");
        shows(first);
        press("j");
        shows(second);
        press("Escape");
        page.locator(".weft-progress-person-header").waitFor(Walk.GONE);
        page.waitForFunction("document.activeElement.localName === 'vaadin-grid'");
    }

    @Test
    void theBrowsersBackLeadsFromAPersonToTheList() {
        page.navigate("/progress?view=all&sort=name");
        people().first().waitFor();
        var second = people().nth(1).textContent();
        page.locator(".weft-progress-search input").focus();
        tabInto("tbody");
        press("ArrowDown");
        // Past the box, where Enter means something else.
        press("ArrowRight");
        press("Enter");
        shows(second);
        page.waitForURL(SOMEBODY);
        page.goBack();
        page.locator(".weft-progress-person-header").waitFor(Walk.GONE);
    }

    @Test
    void previousPressedToTheFirstLeavesAWayOn() {
        page.navigate("/progress?view=all&sort=name");
        var second = people().nth(1);
        second.waitFor();
        var names = people().allTextContents();
        second.click();
        shows(names.get(1));
        page.getByLabel("Previous person").focus();
        press("Enter");
        shows(names.get(0));
        page.waitForFunction("!document.activeElement.disabled");
        press("j");
        shows(names.get(1));
        press("Escape");
    }

    @Test
    void aGroupOpensAndItsPeopleAreReached() {
        page.navigate("/progress?view=all&group=level");
        page.locator("vaadin-grid-tree-toggle").first().waitFor();
        page.locator(".weft-progress-search input").focus();
        tabInto("tbody");
        press("ArrowRight");
        press("Enter");
        page.locator(".weft-group-member a").first().waitFor();
        press("ArrowDown");
        press("Space");
        marked("1 of");
        press("Enter");
        page.locator(".weft-progress-person-header").waitFor();
        press("Escape");
        page.locator(".weft-progress-person-header").waitFor(Walk.GONE);
    }

    private Locator people() {
        return page.locator(".weft-progress-grid a.weft-person-name:visible");
    }

    private void press(String key) {
        page.keyboard().press(key);
        page.waitForTimeout(100);
    }

    private void shows(String name) {
        page.locator(".weft-progress-person-heading")
                .filter(new Locator.FilterOptions().setHasText(name.strip()))
                .waitFor();
    }

    private void marked(String words) {
        page.locator(".weft-selection-words")
                .filter(new Locator.FilterOptions().setHasText(words))
                .waitFor();
    }

    private void tabInto(String section) {
        for (var i = 0; i < 30 && !(Boolean) page.evaluate("""
                section => {
                  const at = document.querySelector('.weft-progress-grid')?.shadowRoot.activeElement;
                  return Boolean(at?.closest(section));
                }""", section); i++) {
            press("Tab");
        }
    }
}
