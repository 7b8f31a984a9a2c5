package org.weft.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;
import org.weft.testing.PortalTest;

/** A report that takes its time: the reader leaves, comes back and fetches it; and calls another off. */
@PortalTest
@ActiveProfiles("demo")
@TestPropertySource(properties = {"db-scheduler.enabled=true", "weft.reports.at-once=100"})
@TestInstance(Lifecycle.PER_CLASS)
class LargeReportIT {

    @LocalServerPort
    int port;

    @Autowired
    Scheduler scheduler;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    Portal portal;

    @BeforeAll
    void open() {
        portal = new Portal(port);
    }

    @AfterAll
    void close() {
        scheduler.resume();
        portal.close();
    }

    private Walk as(String account, Page page) {
        Portal.signIn(page, account, "weft");
        return new Walk(page, portal.address());
    }

    private static Locator list(Walk walk) {
        return walk.page().locator(".weft-reports-downloads");
    }

    private static void badge(Walk walk, String word) {
        list(walk)
                .locator(".weft-badge")
                .filter(new Locator.FilterOptions().setHasText(word))
                .first()
                .waitFor();
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    @Test
    void aReportIsMadeWhileItsReaderIsElsewhereAndAnotherIsCancelled() throws IOException {
        scheduler.pause();
        var hr = as("hr", portal.desktop());
        hr.go("reports").sees("Large reports are made in the background");
        BrowserTest.picture(hr.page(), "reports-empty");
        hr.press("Excel: All facts").sees("this report is made in the background");
        badge(hr, "Waiting");
        scheduler.resume();
        hr.go("progress");
        hr.go("reports");
        badge(hr, "Ready");
        hr.sees("kept until");
        BrowserTest.picture(hr.page(), "reports-ready");
        assertThat(Axe.grave(hr.page())).isEmpty();

        var file = hr.download(
                () -> list(hr).getByText("Download", new Locator.GetByTextOptions().setExact(true))
                        .click(),
                folder);
        try (var workbook = WorkbookFactory.create(file.toFile())) {
            assertThat(file.getFileName().toString()).startsWith("Weft ").endsWith(".xlsx");
            assertThat((long) workbook.getSheet("People").getLastRowNum())
                    .isEqualTo(count("select count(*) from participant where cycle_id ="
                            + " (select cycle_id from report_download fetch first row only)"));
        }

        scheduler.pause();
        hr.press("Excel: All facts");
        badge(hr, "Waiting");
        // As it looks in the middle of a larger one; what is read is read by itself, and the focus stays.
        var cancel = list(hr).locator("vaadin-button:visible").first();
        cancel.focus();
        jdbc.sql("""
                        update report_download set state = 'RUNNING', rows_done = 412000, rows_expected = 1250000
                        where state = 'WAITING'""").update();
        hr.sees("412,000 of about 1,250,000 rows");
        BrowserTest.picture(hr.page(), "reports-running");
        assertThat(Axe.grave(hr.page())).isEmpty();
        assertThat(hr.page().evaluate("document.activeElement.textContent.trim()"))
                .isEqualTo("Cancel");
        others();
        cancel.click();
        badge(hr, "Cancelled");
        scheduler.resume();
        assertThat(count("select count(*) from report_piece where download_id in"
                        + " (select id from report_download where state <> 'READY')"))
                .isZero();
        hr.close();

        var executive = as("executive", portal.desktop());
        executive.go("reports").sees("Large reports are made in the background").close();
    }

    /** The same list on a phone and at night. */
    private void others() {
        for (var page : List.of(portal.phone(), portal.desktopDark())) {
            var walk = as("hr", page);
            walk.go("reports").sees("412,000 of about 1,250,000 rows");
            list(walk).scrollIntoViewIfNeeded();
            BrowserTest.picture(page, "reports-running-" + page.viewportSize().width);
            assertThat(Axe.grave(page)).isEmpty();
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(page.viewportSize().width);
            walk.close();
        }
    }
}
