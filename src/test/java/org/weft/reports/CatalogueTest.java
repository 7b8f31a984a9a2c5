package org.weft.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.weft.reports.Books.beside;
import static org.weft.reports.Books.cells;
import static org.weft.reports.Books.column;
import static org.weft.reports.Books.names;
import static org.weft.reports.Books.poi;
import static org.weft.reports.Books.recalculated;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.weft.access.ExecutiveReach;
import org.weft.access.Role;
import org.weft.base.InvalidInputException;
import org.weft.base.KeptFigure;
import org.weft.testing.Fixture;
import org.weft.testing.SignedIn;
import org.weft.testing.WeftTest;
import org.weft.workbook.FileFormat;

/** Every workbook of the catalogue, for everybody who may have it, in both languages. */
@WeftTest
class CatalogueTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final String HOSTILE = "=cmd|'/c calc'!A1 \"<b>\" 👩‍🚀 مرحبا";

    /** Beginning and end; between them the facts. */
    private static final Map<ReportKind, List<String>> SHEETS = Map.of(
            ReportKind.EXECUTIVE, List.of("Summary", "Departments", "Levels", "About"),
            ReportKind.COHORTS, List.of("Summary", "Cohorts", "About"),
            ReportKind.TEAM, List.of("Summary", "People", "Matrix", "About"),
            ReportKind.OVERDUE, List.of("Summary", "Overdue", "Escalated", "About"),
            ReportKind.CONVERSATIONS, List.of("Summary", "Weeks", "Conversations", "About"),
            ReportKind.COVERAGE, List.of("Summary", "Who talks with whom", "Pairs of departments", "About"),
            ReportKind.REMINDERS, List.of("Summary", "Policies", "Weeks", "Reminders", "About"),
            ReportKind.FACTS, List.of("Summary", "Departments", "Levels", "People", "Facts", "Conversations", "About"));

    private static final Map<ReportKind, List<String>> SHEETS_IN_GERMAN = Map.of(
            ReportKind.EXECUTIVE, List.of("Überblick", "Abteilungen", "Ebenen", "Über diese Mappe"),
            ReportKind.COHORTS, List.of("Überblick", "Kohorten", "Über diese Mappe"),
            ReportKind.TEAM, List.of("Überblick", "Personen", "Matrix", "Über diese Mappe"),
            ReportKind.OVERDUE, List.of("Überblick", "Überfällig", "Eskaliert", "Über diese Mappe"),
            ReportKind.CONVERSATIONS, List.of("Überblick", "Wochen", "Gespräche", "Über diese Mappe"),
            ReportKind.COVERAGE,
                    List.of("Überblick", "Wer mit wem spricht", "Paare von Abteilungen", "Über diese Mappe"),
            ReportKind.REMINDERS, List.of("Überblick", "Regeln", "Wochen", "Erinnerungen", "Über diese Mappe"),
            ReportKind.FACTS,
                    List.of(
                            "Überblick",
                            "Abteilungen",
                            "Ebenen",
                            "Personen",
                            "Einzeldaten",
                            "Gespräche",
                            "Über diese Mappe"));

    /** Figures of the scene, worked out by hand. */
    private static final Map<ReportKind, Map<String, Double>> FIGURES = Map.of(
            ReportKind.EXECUTIVE,
                    Map.of("Participants", 13.0, "Completion rate", 1.0 / 4, "Conversations", 2.0, "Overdue", 2.0),
            ReportKind.COHORTS,
                    Map.of(
                            "Cohorts",
                            1.0,
                            "Participants",
                            13.0,
                            "Completion rate",
                            1.0 / 4,
                            "Participation",
                            3.0 / 13,
                            "Conversations per person",
                            4.0 / 13,
                            "Overdue",
                            2.0),
            ReportKind.TEAM,
                    Map.of("Participants", 13.0, "Completion rate", 1.0 / 4, "Participation", 3.0 / 13, "At risk", 1.0),
            ReportKind.OVERDUE,
                    Map.of(
                            "Overdue", 2.0,
                            "Overdue for more than 14 days", 2.0,
                            "Overdue, never reminded", 1.0,
                            "Escalated", 1.0,
                            "Escalated, still open", 1.0,
                            "15 to 28 days", 2.0),
            ReportKind.CONVERSATIONS,
                    Map.of(
                            "Conversations", 2.0,
                            "Across departments", 1.0,
                            "Share across departments", 0.5,
                            "Oct 29, 2026", 1.0,
                            "Talk", 2.0),
            ReportKind.COVERAGE,
                    Map.of(
                            "Departments", 2.0,
                            "Pairs of departments", 1.0,
                            "Pairs that have talked", 1.0,
                            "Pairs that have not yet", 0.0,
                            "Coverage", 1.0),
            ReportKind.REMINDERS,
                    Map.of(
                            "Reminders", 3.0,
                            "Something followed", 2.0,
                            "Share with an effect", 2.0 / 3,
                            "Conversation followed", 1.0,
                            "Checked in after it", 1.0,
                            "Escalated", 1.0,
                            "By hand", 1.0,
                            "Overdue, once a week", 0.5),
            ReportKind.FACTS, Map.of("Participants", 13.0, "Conversations", 2.0, "Overdue", 2.0));

    /** What a manager of Sales sees of the same scene. */
    private static final Map<ReportKind, Map<String, Double>> FIGURES_OF_SALES = Map.of(
            ReportKind.COHORTS, Map.of("Participants", 7.0, "Completion rate", 1.0 / 2, "Overdue", 1.0),
            ReportKind.TEAM, Map.of("Participants", 7.0, "Completion rate", 1.0 / 2, "Participation", 2.0 / 7),
            ReportKind.OVERDUE, Map.of("Overdue", 1.0, "Escalated", 1.0));

    @Autowired
    private ReportService reports;

    @Autowired
    private Fixture fixture;

    @Autowired
    private List<KeptFigure> kept;

    @Autowired
    private TransactionTemplate transaction;

    private Quarter quarter;

    @BeforeEach
    void scene() {
        quarter = new Quarter(fixture).withSomethingOfEverything();
        keep();
    }

    /** Sets what features keep to what the scene comes to. */
    private void keep() {
        SignedIn.as(Role.ADMIN);
        transaction.executeWithoutResult(status -> kept.forEach(KeptFigure::mend));
    }

    static Stream<Arguments> catalogue() {
        return Stream.of(ReportKind.values())
                .flatMap(kind -> kind.readers().stream()
                        .sorted()
                        .flatMap(role -> Stream.of(
                                Arguments.of(kind, role, Locale.ENGLISH), Arguments.of(kind, role, Locale.GERMAN))));
    }

    private void signIn(Role role) {
        SignedIn.as(role == Role.MANAGER ? quarter.salesLead : null, role);
    }

    private byte[] write(ReportKind kind, Locale locale) throws IOException {
        var out = new ByteArrayOutputStream();
        var name = reports.write(new ReportRequest(kind, quarter.cycle, locale, BERLIN), out, rows -> {});
        keep(name, locale, out.toByteArray());
        return out.toByteArray();
    }

    /** For whoever wants to look at them. */
    private static void keep(String name, Locale locale, byte[] bytes) throws IOException {
        var folder = System.getProperty("weft.workbooks");
        if (folder != null) {
            var ending = name.lastIndexOf('.');
            Files.write(Path.of(folder, name.substring(0, ending) + " " + locale + name.substring(ending)), bytes);
        }
    }

    @ParameterizedTest
    @MethodSource("catalogue")
    void everyWorkbookSaysWhatItIsAndCountsWhatTheDatabaseCounts(ReportKind kind, Role role, Locale locale)
            throws IOException {
        signIn(role);
        var bytes = write(kind, locale);

        try (var workbook = poi(bytes);
                var second = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            var german = locale.equals(Locale.GERMAN);
            assertThat(names(workbook)).isEqualTo((german ? SHEETS_IN_GERMAN : SHEETS).get(kind));
            assertThat(second.getSheets().map(Sheet::getName)).isEqualTo(names(workbook));
            for (var sheet : second.getSheets().toList()) {
                assertThat(sheet.read()).isNotEmpty();
            }
            var summary = workbook.getSheetAt(0);
            assertThat(summary.getRow(0).getCell(0).getStringCellValue()).endsWith(" in Q4 2026");
            assertThat(summary.getRow(1).getCell(0).getStringCellValue())
                    .contains("2026", "10:00", "(Europe/Berlin)", reach(role, german));
            assertThat(summary.getDrawingPatriarch().getCharts()).isNotEmpty();
            var about = workbook.getSheetAt(workbook.getNumberOfSheets() - 1);
            assertThat(column(about, 0)).contains(german ? "Version von Weft" : "Weft version");
            assertThat(column(about, 1))
                    .contains("Test " + role.name().toLowerCase(Locale.ROOT))
                    .anyMatch(text -> text.matches("\\d+\\.\\d+\\.\\d+.*"));
            var tables = workbook.getNumberOfSheets() - 2;
            assertThat(recalculated(workbook))
                    .hasSizeGreaterThanOrEqualTo(tables + (kind == ReportKind.EXECUTIVE ? 0 : 5));
            if (!german) {
                var figures = role == Role.MANAGER ? FIGURES_OF_SALES : FIGURES;
                figures.get(kind)
                        .forEach((name, value) ->
                                assertThat(beside(summary, name)).as(name).isEqualTo(value));
                for (var table : names(workbook).subList(1, tables + 1)) {
                    assertThat(beside(about, "Rows in “" + table + "”")).isEqualTo(rows(workbook.getSheet(table)));
                }
            }
        }
    }

    /** Beside which heading each table that is handed out alone begins. */
    private static final Map<ReportKind, List<String>> ALONE = Map.of(
            ReportKind.EXECUTIVE, List.of("Departments", "Abteilungen"),
            ReportKind.COHORTS, List.of("Cohorts", "Kohorten"),
            ReportKind.TEAM, List.of("People", "Personen"),
            ReportKind.OVERDUE, List.of("Overdue", "Überfällig"),
            ReportKind.CONVERSATIONS, List.of("Conversations", "Gespräche"),
            ReportKind.COVERAGE, List.of("Pairs of departments", "Paare von Abteilungen"),
            ReportKind.REMINDERS, List.of("Reminders", "Erinnerungen"),
            ReportKind.FACTS, List.of("Facts", "Einzeldaten"));

    @ParameterizedTest
    @MethodSource("catalogue")
    void theRowsOfEachAreHadAloneAsTheReaderOpensThem(ReportKind kind, Role role, Locale locale) throws IOException {
        signIn(role);
        var german = locale.equals(Locale.GERMAN);
        var table = ALONE.get(kind).get(german ? 1 : 0);
        var out = new ByteArrayOutputStream();
        var request = new ReportRequest(kind, quarter.cycle, locale, BERLIN).as(FileFormat.CSV);

        var name = reports.write(request, out, rows -> {});

        assertThat(name).startsWith("Weft Q4 2026").endsWith(", 2026-11-17, " + table + ".csv");
        var text = out.toString(StandardCharsets.UTF_8);
        assertThat(text).startsWith("\ufeff");
        try (var csv = CsvReader.builder().fieldSeparator(german ? ';' : ',').ofCsvRecord(text.substring(1));
                var workbook = poi(write(kind, locale))) {
            var records = csv.stream().toList();
            var sheet = workbook.getSheet(table);
            assertThat(records).hasSize(sheet.getLastRowNum() + 1);
            for (var column = 0; column < records.getFirst().getFieldCount(); column++) {
                assertThat(records.getFirst().getField(column))
                        .isEqualTo(sheet.getRow(0).getCell(column).getStringCellValue());
            }
        }
    }

    /** Each figure, bar and row of figures on paper is the one of the workbook, as it shows there. */
    @ParameterizedTest
    @MethodSource("catalogue")
    void theFiguresOnPaperAreThoseOfTheWorkbook(ReportKind kind, Role role, Locale locale) throws IOException {
        signIn(role);
        var out = new ByteArrayOutputStream();

        var name = reports.write(
                new ReportRequest(kind, quarter.cycle, locale, BERLIN).as(FileFormat.PDF), out, rows -> {});

        keep(name, locale, out.toByteArray());
        assertThat(name).startsWith("Weft Q4 2026").endsWith("2026-11-17.pdf");
        try (var document = Loader.loadPDF(out.toByteArray());
                var workbook = poi(write(kind, locale))) {
            var text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            var summary = workbook.getSheetAt(0);
            assertThat(text)
                    .contains(summary.getRow(0).getCell(0).getStringCellValue())
                    .contains(summary.getRow(1).getCell(0).getStringCellValue().replaceAll("\\h", " "));
            var shown = Books.shown(summary, locale);
            assertThat(shown)
                    .hasSizeGreaterThan(3)
                    .allSatisfy(line -> assertThat(text).contains(line));
            for (var table : PRINTED.get(kind)) {
                assertThat(Books.shown(workbook.getSheetAt(table), locale))
                        .allSatisfy(line -> assertThat(text).contains(line));
            }
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo(locale.toLanguageTag());
            assertThat(text).as("nobody by name").doesNotContain("Sally", "Peter");
        }
    }

    /** Which of the sheets are figures. */
    private static final Map<ReportKind, List<Integer>> PRINTED = Map.of(
            ReportKind.EXECUTIVE, List.of(1, 2),
            ReportKind.COHORTS, List.of(1),
            ReportKind.TEAM, List.of(),
            ReportKind.OVERDUE, List.of(),
            ReportKind.CONVERSATIONS, List.of(1),
            ReportKind.COVERAGE, List.of(2),
            ReportKind.REMINDERS, List.of(1, 2),
            ReportKind.FACTS, List.of(1, 2));

    private static String reach(Role role, boolean german) {
        if (role == Role.MANAGER) {
            return german ? "Eigene" : "Own reporting line";
        }
        return german ? "Gesamte Organisation" : "Whole organisation";
    }

    private static double rows(XSSFSheet sheet) {
        return sheet.getLastRowNum();
    }

    @ParameterizedTest
    @EnumSource(ReportKind.class)
    void aManagerGetsNobodyElseAndAnExecutiveNobody(ReportKind kind) throws IOException {
        for (var role : kind.readers()) {
            if (role == Role.HR) {
                continue;
            }
            signIn(role);
            try (var workbook = poi(write(kind, Locale.ENGLISH))) {
                assertThat(cells(workbook))
                        .extracting(Cell::toString)
                        .noneMatch(text -> text.contains("Peter"))
                        .noneMatch(text -> role == Role.EXECUTIVE && (text.contains("Sally") || text.contains("Lena")));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ReportKind.class)
    void hostileNamesStayTextAndAreStillCounted(ReportKind kind) throws IOException {
        fixture.jdbc()
                .sql("update team set name = ? where id = ?")
                .params(HOSTILE, quarter.sales)
                .update();
        fixture.jdbc().sql("update cohort set name = ?").param(HOSTILE).update();
        fixture.jdbc()
                .sql("update reminder_policy set name = ? where starter = 'OVERDUE'")
                .param("*@SUM(1)?")
                .update();
        fixture.jdbc().sql("update person set display_name = ?").param(HOSTILE).update();
        keep();
        SignedIn.as(Role.HR);

        try (var workbook = poi(write(kind, Locale.ENGLISH))) {
            recalculated(workbook);
            var hostile = cells(workbook).stream()
                    .filter(cell -> cell.getCellType() == CellType.STRING
                            && cell.getStringCellValue().equals(HOSTILE))
                    .toList();
            assertThat(hostile)
                    .isNotEmpty()
                    .allMatch(cell ->
                            cell.getRowIndex() == 0 || cell.getCellStyle().getQuotePrefixed());
        }
    }

    @ParameterizedTest
    @EnumSource(ReportKind.class)
    void whatHoldsNothingIsSaidInWords(ReportKind kind) {
        SignedIn.as(Role.HR);
        var empty = fixture.cycle();

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> reports.write(
                        new ReportRequest(kind, empty, Locale.ENGLISH, BERLIN),
                        new ByteArrayOutputStream(),
                        rows -> {}))
                .satisfies(problem -> assertThat(problem.text().key()).startsWith("reports."));
        assertThat(fixture.count("audit_entry")).isZero();
    }

    @Test
    void departmentsWithFewPeopleAreCountedTogetherForExecutives() throws IOException {
        quarter.withSmallGroups();
        var olga = fixture.jdbc()
                .sql("select id from person where given_name = 'Olga'")
                .query(Long.class)
                .single();
        quarter.talk(Quarter.PAST, olga, quarter.salesPeople[5]);
        keep();
        SignedIn.as(Role.EXECUTIVE);
        try (var workbook = poi(write(ReportKind.COVERAGE, Locale.ENGLISH))) {
            var matrix = workbook.getSheet("Who talks with whom");
            assertThat(column(matrix, 0)).containsExactly("Department", "Sales", "Other departments");
            assertThat(matrix.getRow(1).getCell(2).getNumericCellValue()).isEqualTo(2);
            assertThat(cells(workbook)).extracting(Cell::toString).noneMatch(text -> text.contains("Office"));
            assertThat(column(workbook.getSheet("Summary"), 0))
                    .anyMatch(text -> text.startsWith("Hidden: departments"));
        }
        SignedIn.as(Role.HR);
        try (var workbook = poi(write(ReportKind.COVERAGE, Locale.ENGLISH))) {
            var matrix = workbook.getSheet("Who talks with whom");
            assertThat(column(matrix, 0)).containsExactly("Department", "Office", "Production", "Sales");
            assertThat(matrix.getRow(1).getCell(2)).as("none is empty").isNull();
            assertThat(matrix.getRow(1).getCell(3).getNumericCellValue()).isEqualTo(1);
            assertThat(matrix.getSheetConditionalFormatting().getNumConditionalFormattings())
                    .isEqualTo(3);
            assertThat(column(workbook.getSheet("Pairs of departments"), 2))
                    .containsExactly("Have talked", "No", "Yes", "Yes");
        }
    }

    @Test
    void nothingIsToldOfDepartmentsWhereThatWouldTellOfFewPeople() {
        var lead = fixture.person("Lea", "Line").team(quarter.sales).add();
        quarter.join(lead);
        SignedIn.ofReach(ExecutiveReach.LINE, lead, Role.EXECUTIVE);
        assertThat(refused()).isEqualTo("reports.withheld.text");

        for (var number = 0; number < 4; number++) {
            quarter.join(fixture.person("Rita" + number, "Reports")
                    .team(quarter.office)
                    .manager(lead)
                    .add());
        }
        assertThat(refused()).as("four in one of two departments").isEqualTo("reports.hidden.departments");
    }

    private String refused() {
        return catchThrowableOfType(InvalidInputException.class, () -> write(ReportKind.COVERAGE, Locale.ENGLISH))
                .text()
                .key();
    }

    @Test
    void aCellOfTheMatrixTellsStatusAndProgress() throws IOException {
        signIn(Role.MANAGER);

        try (var workbook = poi(write(ReportKind.TEAM, Locale.ENGLISH))) {
            var matrix = workbook.getSheet("Matrix");
            assertThat(matrix.getLastRowNum()).isEqualTo(7);
            assertThat(cells(workbook))
                    .extracting(Cell::toString)
                    .contains("Completed, 0 of 2, due Nov 2, 2026", "In progress, 0 of 2, due Nov 2, 2026");
        }
    }

    @Test
    void aTaskOfALeadEndsByWordOrDeed() throws IOException {
        SignedIn.as(Role.HR);
        assertThat(task()).isEqualTo("Open");
        fixture.jdbc()
                .sql("update reminder set done_at = created_at where escalated")
                .update();
        assertThat(task()).isEqualTo("Done");
        fixture.jdbc().sql("update reminder set done_at = null").update();
        fixture.figures(
                quarter.participant(quarter.salesPeople[2]),
                Map.of("last_activity_at", Instant.parse("2026-11-13T08:00:00Z")));
        assertThat(task()).isEqualTo("Something happened");
    }

    private String task() throws IOException {
        try (var workbook = poi(write(ReportKind.OVERDUE, Locale.ENGLISH))) {
            assertThat(column(workbook.getSheet("Escalated"), 1)).containsExactly("Name", "Sally2 Sales");
            return column(workbook.getSheet("Escalated"), 7).getLast();
        }
    }

    @Test
    void everyWorkbookHasItsOwnName() {
        SignedIn.as(Role.HR);
        assertThat(Stream.of(ReportKind.values()).map(kind -> {
                    try (var file = reports.create(new ReportRequest(kind, quarter.cycle, Locale.ENGLISH, BERLIN))) {
                        return file.name();
                    }
                }))
                .doesNotHaveDuplicates()
                .contains("Weft Q4 2026 Coverage, 2026-11-17.xlsx");
    }
}
