package org.weft.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.weft.reports.Books.beside;
import static org.weft.reports.Books.column;
import static org.weft.reports.Books.names;
import static org.weft.reports.Books.poi;
import static org.weft.reports.Books.recalculated;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.weft.access.ExecutiveReach;
import org.weft.access.Role;
import org.weft.base.InvalidInputException;
import org.weft.base.NotFoundException;
import org.weft.objectives.AssignmentStatus;
import org.weft.testing.Fixture;
import org.weft.testing.SignedIn;
import org.weft.testing.WeftTest;
import org.weft.workbook.FileFormat;
import org.weft.workbook.WorkbookFile;

@WeftTest
class ReportServiceTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** Of the cycle: the last is shorter. */
    private static final int WEEKS = 14;

    @Autowired
    private ReportService reports;

    @Autowired
    private Fixture fixture;

    private Quarter quarter;

    @BeforeEach
    void quarter() {
        quarter = new Quarter(fixture);
        quarter.assign(quarter.salesPeople[1], "COMPLETED", Quarter.PAST);
        quarter.assign(quarter.salesPeople[2], "IN_PROGRESS", Quarter.PAST);
        quarter.assign(quarter.productionPeople[1], "NOT_STARTED", Quarter.AHEAD);
        quarter.assign(quarter.productionPeople[1], "WAIVED", Quarter.AHEAD);
        quarter.talk(Quarter.PAST, quarter.salesPeople[1], quarter.productionPeople[1]);
    }

    private byte[] download(Locale locale) throws IOException {
        try (var in = create(quarter.cycle, locale).open()) {
            return in.readAllBytes();
        }
    }

    /** The first of the catalogue but for HR, who get all there is. */
    private WorkbookFile create(long cycleId, Locale locale) {
        var offered = reports.offered();
        var kind = offered.contains(ReportKind.FACTS) ? ReportKind.FACTS : ReportKind.EXECUTIVE;
        return reports.create(new ReportRequest(kind, cycleId, locale, BERLIN));
    }

    @Test
    void executivesGetFiguresAndNoPersonalRow() throws IOException {
        SignedIn.as(Role.EXECUTIVE);

        try (var workbook = poi(download(Locale.ENGLISH))) {
            assertThat(names(workbook)).containsExactly("Summary", "Departments", "Levels", "About");
            for (var sheet : workbook) {
                for (var row : sheet) {
                    assertThat(row).noneMatch(cell -> cell.toString().contains("Sally"));
                }
            }
            var about = workbook.getSheet("About");
            assertThat(column(about, 1)).contains("Figures of groups; no personal rows.", "Test executive");
        }
    }

    @Test
    void theSummaryHoldsTheKeyFiguresAndNativeCharts() throws IOException {
        SignedIn.as(Role.HR);

        try (var workbook = poi(download(Locale.ENGLISH))) {
            var summary = (XSSFSheet) workbook.getSheet("Summary");
            assertThat(summary.getRow(0).getCell(0).getStringCellValue()).isEqualTo("All facts in Q4 2026");
            assertThat(summary.getRow(1).getCell(0).getStringCellValue())
                    .contains("Whole organisation", "Nov 17, 2026", "10:00", "(Europe/Berlin)");
            assertThat(beside(summary, "Participants")).isEqualTo(13);
            assertThat(beside(summary, "Completion rate")).isEqualTo(1.0 / 3);
            assertThat(beside(summary, "Participation")).isEqualTo(2.0 / 13);
            assertThat(beside(summary, "Conversations")).isEqualTo(1);
            assertThat(beside(summary, "Across departments")).isEqualTo(1);
            assertThat(beside(summary, "Overdue")).isEqualTo(1);
            assertThat(beside(summary, "Sales")).isEqualTo(0.5);
            assertThat(summary.getDrawingPatriarch().getCharts())
                    .extracting(chart -> chart.getTitleText().getString())
                    .containsExactly(
                            "How far is each department?",
                            "How far is each level?",
                            "Where do the objectives stand?",
                            "When do people talk?");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void theFiguresAreCountedByTheWorkbookItselfToTheLastDigit(String language) throws IOException {
        SignedIn.as(Role.HR);

        try (var workbook = poi(download(Locale.of(language)))) {
            assertThat(recalculated(workbook))
                    .hasSize(6 + 2 + 1 + 5 + AssignmentStatus.values().length + WEEKS)
                    .contains("Sales", language.equals("de") ? "Teilnehmende" : "Participants");
        }
    }

    @Test
    void whoChangesAFactSeesItInTheSummary() throws IOException {
        SignedIn.as(Role.HR);

        try (var workbook = poi(download(Locale.ENGLISH))) {
            var table = workbook.getTable("Facts");
            var status = table.findColumnIndex("Status");
            for (var row : workbook.getSheet("Facts")) {
                var cell = row.getCell(status);
                if (cell.getStringCellValue().equals("In progress")) {
                    // POI keeps a text that stands in its cell unless the cell is emptied first.
                    cell.setBlank();
                    cell.setCellValue("Completed");
                }
            }
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();

            assertThat(beside(workbook.getSheet("Summary"), "Completion rate")).isEqualTo(2.0 / 3);
            assertThat(beside(workbook.getSheet("Summary"), "Sales")).isEqualTo(1);
        }
    }

    @Test
    void hrGetsARowPerPersonAndConversation() throws IOException {
        SignedIn.as(Role.HR);

        try (var workbook = poi(download(Locale.ENGLISH))) {
            assertThat(workbook.getTable("People").getArea().getLastCell().getRow())
                    .isEqualTo(13);
            assertThat(column(workbook.getSheet("Conversations"), 3))
                    .containsExactly("People", "Peter1 Production, Sally1 Sales");
            assertThat(column(workbook.getSheet("Conversations"), 6)).containsExactly("Across departments", "Yes");
        }
    }

    @Test
    void hrGetsARowPerAssignment() throws IOException {
        SignedIn.as(Role.HR);

        try (var workbook = poi(download(Locale.ENGLISH))) {
            assertThat(names(workbook))
                    .containsExactly("Summary", "Departments", "Levels", "People", "Facts", "Conversations", "About");
            var facts = workbook.getSheet("Facts");
            assertThat(facts.getLastRowNum()).isEqualTo(4);
            var header = IntStream.range(0, facts.getRow(0).getLastCellNum())
                    .mapToObj(i -> facts.getRow(0).getCell(i).getStringCellValue())
                    .toList();
            var row = IntStream.rangeClosed(1, 4)
                    .mapToObj(facts::getRow)
                    .filter(one -> one.getCell(header.indexOf("Name"))
                            .getStringCellValue()
                            .equals("Sally1 Sales"))
                    .findFirst()
                    .orElseThrow();
            assertThat(row.getCell(header.indexOf("Department")).getStringCellValue())
                    .isEqualTo("Sales");
            assertThat(row.getCell(header.indexOf("Team")).getStringCellValue()).isEqualTo("North");
            assertThat(row.getCell(header.indexOf("Status")).getStringCellValue())
                    .isEqualTo("Completed");
            assertThat(row.getCell(header.indexOf("Achieved")).getNumericCellValue())
                    .isEqualTo(3);
            assertThat(row.getCell(header.indexOf("Progress")).getNumericCellValue())
                    .isEqualTo(1);
            assertThat(row.getCell(header.indexOf("Due")).getLocalDateTimeCellValue())
                    .isEqualTo(Quarter.PAST.atStartOfDay());
            assertThat(row.getCell(header.indexOf("Overdue")).getStringCellValue())
                    .isEqualTo("No");
            assertThat(row.getCell(header.indexOf("Status since (Europe/Berlin)"))
                            .getLocalDateTimeCellValue())
                    .isEqualTo(LocalDateTime.of(2026, 10, 1, 10, 0));
        }
    }

    @Test
    void aSecondLibraryReadsTheSame() throws IOException {
        SignedIn.as(Role.HR);
        var bytes = download(Locale.ENGLISH);

        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            var departments = workbook.findSheet("Departments").orElseThrow().read();
            assertThat(departments.get(0).getCellText(0)).isEqualTo("Department");
            assertThat(departments.get(1).getCellText(0)).isEqualTo("Production");
            assertThat(departments.get(2).getCellText(0)).isEqualTo("Sales");
            assertThat(departments.get(2).getCellAsNumber(1).orElseThrow().intValue())
                    .isEqualTo(7);
            var facts = workbook.findSheet("Facts").orElseThrow().read();
            assertThat(facts).hasSize(5);
            assertThat(facts.get(1).getCellAsDate(16).orElseThrow().toLocalDate())
                    .isInstanceOf(LocalDate.class);
        }
    }

    @Test
    void hostileNamesAreExportedAsTheTextTheyAre() throws IOException {
        SignedIn.as(Role.HR);
        fixture.jdbc()
                .sql("update team set name = ? where id = ?")
                .params("=cmd|'/c calc'!A1 <b>👩‍🚀 مرحبا", quarter.sales)
                .update();

        try (var workbook = poi(download(Locale.ENGLISH))) {
            for (var name : List.of("Summary", "Departments", "Facts")) {
                var found = 0;
                for (var row : workbook.getSheet(name)) {
                    for (var cell : row) {
                        if (cell.toString().equals("=cmd|'/c calc'!A1 <b>👩‍🚀 مرحبا")) {
                            found++;
                            assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
                            assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
                        }
                    }
                }
                assertThat(found).as(name).isPositive();
            }
        }
    }

    @Test
    void smallGroupsAreHiddenInTheFileAsOnTheScreen() throws IOException {
        SignedIn.as(Role.EXECUTIVE);
        quarter.withSmallGroups();

        try (var workbook = poi(download(Locale.ENGLISH))) {
            assertThat(column(workbook.getSheet("Departments"), 0))
                    .containsExactly("Department", "Sales", "Other departments");
            assertThat(column(workbook.getSheet("Levels"), 0)).containsExactly("Level");
            assertThat(column(workbook.getSheet("Summary"), 0))
                    .anyMatch(text -> text.startsWith("Hidden: departments with fewer than 5 people. 3 departments"))
                    .anyMatch(text -> text.startsWith("Levels are hidden"));
        }
    }

    @Test
    void smallGroupsAreHiddenOnPaperToo() throws IOException {
        SignedIn.as(Role.EXECUTIVE);
        quarter.withSmallGroups();
        var request = new ReportRequest(ReportKind.EXECUTIVE, quarter.cycle, Locale.ENGLISH, BERLIN);

        try (var in = reports.create(request.as(FileFormat.PDF)).open();
                var document = Loader.loadPDF(in.readAllBytes())) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
                    .contains("Sales", "Other departments", "Levels are hidden")
                    .contains("Hidden: departments with fewer than 5 people. 3 departments")
                    .doesNotContain("Office", "Front line");
        }
    }

    @Test
    void germanReadersGetAGermanWorkbook() throws IOException {
        SignedIn.as(Role.HR);

        try (var workbook = poi(download(Locale.GERMAN))) {
            assertThat(names(workbook))
                    .containsExactly(
                            "Überblick",
                            "Abteilungen",
                            "Ebenen",
                            "Personen",
                            "Einzeldaten",
                            "Gespräche",
                            "Über diese Mappe");
        }
    }

    @Test
    void theFileIsNamedAfterTheQuarterAndTheDay() {
        SignedIn.as(Role.EXECUTIVE);

        try (var file = create(quarter.cycle, Locale.ENGLISH)) {
            assertThat(file.name()).isEqualTo("Weft Q4 2026, 2026-11-17.xlsx");
        }
    }

    @Test
    void everyDownloadIsInTheTrail() throws IOException {
        var account = SignedIn.as(Role.EXECUTIVE);
        download(Locale.ENGLISH);

        var entry = fixture.jdbc().sql("select * from audit_entry").query().singleRow();
        assertThat(entry)
                .containsEntry("action", "REPORT_MADE")
                .containsEntry("actor_id", account.id())
                .containsEntry("subject_type", "cycle")
                .containsEntry("subject_id", quarter.cycle)
                .containsEntry("subject_name", "Weft Q4 2026, 2026-11-17");
    }

    @Test
    void whatCannotBeMadeIsSaidInWordsAndNotInTheTrail() {
        SignedIn.as(Role.EXECUTIVE);
        var empty = fixture.cycle();
        var lead = fixture.person("Tina Tiny");
        quarter.join(lead);

        assertThatThrownBy(() -> create(empty, Locale.ENGLISH)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> create(4711, Locale.ENGLISH)).isInstanceOf(NotFoundException.class);
        SignedIn.ofReach(ExecutiveReach.LINE, lead, Role.EXECUTIVE);
        assertThatThrownBy(() -> create(quarter.cycle, Locale.ENGLISH)).isInstanceOf(InvalidInputException.class);
        assertThat(fixture.count("audit_entry")).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"ADMIN", "MANAGER", "MEMBER"})
    void nobodyElseGetsAWorkbook(Role role) {
        SignedIn.as(role);

        assertThatThrownBy(() -> create(quarter.cycle, Locale.ENGLISH)).isInstanceOf(AccessDeniedException.class);
    }
}
