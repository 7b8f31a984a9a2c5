package org.weft.browser;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;

/** What a person does on a page, in a person's words. */
final class Walk {

    /** For waiting until something has left the page. */
    static final Locator.WaitForOptions GONE = new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN);

    private final Page page;
    private final String address;

    Walk(Page page, String address) {
        this.page = page;
        this.address = address;
    }

    Page page() {
        return page;
    }

    Walk go(String path) {
        page.navigate(address + "/" + path);
        page.waitForSelector("vaadin-app-layout");
        return this;
    }

    Walk press(String button) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(button).setExact(true))
                .last()
                .click();
        return this;
    }

    /** Presses what the dialog on top of the page wants done, and waits until it is closed. */
    Walk confirm() {
        var wanted = page.locator("vaadin-dialog[opened] vaadin-button[theme~=primary]:visible")
                .last();
        wanted.click();
        wanted.waitFor(GONE);
        return this;
    }

    Walk fill(String label, String text) {
        var field = field(label);
        field.fill(text);
        field.press("Tab");
        return this;
    }

    /** Types into a picker, takes the first that is offered with these words, and goes on to the next field. */
    Walk pick(String label, String words) {
        field(label).click();
        field(label).fill(words);
        var offered = page.locator("vaadin-combo-box-item:visible, vaadin-multi-select-combo-box-item:visible");
        offered.filter(new Locator.FilterOptions().setHasText(words)).first().click();
        field(label).press("Tab");
        offered.first().waitFor(GONE);
        return this;
    }

    Walk tick(String label) {
        field(label).check();
        return this;
    }

    Walk sees(String words) {
        page.getByText(words).locator("visible=true").first().waitFor();
        return this;
    }

    Path download(Runnable action, Path folder) {
        Download download = page.waitForDownload(action);
        var file = folder.resolve(download.suggestedFilename());
        download.saveAs(file);
        return file;
    }

    Locator field(String label) {
        return page.getByLabel(label, new GetByLabelOptions().setExact(true))
                .locator("visible=true")
                .last();
    }

    void close() {
        page.context().close();
    }
}
