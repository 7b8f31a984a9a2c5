package org.weft.reports.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.weft.access.Role;
import org.weft.base.ui.FilterChip;
import org.weft.progress.ProgressForm;
import org.weft.progress.SavedViewDraft;
import org.weft.progress.SavedViewService;
import org.weft.reports.Quarter;
import org.weft.testing.ViewTest;

@TestPropertySource(properties = "weft.reports.at-once=10")
class ReportsViewTest extends ViewTest {

    @Autowired
    private SavedViewService views;

    private Quarter quarter;

    private void open(Locale language) {
        quarter = new Quarter(fixture);
        var account = signIn(Role.HR);
        fixture.account(account.id(), "Helga", null);
        UI.getCurrent().setLocale(language);
        navigate(ReportsView.class);
    }

    private String list() {
        return words($view(DownloadList.class).single().getElement());
    }

    /** What is hidden says nothing. */
    private static String words(Element element) {
        return element.isTextNode()
                ? element.getText()
                : element.isVisible()
                        ? element.getChildren().map(ReportsViewTest::words).collect(Collectors.joining(" "))
                        : "";
    }

    private List<Anchor> links() {
        return $view(Anchor.class).all().stream()
                .filter(link -> link.hasClassName("weft-reports-get"))
                .toList();
    }

    private @Nullable Button button(String label) {
        return $view(Button.class).all().stream()
                .filter(button -> label.equals(button.getAriaLabel().orElse("")) && button.isVisible())
                .findFirst()
                .orElse(null);
    }

    private void press(String label) {
        test(button(label)).click();
    }

    /** As a node does that makes it. */
    private void state(String sql, Object... params) {
        fixture.jdbc().sql("update report_download set " + sql).params(params).update();
        ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));
    }

    @Test
    void aLargeOneAppearsUnderDownloadsAndTheReaderIsToldSo() {
        open(Locale.ENGLISH);
        assertThat(list()).contains("Large reports are made in the background");
        assertThat(UI.getCurrent().getPollInterval()).isEqualTo(-1);

        press("Excel: All facts");

        assertThat($(Notification.class).last().getElement().getTextRecursively())
                .contains("About 13 rows", "under Downloads");
        assertThat(list())
                .contains("All facts", "Waiting", "Q4 2026", "Waits for its turn")
                .doesNotContain("Large reports");
        assertThat(UI.getCurrent().getPollInterval()).isPositive();
        press("Excel: All facts");
        assertThat($(Notification.class).last().getElement().getTextRecursively())
                .contains("being made already");
        assertThat(fixture.count("report_download")).isOne();
    }

    @Test
    void theBarMovesByItselfInItsPlaceUntilTheFileIsThere() {
        open(Locale.ENGLISH);
        press("Excel: All facts");
        var cancel = button("Cancel: All facts, Q4 2026, Excel");
        var bar = $view(ProgressBar.class).single();
        assertThat(bar.isIndeterminate()).isTrue();

        state("state = 'RUNNING', rows_done = 300, rows_expected = 1200");
        assertThat(list()).contains("Being made", "300 of about 1,200 rows");
        assertThat(bar.getValue()).isEqualTo(0.25);
        assertThat(bar.isIndeterminate()).isFalse();
        assertThat(button("Cancel: All facts, Q4 2026, Excel"))
                .as("the same, with its focus")
                .isSameAs(cancel);
        state("rows_done = 1300");
        assertThat(bar.getValue()).as("more than was expected").isLessThan(1);

        state("""
                state = 'READY', making = null, size = 3500000, file_name = 'a.xlsx', made_roles = 'HR',
                made_reach = 'WHOLE', expires_at = timestamp '2026-11-24 09:00:00+00'""");
        assertThat(list()).contains("Ready", "3.3 MB", "kept until Nov 24, 2026");
        assertThat($(Notification.class).last().getElement().getTextRecursively())
                .contains("All facts is ready");
        assertThat(links())
                .extracting(link -> link.getElement().getAttribute("aria-label"))
                .containsExactly("Download: All facts, Q4 2026, Excel");
        assertThat(UI.getCurrent().getPollInterval()).isEqualTo(-1);
        press("Remove: All facts, Q4 2026, Excel");
        assertThat(list()).contains("Large reports are made in the background");
        assertThat(fixture.count("report_download")).isZero();
    }

    @Test
    void theSameReportIsMadeInEachFormatOfItsOwn() {
        open(Locale.ENGLISH);
        press("Excel: Team progress");
        press("CSV: Team progress");

        assertThat($(Notification.class).last().getElement().getTextRecursively())
                .as("of one table, where the workbook has two")
                .contains("About 13 rows");
        assertThat(list()).contains("Q4 2026 · Excel", "Q4 2026 · CSV");
        assertThat(fixture.count("report_download")).isEqualTo(2);
    }

    private List<String> chips() {
        return $view(FilterChip.class).all().stream()
                .map(chip -> chip.getElement().getTextRecursively())
                .toList();
    }

    @Test
    void whatCameAlongFromTheListIsSaidAndCanBeTakenOut() {
        open(Locale.ENGLISH);
        UI.getCurrent().navigate("reports", QueryParameters.fromString("level=front-line&q=sally&columns=name,team"));

        assertThat(chips()).containsExactly("Level: Front line", "Search: sally", "Columns: Name, Team");
        test($view(FilterChip.class)
                        .all()
                        .get(1)
                        .getChildren()
                        .filter(Button.class::isInstance)
                        .map(Button.class::cast)
                        .findFirst()
                        .orElseThrow())
                .click();
        assertThat(chips()).containsExactly("Level: Front line", "Columns: Name, Team");
        press("Excel: Team progress");
        assertThat(list()).contains("Level: Front line", "Waiting");
    }

    @Test
    void oneOfTheReadersSavedViewsIsPicked() {
        quarter = new Quarter(fixture);
        var account = signIn(Role.HR);
        fixture.account(account.id(), "Helga", null);
        views.add(
                new SavedViewDraft("Front line", ProgressForm.LIST, "level=front-line&columns=name,team", null, false));
        navigate(ReportsView.class);
        assertThat(chips()).isEmpty();

        var select = $view(Select.class).single();
        test(select).selectItem("Front line");

        assertThat(chips()).containsExactly("Level: Front line", "Columns: Name, Team");
    }

    @Test
    void whoWantsToEditInExcelFindsTheWayHereWithTheSameFilter() {
        open(Locale.ENGLISH);
        UI.getCurrent().navigate("reports", QueryParameters.fromString("level=front-line"));
        test($view(Button.class).all().stream()
                        .filter(button -> button.getText().equals("Edit in Excel"))
                        .findFirst()
                        .orElseThrow())
                .click();

        assertThat(UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters())
                .startsWith("progress/excel")
                .contains("cycle=" + quarter.cycle, "level=front-line");
    }

    @Test
    void executivesHaveNoListToFilterBy() {
        quarter = new Quarter(fixture);
        signIn(Role.EXECUTIVE);
        UI.getCurrent().navigate("reports", QueryParameters.fromString("level=front-line"));

        assertThat(chips()).isEmpty();
        assertThat(button("Excel: Executive summary")).isNotNull();
        assertThat($view(Button.class).all()).extracting(Button::getText).doesNotContain("Edit in Excel");
    }

    @Test
    void whoCancelsSeesSoAtOnceAndNoLongerLooks() {
        open(Locale.GERMAN);
        press("Excel: Alle Einzeldaten");
        press("Abbrechen: Alle Einzeldaten, Q4 2026, Excel");

        assertThat(list()).contains("Abgebrochen").doesNotContain("Wartet");
        assertThat(UI.getCurrent().getPollInterval()).isEqualTo(-1);
        assertThat($view(ProgressBar.class).all()).isEmpty();
    }

    @Test
    void whatFailedOrIsWithheldSaysWhy() {
        open(Locale.ENGLISH);
        press("Excel: All facts");
        state("state = 'FAILED', making = null, error_key = 'reports.download.failed.attempts', error_detail = '3'");
        assertThat(list()).contains("Failed", "broke off 3 times");

        state(
                "state = 'READY', file_name = 'a.xlsx', made_roles = 'HR,MANAGER', made_reach = 'WHOLE', error_key = null");
        assertThat(list()).contains("Withheld", "may see less now");
        assertThat(links()).isEmpty();
    }

    @Test
    void onlyOnesOwnAreListed() {
        open(Locale.ENGLISH);
        press("Excel: All facts");
        signIn(quarter.salesLead, Role.HR);
        navigate(ReportsView.class);

        assertThat(list()).contains("Large reports are made in the background").doesNotContain("Waiting");
    }

    @Test
    void whoLeavesThePageLooksNoMore() {
        open(Locale.ENGLISH);
        press("Excel: All facts");
        navigate(DashboardView.class);

        assertThat(UI.getCurrent().getPollInterval()).isEqualTo(-1);
    }
}
