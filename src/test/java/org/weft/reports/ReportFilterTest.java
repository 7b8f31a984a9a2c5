package org.weft.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.weft.reports.Books.beside;
import static org.weft.reports.Books.column;
import static org.weft.reports.Books.poi;
import static org.weft.reports.Books.recalculated;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.weft.access.Role;
import org.weft.access.Scope;
import org.weft.base.InvalidInputException;
import org.weft.base.KeptFigure;
import org.weft.progress.ProgressColumn;
import org.weft.progress.ProgressFilter;
import org.weft.progress.ProgressService;
import org.weft.progress.ProgressSort;
import org.weft.progress.ProgressView;
import org.weft.testing.Fixture;
import org.weft.testing.SignedIn;
import org.weft.testing.WeftTest;
import org.weft.workbook.FileFormat;

/** Reports about those a filter of the progress list leaves, with the columns of a view. */
@WeftTest
class ReportFilterTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Autowired
    private ReportService reports;

    @Autowired
    private ProgressService progress;

    @Autowired
    private Fixture fixture;

    @Autowired
    private List<KeptFigure> kept;

    @Autowired
    private TransactionTemplate transaction;

    private byte[] bytes(ReportRequest request) throws IOException {
        var out = new ByteArrayOutputStream();
        reports.write(request, out, rows -> {});
        return out.toByteArray();
    }

    private static ReportRequest request(ReportKind kind, long cycle, String view) {
        return new ReportRequest(kind, cycle, Locale.ENGLISH, BERLIN).of(ProgressView.of(view));
    }

    private String problem(ReportRequest request) {
        return catchThrowableOfType(InvalidInputException.class, () -> bytes(request))
                .text()
                .key();
    }

    private void keep() {
        SignedIn.as(Role.ADMIN);
        transaction.executeWithoutResult(status -> kept.forEach(KeptFigure::mend));
        SignedIn.as(Role.HR);
    }

    private Quarter quarter() {
        var quarter = new Quarter(fixture);
        quarter.assign(quarter.salesPeople[1], "COMPLETED", Quarter.PAST);
        quarter.assign(quarter.salesPeople[2], "IN_PROGRESS", Quarter.PAST);
        quarter.assign(quarter.productionPeople[1], "NOT_STARTED", Quarter.PAST);
        quarter.talk(Quarter.PAST, quarter.salesPeople[1], quarter.productionPeople[1]);
        quarter.talk(Quarter.PAST, quarter.productionPeople[1], quarter.productionPeople[2]);
        keep();
        return quarter;
    }

    static Stream<Arguments> filters() {
        return Stream.of(ReportKind.COHORTS, ReportKind.TEAM, ReportKind.FACTS, ReportKind.EXECUTIVE)
                .flatMap(kind -> Stream.of(
                                "level=front-line",
                                "state=overdue",
                                "health=off-track",
                                "status=completed",
                                "due=30",
                                "silent=7",
                                "reminded=no",
                                "q=given1",
                                "type=relationship")
                        .map(filter -> Arguments.of(kind, filter)));
    }

    /** With any filter the workbook counts what the database counts, over the people of the list and nobody else. */
    @ParameterizedTest
    @MethodSource("filters")
    void figuresAreThoseOfTheListAndCountThemselves(ReportKind kind, String filter) throws IOException {
        var quarter = new RandomQuarter(fixture, 11);
        keep();
        var view = ProgressView.of(filter);
        var matching = progress.matching(new Scope.Everybody(), view.filter(quarter.cycle));
        var request = request(kind, quarter.cycle, filter);
        if (matching == 0) {
            assertThatThrownBy(() -> bytes(request)).isInstanceOf(InvalidInputException.class);
            return;
        }

        try (var workbook = poi(bytes(request))) {
            recalculated(workbook);
            assertThat(beside(workbook.getSheetAt(0), "Participants")).isEqualTo(matching);
            var people = workbook.getSheet("People");
            if (people != null) {
                assertThat(column(people, 1).subList(1, (int) matching + 1))
                        .isEqualTo(names(view.filter(quarter.cycle)));
            }
        }
    }

    private List<String> names(ProgressFilter filter) {
        return progress.list(new Scope.Everybody(), filter, ProgressSort.by(ProgressColumn.NAME), 0, 100).stream()
                .map(row -> row.name())
                .toList();
    }

    @Test
    void aTeamsReportIsAboutItsPeopleAndWhoeverTheyTalkedWith() throws IOException {
        var quarter = quarter();
        var sales = "team=" + quarter.sales;

        try (var workbook = poi(bytes(request(ReportKind.FACTS, quarter.cycle, sales)))) {
            recalculated(workbook);
            var summary = workbook.getSheetAt(0);
            assertThat(beside(summary, "Participants")).isEqualTo(7);
            assertThat(beside(summary, "Conversations")).isEqualTo(1);
            assertThat(column(summary, 0)).contains("Filter: Team and below: Sales");
            assertThat(column(workbook.getSheet("Facts"), 1)).noneMatch(name -> name.contains("Production"));
            assertThat(column(workbook.getSheet("About"), 1))
                    .anyMatch(text -> text.startsWith("Team and below: Sales. These are the participants"));
        }
        try (var workbook = poi(bytes(request(ReportKind.OVERDUE, quarter.cycle, sales)))) {
            recalculated(workbook);
            assertThat(beside(workbook.getSheetAt(0), "Overdue")).isEqualTo(1);
        }
        try (var workbook = poi(bytes(request(ReportKind.CONVERSATIONS, quarter.cycle, sales)))) {
            recalculated(workbook);
            assertThat(column(workbook.getSheet("Conversations"), 3))
                    .containsExactly("People", "Peter1 Production, Sally1 Sales");
        }
    }

    @Test
    void everyFormatSaysWhichFilter() throws IOException {
        var quarter = quarter();
        var request = request(ReportKind.TEAM, quarter.cycle, "state=overdue&q=sally");

        try (var document = Loader.loadPDF(bytes(request.as(FileFormat.PDF)))) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
                    .contains("Participants 1", "Filter: State: Overdue · Search: sally");
        }
        var csv = new String(bytes(request.as(FileFormat.CSV)), StandardCharsets.UTF_8);
        assertThat(csv.lines()).hasSize(2);
        assertThat(csv).contains("Sally2 Sales");
        try (var file = reports.create(request)) {
            assertThat(file.name()).isEqualTo("Weft Q4 2026 Team progress, 2026-11-17, filtered.xlsx");
        }
        try (var file = reports.create(request.of(ProgressView.ALL))) {
            assertThat(file.name()).isEqualTo("Weft Q4 2026 Team progress, 2026-11-17.xlsx");
        }
    }

    @Test
    void chosenColumnsComeInTheirOrderAndWhatIsCountedOverIsHiddenBehindThem() throws IOException {
        var quarter = quarter();
        var request = request(ReportKind.TEAM, quarter.cycle, "columns=name,progress,team,conversations");

        try (var workbook = poi(bytes(request))) {
            recalculated(workbook);
            var people = workbook.getSheet("People");
            assertThat(head(people))
                    .containsExactly(
                            "Name",
                            "Progress",
                            "Team",
                            "Conversations",
                            "Cohort",
                            "Live objectives",
                            "Completed",
                            "Health");
            assertThat(Stream.of(0, 1, 2, 3, 4, 5, 6, 7).map(people::isColumnHidden))
                    .containsExactly(false, false, false, false, true, true, true, true);
            assertThat(column(workbook.getSheet("About"), 0)).contains("Columns of “People”");
            assertThat(column(workbook.getSheet("About"), 1))
                    .anyMatch(text -> text.startsWith("Name, Progress, Team, Conversations. "));
        }
        var csv = new String(bytes(request.as(FileFormat.CSV)), StandardCharsets.UTF_8);
        assertThat(csv.lines().findFirst()).contains("\ufeffName,Progress,Team,Conversations");
    }

    private static List<String> head(XSSFSheet sheet) {
        return Stream.iterate(0, column -> column < sheet.getRow(0).getLastCellNum(), column -> column + 1)
                .map(column -> sheet.getRow(0).getCell(column).getStringCellValue())
                .toList();
    }

    @Test
    void aFilterNeverReachesFurtherThanItsReader() throws IOException {
        var quarter = quarter();
        SignedIn.as(quarter.salesLead, Role.MANAGER);

        try (var workbook = poi(bytes(request(ReportKind.TEAM, quarter.cycle, "level=front-line")))) {
            assertThat(beside(workbook.getSheetAt(0), "Participants")).isEqualTo(6);
        }
        var production = request(ReportKind.TEAM, quarter.cycle, "team=" + quarter.production);
        assertThat(problem(production)).isEqualTo("reports.filter.gone");
        assertThat(problem(request(ReportKind.TEAM, quarter.cycle, "q=zeppelin")))
                .isEqualTo("reports.filter.nobody");
        assertThat(reports.filter(production).toString())
                .as("nor does it give names away")
                .doesNotContain("Production");
    }

    /** Of two filters the difference would be one person. */
    @Test
    void whoMayNotSeeSmallGroupsGetsFiguresOfEverybodyAlone() throws IOException {
        var quarter = quarter();
        SignedIn.as(quarter.salesLead, Role.MANAGER, Role.EXECUTIVE);
        var request = request(ReportKind.EXECUTIVE, quarter.cycle, "level=front-line");

        assertThat(reports.filterable(ReportKind.EXECUTIVE)).isFalse();
        assertThat(reports.filterable(ReportKind.TEAM)).isTrue();
        assertThatThrownBy(() -> bytes(request)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> reports.rows(request)).isInstanceOf(InvalidInputException.class);
        assertThat(bytes(request.of(ProgressView.ALL))).isNotEmpty();
    }
}
