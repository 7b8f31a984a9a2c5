package org.weft.progress.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.weft.access.Role;
import org.weft.access.Scope;
import org.weft.base.Selection;
import org.weft.base.ui.Formats;
import org.weft.progress.ProgressColumn;
import org.weft.progress.ProgressFilter;
import org.weft.progress.ProgressRow;
import org.weft.progress.ProgressService;
import org.weft.progress.ProgressSort;
import org.weft.testing.Fixture;
import org.weft.testing.SignedIn;
import org.weft.testing.WeftTest;

@WeftTest
class ProgressWorkbookTest {

    private static final Scope ALL = new Scope.Everybody();
    private static final ProgressSort SORT =
            ProgressSort.by(ProgressColumn.PROGRESS).descending();

    @Autowired
    Fixture fixture;

    @Autowired
    ProgressWorkbook workbook;

    @Autowired
    MatrixWorkbook matrixWorkbook;

    @Autowired
    ProgressService progress;

    long cycle;
    long formula;

    @BeforeEach
    void people() {
        SignedIn.as(Role.HR);
        cycle = fixture.cycle();
        var cohort = fixture.cohort(cycle, "Blue", null);
        for (var i = 0; i < 30; i++) {
            var id = fixture.participant(
                    cohort, fixture.person("Pat", "Name" + i).add());
            fixture.figures(id, Map.of("live_count", 3, "completed_count", i % 4, "progress", (i % 5) / 4.0));
        }
        formula = fixture.participant(
                cohort,
                fixture.person("=cmd()", "<b>Ünïcode</b> 😀")
                        .team(fixture.team("Sales"))
                        .add());
        fixture.figures(
                formula,
                Map.of(
                        "live_count",
                        4,
                        "completed_count",
                        3,
                        "progress",
                        0.875,
                        "conversation_count",
                        12,
                        "external_count",
                        5,
                        "next_due_on",
                        LocalDate.of(2026, 11, 10),
                        "health",
                        "AT_RISK",
                        "last_activity_at",
                        Instant.parse("2026-11-09T23:30:00Z")));
    }

    private byte[] write(ProgressFilter filter, Map<String, String> words, Selection selection) throws IOException {
        var file = workbook.write(new ExportRequest(
                ALL,
                "Q4 2026",
                filter,
                words,
                SORT,
                GridLayout.DEFAULT.order(),
                selection,
                new Formats(Locale.ENGLISH, ZoneId.of("Europe/Berlin"))));
        assertThat(file.name()).isEqualTo("Team progress Q4 2026 2026-11-17.xlsx");
        try (var in = file.open()) {
            var bytes = in.readAllBytes();
            assertThat(bytes).hasSize((int) file.size());
            return bytes;
        }
    }

    @Test
    void theFileHoldsTheRowsOfTheScreenInTheirOrder() throws IOException {
        var filter = ProgressFilter.of(cycle);
        var shown = progress.list(ALL, filter, SORT, 0, 100);

        var bytes = write(filter, Map.of(), Selection.ALL);

        try (var book = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            var rows = book.getFirstSheet().read();
            assertThat(rows).hasSize(shown.size() + 1);
            assertThat(rows.getFirst().stream().map(cell -> cell.getText()).toList())
                    .containsExactly(
                            "Name",
                            "Team",
                            "Level",
                            "Cohort",
                            "Progress",
                            "Done",
                            "Objectives",
                            "Conversations",
                            "Outside the team",
                            "Next due",
                            "Days overdue",
                            "Health",
                            "Last activity",
                            "Last reminder");
            assertThat(rows.stream().skip(1).map(row -> row.getCellText(0)).toList())
                    .isEqualTo(shown.stream().map(ProgressRow::name).toList());
        }
    }

    @Test
    void figuresAndDatesAreRealOnesAndTextIsText() throws IOException {
        var bytes = write(ProgressFilter.of(cycle).text("cmd"), Map.of(), Selection.ALL);

        try (var book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            var sheet = book.getSheetAt(0);
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            assertThat(sheet.getTables().getFirst().getCTTable().getAutoFilter())
                    .isNotNull();
            var row = sheet.getRow(1);
            assertThat(row.getCell(0).getCellType()).isEqualTo(CellType.STRING);
            assertThat(row.getCell(0).getStringCellValue()).isEqualTo("=cmd() <b>Ünïcode</b> 😀");
            assertThat(row.getCell(4).getNumericCellValue()).isEqualTo(0.875);
            assertThat(row.getCell(4).getCellStyle().getDataFormatString()).contains("%");
            assertThat(row.getCell(5).getNumericCellValue()).isEqualTo(3);
            assertThat(row.getCell(6).getNumericCellValue()).isEqualTo(4);
            assertThat(row.getCell(7).getNumericCellValue()).isEqualTo(12);
            assertThat(DateUtil.isCellDateFormatted(row.getCell(9))).isTrue();
            assertThat(row.getCell(9).getLocalDateTimeCellValue()).isEqualTo(LocalDateTime.of(2026, 11, 10, 0, 0));
            assertThat(row.getCell(10).getNumericCellValue()).isEqualTo(7);
            assertThat(row.getCell(11).getStringCellValue()).isEqualTo("At risk");
            // In the reader's zone it was already the tenth.
            assertThat(row.getCell(12).getLocalDateTimeCellValue()).isEqualTo(LocalDateTime.of(2026, 11, 10, 0, 30));
        }
    }

    @Test
    void theSecondSheetSaysWhatWasChosenWhenAndByWhom() throws IOException {
        var words = new LinkedHashMap<String, String>();
        words.put("Cohort", "Blue");
        words.put("Search names", "cmd");

        var bytes = write(ProgressFilter.of(cycle).text("cmd"), words, Selection.only(Set.of(formula)));

        assertThat(text(bytes, 1))
                .contains("Q4 2026", "Cohort", "Blue", "Search names", "cmd")
                .contains("Sorted by", "Progress, descending", "Only the rows that were marked")
                .contains("Made at", "Europe/Berlin", "Made by", "Test hr", "Rows");
    }

    @Test
    void onlyTheMarkedRowsGoOutWhenSomeAreMarked() throws IOException {
        var bytes = write(ProgressFilter.of(cycle), Map.of(), Selection.only(Set.of(formula)));
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            assertThat(book.getFirstSheet().read()).hasSize(2);
        }
        assertThat(fixture.jdbc()
                        .sql("select detail from audit_entry where action = 'PROGRESS_EXPORTED'")
                        .query(String.class)
                        .list())
                .containsExactly("list, rows: 1");
    }

    @Test
    void theMatrixGoesOutWithACellForEachAssignment() throws IOException {
        var template = fixture.template("T1", "FRONT_LINE", 3);
        fixture.assignment(formula, template, LocalDate.of(2026, 11, 10));
        var filter = ProgressFilter.of(cycle);
        var file = matrixWorkbook.write(new ExportRequest(
                ALL,
                "Q4 2026",
                filter,
                Map.of(),
                SORT,
                GridLayout.DEFAULT.order(),
                Selection.ALL,
                new Formats(Locale.ENGLISH, ZoneId.of("Europe/Berlin"))));
        try (var in = file.open();
                var book = new ReadableWorkbook(in)) {
            var rows = book.getFirstSheet().read();
            assertThat(rows).hasSize(32);
            assertThat(rows.getFirst().getCellText(7)).isEqualTo("T1 Objective T1");
            assertThat(rows.stream().skip(1).map(row -> row.getCellText(0)).toList())
                    .isEqualTo(progress.list(ALL, filter, SORT, 0, 100).stream()
                            .map(ProgressRow::name)
                            .toList());
            assertThat(rows.stream()
                            .filter(row -> row.getCellText(0).startsWith("=cmd"))
                            .findFirst()
                            .orElseThrow()
                            .getCellText(7))
                    .isEqualTo("Not started, 0 of 3, due Nov 10, 2026");
        }
    }

    private static List<String> text(byte[] bytes, int sheet) throws IOException {
        var texts = new ArrayList<String>();
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            book.getSheetAt(sheet)
                    .forEach(row -> row.forEach(cell -> {
                        if (cell.getCellType() == CellType.STRING) {
                            texts.add(cell.getStringCellValue());
                        }
                    }));
        }
        return texts;
    }
}
