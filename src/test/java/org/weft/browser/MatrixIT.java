package org.weft.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The matrix of everybody and every objective: wider and longer than any window. */
class MatrixIT extends BrowserTest {

    private static final String SCROLL = """
            ([left, top]) => {
              const table = document.querySelector('vaadin-grid').$.table;
              table.scrollLeft = left;
              table.scrollTop = top;
            }""";

    /** Where the first name that is seen begins, and where the head of its column does. */
    private static final String EDGES = """
            () => {
              const grid = document.querySelector('vaadin-grid').getBoundingClientRect();
              const seen = (box) => box.width > 0 && box.top > grid.top + 40 && box.bottom < grid.bottom;
              const name = [...document.querySelectorAll('vaadin-grid .weft-person-name')]
                  .map((one) => one.getBoundingClientRect()).find(seen);
              const head = document.querySelector('vaadin-grid vaadin-grid-sorter').getBoundingClientRect();
              return [name.left, head.left, head.top].map(Math.round).join(' ');
            }""";

    private Page page;

    @BeforeAll
    void signIn() {
        page = as("hr", portal.desktop()).page();
    }

    private void show() {
        page.navigate("/progress/matrix?view=all&sort=name");
        page.locator(".weft-progress-cell:visible").first().waitFor();
        // The drawer takes its place.
        page.waitForTimeout(600);
    }

    @Test
    void namesAndHeadsStayWhileOneScrollsAcrossSixtyObjectives() {
        show();
        var columns = (Integer) page.evaluate("document.querySelectorAll('vaadin-grid-column').length");
        assertThat(columns).isGreaterThanOrEqualTo(60);
        var before = page.evaluate(EDGES);

        page.evaluate(SCROLL, List.of(1200, 900));
        page.waitForTimeout(600);
        assertThat(page.evaluate(EDGES)).isEqualTo(before);
        page.locator(".weft-progress-cell:visible").first().waitFor();
        picture(page, "matrix-scrolled");

        page.evaluate(SCROLL, List.of(100_000, 100_000));
        page.waitForTimeout(600);
        assertThat(page.evaluate(EDGES)).isEqualTo(before);
        var drawn = (Integer) page.evaluate("document.querySelectorAll('.weft-progress-cell').length");
        assertThat(drawn).as("only what is near is drawn").isLessThan(1000);
    }

    @Test
    void aCellOpensInPlaceAndLeadsToThePerson() {
        show();
        var address = page.url();
        page.locator(".weft-progress-cell:visible").first().click();
        var card = page.locator("vaadin-popover .weft-objectives-card");
        card.waitFor();
        assertThat(page.url()).isEqualTo(address);
        picture(page, "matrix-cell");
        page.keyboard().press("Escape");
        card.waitFor(Walk.GONE);

        page.locator(".weft-progress-cell:visible").first().click();
        page.locator("vaadin-popover .weft-progress-cell-popover-head vaadin-button")
                .first()
                .click();
        page.locator(".weft-progress-person-header").waitFor();
        page.locator(".weft-progress-person-pointed").waitFor();
        assertThat(page.url()).contains("/progress/matrix").contains("person=");
    }
}
