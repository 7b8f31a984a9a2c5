package org.weft.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All that match are marked, changed and given back, in a browser, and nothing is left of it. */
class BulkIT extends BrowserTest {

    private static final Pattern ALL_MARKED = Pattern.compile("All ([\\d,]+) marked");

    @Autowired
    JdbcClient jdbc;

    @Test
    void dueDatesOfAllThatMatchMoveAndComeBack() {
        var walk = as("hr", portal.desktop());
        var page = walk.page();
        walk.go("progress?view=all&level=front-line&state=overdue");
        var marked = markAll(page);
        assertThat(marked).isLessThan(count("select count(*) from participant where level_rank = 1"));
        var before = plans();

        walk.press("Change due date").fill("Days later", "1");
        var move = primary(page, "Move [\\d,]+ due dates");
        // Until what is shown is what comes of one day, and no longer of the days that were offered.
        page.waitForTimeout(1000);
        picture(page, "bulk-due");
        assertThat(Axe.grave(page)).isEmpty();
        var words = move.textContent();
        move.click();
        walk.sees("due dates were moved");
        picture(page, "bulk-due-done");
        assertThat(Axe.grave(page)).isEmpty();
        assertThat(plans()).isNotEqualTo(before);
        assertThat(words).contains(String.format("%,d", changed()));

        giveBack(walk);
        assertThat(plans()).isEqualTo(before);
        walk.close();
    }

    @Test
    void objectivesAreWaivedForAReasonAndTakenUpAgain() {
        var walk = as("hr", portal.desktop());
        var page = walk.page();
        walk.go("progress?view=all&level=team-lead&health=at-risk");
        markAll(page);
        var before = plans();

        more(walk, "Waive");
        var waive = primary(page, "Waive .* objectives?");
        assertThat(Axe.grave(page)).isEmpty();
        waive.click();
        walk.sees("Fill this in.").fill("Reason", "The line stands still until spring");
        waive.click();
        walk.sees("were waived, for");
        assertThat(plans()).isNotEqualTo(before);

        giveBack(walk);
        assertThat(plans()).isEqualTo(before);
        walk.close();
    }

    @Test
    void allThatMatchGetAReminder() {
        var walk = as("hr", portal.desktop());
        var page = walk.page();
        walk.go("progress?view=all&level=executive");
        var marked = markAll(page);
        var reminders = "select count(*) from message where kind = 'REMINDER'";
        var before = count(reminders);

        walk.press("Send reminder");
        var send = primary(page, "Send [\\d,]+ reminders");
        picture(page, "bulk-remind");
        assertThat(Axe.grave(page)).isEmpty();
        var sent = number(send.textContent());
        assertThat(sent).isBetween(1L, marked);
        send.click();
        page.getByText(Pattern.compile("reminders (are being sent|wait in the outbox)"))
                .waitFor();

        assertThat(count(reminders)).isEqualTo(before + sent);
        walk.close();
    }

    @Test
    void theLeadChangesAndComesBack() {
        var walk = as("hr", portal.desktop());
        var page = walk.page();
        walk.go("progress?view=all&level=front-line&health=off-track");
        markAll(page);
        var before = leads();

        more(walk, "Change lead");
        walk.pick("Lead", "Freya Lehmann");
        var change = primary(page, "Change the lead of .*");
        picture(page, "bulk-lead");
        change.click();
        walk.sees("have another lead.");
        assertThat(leads()).isNotEqualTo(before);

        giveBack(walk);
        assertThat(leads()).isEqualTo(before);
        walk.close();
    }

    @Test
    void onAPhoneOneMenuHoldsAll() {
        var walk = as("manager", portal.phone());
        var page = walk.page();
        walk.go("progress");
        markAll(page);
        walk.press("Actions");
        assertThat(Axe.grave(page)).isEmpty();
        assertThat(item(page, "").allTextContents())
                .extracting(String::strip)
                .containsExactly("Send reminder", "Change due date", "Assign", "Waive", "Change lead", "Export these");
        item(page, "Waive").click();
        walk.sees("are waived, for");
        picture(page, "bulk-waive-phone");
        var width = (Integer) page.evaluate("document.documentElement.scrollWidth");
        assertThat(width).isLessThanOrEqualTo(390);
        walk.press("Cancel").close();
    }

    /** Marks all that match and says how many they are. */
    private static long markAll(Page page) {
        page.locator("vaadin-grid vaadin-checkbox").nth(1).waitFor();
        page.locator("vaadin-grid vaadin-checkbox").first().click();
        var words = page.getByText(ALL_MARKED);
        words.waitFor();
        return number(words.textContent());
    }

    private static void more(Walk walk, String item) {
        walk.press("More");
        item(walk.page(), item).click();
    }

    private static Locator item(Page page, String words) {
        return page.locator("vaadin-context-menu-item:visible").filter(new Locator.FilterOptions().setHasText(words));
    }

    /** The button that does it, once it says to how many. */
    private static Locator primary(Page page, String words) {
        var button = page.locator("vaadin-dialog[opened] vaadin-button[theme~=primary]:not([disabled])")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile(words)));
        button.waitFor();
        return button;
    }

    private static void giveBack(Walk walk) {
        walk.press("Undo");
        walk.page()
                .locator("vaadin-dialog[opened] vaadin-button")
                .filter(new Locator.FilterOptions().setHasText("Undo"))
                .waitFor(Walk.GONE);
        walk.press("Close");
        walk.page().locator(".weft-bulk-dialog").waitFor(Walk.GONE);
    }

    private List<String> plans() {
        return jdbc.sql("select status || cast(due_on as varchar(10)) from assignment order by id")
                .query(String.class)
                .list();
    }

    private List<String> leads() {
        return jdbc.sql("select lead_id || ' ' || lead_by_hand from participant order by id")
                .query(String.class)
                .list();
    }

    private long changed() {
        return count("select things from bulk_change order by id desc fetch first row only");
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private static long number(String words) {
        return Long.parseLong(words.replaceAll("\\D", ""));
    }
}
