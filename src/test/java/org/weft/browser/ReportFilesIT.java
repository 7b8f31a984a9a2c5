package org.weft.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.weft.testing.PortalTest;

/** From the people in front of one to a report of just these: as a workbook, as rows, on paper. */
@PortalTest
@ActiveProfiles("demo")
@TestInstance(Lifecycle.PER_CLASS)
class ReportFilesIT {

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    Portal portal;

    @BeforeAll
    void open() {
        portal = new Portal(port);
    }

    @AfterAll
    void close() {
        portal.close();
    }

    private Walk as(Page page) {
        Portal.signIn(page, "director", "weft");
        return new Walk(page, portal.address());
    }

    @Test
    void whatIsInFrontOfOneBecomesAReport() throws IOException {
        var walk = as(portal.desktop());
        walk.go("progress?level=front-line&columns=name,team,progress");
        walk.page()
                .getByRole(
                        AriaRole.BUTTON, new GetByRoleOptions().setName("More").setExact(true))
                .last()
                .click();
        walk.page().getByText("Report with this filter").click();
        walk.page().waitForURL(url -> url.contains("/reports?"));
        walk.sees("Level: Front line").sees("Columns: Name, Team, Progress");
        assertThat(walk.page().url()).contains("level=front-line", "columns=name");
        BrowserTest.picture(walk.page(), "reports-filtered");
        assertThat(Axe.grave(walk.page())).isEmpty();

        var csv = walk.download(() -> walk.press("CSV: Team progress"), folder);
        assertThat(csv.getFileName().toString()).endsWith(", filtered, People.csv");
        var rows = Files.readAllLines(csv);
        assertThat(rows.getFirst()).endsWith("Name,Team,Progress");
        var workbook = walk.download(() -> walk.press("Excel: Team progress"), folder);
        try (var read = WorkbookFactory.create(workbook.toFile())) {
            assertThat(read.getSheet("People").getLastRowNum()).isEqualTo(rows.size() - 1);
        }
        var pdf = walk.download(() -> walk.press("PDF: Team progress"), folder);
        try (var read = Loader.loadPDF(pdf.toFile())) {
            assertThat(new PDFTextStripper().getText(read).replaceAll("\\s+", " "))
                    .contains("Participants " + (rows.size() - 1), "Filter: Level: Front line");
        }

        walk.press("Remove the filter Level");
        walk.page().waitForURL(url -> !url.contains("level="));
        walk.close();
        others();
    }

    /** The same on a phone and at night. */
    private void others() {
        for (var page : List.of(portal.phone(), portal.desktopDark())) {
            var walk = as(page);
            walk.go("reports?level=front-line&columns=name,team,progress").sees("Level: Front line");
            BrowserTest.picture(page, "reports-filtered-" + page.viewportSize().width);
            assertThat(Axe.grave(page)).isEmpty();
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(page.viewportSize().width);
            walk.close();
        }
    }
}
