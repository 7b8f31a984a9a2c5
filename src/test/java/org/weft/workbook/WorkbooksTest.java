package org.weft.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.util.DefaultTempFileCreationStrategy;
import org.apache.poi.util.TempFile;
import org.apache.poi.xssf.usermodel.XSSFTableColumn;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkbooksTest {

    private record Line(String text, Long whole, Double decimal, Double share, LocalDate day, Instant moment) {}

    private static final List<ColumnSpec<Line>> COLUMNS = List.of(
            ColumnSpec.text("Text", Line::text),
            ColumnSpec.integer("Whole", Line::whole),
            ColumnSpec.decimal("Decimal", Line::decimal),
            ColumnSpec.percent("Share", Line::share),
            ColumnSpec.date("Day", Line::day),
            ColumnSpec.dateTime("Moment", Line::moment));

    private static final Line LINE =
            new Line("Ann", 42L, 1.25, 0.75, LocalDate.of(2026, 2, 28), Instant.parse("2026-02-28T23:30:00Z"));

    private static SheetSpec<Line> sheet(Line... lines) {
        return new SheetSpec<>("Lines", COLUMNS, List.of(lines));
    }

    private static SheetSpec<String> texts(String... texts) {
        return new SheetSpec<>("Texts", List.of(ColumnSpec.<String>text("Text", text -> text)), List.of(texts));
    }

    @Test
    void everyKindOfValueIsWrittenAsWhatItIs() throws IOException {
        try (var workbook = ReadBack.poi(ReadBack.bytes(sheet(LINE)))) {
            var row = workbook.getSheet("Lines").getRow(1);
            assertThat(row.getCell(0).getStringCellValue()).isEqualTo("Ann");
            assertThat(row.getCell(1).getNumericCellValue()).isEqualTo(42);
            assertThat(row.getCell(2).getNumericCellValue()).isEqualTo(1.25);
            assertThat(row.getCell(3).getNumericCellValue()).isEqualTo(0.75);
            assertThat(row.getCell(3).getCellStyle().getDataFormatString()).isEqualTo("0%");
            assertThat(row.getCell(4).getLocalDateTimeCellValue())
                    .isEqualTo(LocalDate.of(2026, 2, 28).atStartOfDay());
            // Half past midnight in Berlin: the zone of the reader, not of the machine.
            assertThat(row.getCell(5).getLocalDateTimeCellValue()).isEqualTo(LocalDateTime.of(2026, 3, 1, 0, 30));
        }
    }

    @Test
    void aSecondLibraryReadsTheSame() throws IOException {
        var rows = ReadBack.fastexcel(ReadBack.bytes(sheet(LINE)), 0);

        assertThat(rows.get(0)).containsExactly("Text", "Whole", "Decimal", "Share", "Day", "Moment");
        assertThat(rows.get(1)).startsWith("Ann", "42", "1.25", "0.75");
    }

    @Test
    void ourOwnReaderReadsItBackAsText(@TempDir Path folder) throws IOException {
        var file = folder.resolve("lines.xlsx");
        Files.write(file, ReadBack.bytes(sheet(LINE)));

        try (var table = TableReader.open(file, "lines.xlsx", ReadLimits.ofMegabytes(1));
                var rows = table.rows()) {
            assertThat(rows.toList())
                    .containsExactly(new SourceRow(
                            2, List.of("Ann", "42", "1.25", "0.75", "2026-02-28", "2026-03-01T00:30"), false));
        }
    }

    @Test
    void emptyValuesAreEmptyCells() throws IOException {
        try (var workbook = ReadBack.poi(ReadBack.bytes(sheet(new Line(null, null, null, null, null, null))))) {
            assertThat(workbook.getSheet("Lines").getRow(1).getPhysicalNumberOfCells())
                    .isZero();
        }
    }

    @Test
    void theRowsAreATableWhoseHeaderIsFrozenAndRepeatedInPrint() throws IOException {
        try (var workbook = ReadBack.poi(ReadBack.bytes(sheet(LINE, LINE)))) {
            var sheet = workbook.getSheet("Lines");
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 1);
            var table = sheet.getTables().getFirst();
            assertThat(table.getArea().formatAsString()).isEqualTo("A1:F3");
            assertThat(table.getCTTable().getAutoFilter().getRef()).isEqualTo("A1:F3");
            assertThat(table.getColumns())
                    .extracting(XSSFTableColumn::getName)
                    .containsExactly("Text", "Whole", "Decimal", "Share", "Day", "Moment");
            assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("1:1");
            assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
        }
    }

    @Test
    void columnsAreAsWideAsWhatTheyHoldUpToALimit() throws IOException {
        try (var workbook = ReadBack.poi(ReadBack.bytes(texts("x".repeat(30)), texts("x".repeat(3_000))))) {
            assertThat(workbook.getSheetAt(0).getColumnWidth(0) / 256).isEqualTo(32);
            assertThat(workbook.getSheetAt(1).getColumnWidth(0) / 256).isEqualTo(80);
        }
    }

    @Test
    void columnsOfAFileThatComesBackSayWhatMayBeTyped() throws IOException {
        var columns = List.of(
                ColumnSpec.<String>text("Who", text -> text).rule(new CellRule.Kept("Who", "To read only")),
                ColumnSpec.<String>date("Due", text -> LocalDate.of(2026, 2, 28))
                        .rule(new CellRule.Days(
                                "Due", "In spring", LocalDate.of(2026, 2, 1), LocalDate.of(2026, 5, 31))),
                ColumnSpec.<String>integer("Target", text -> 3)
                        .rule(new CellRule.Whole("Target", "t".repeat(400), 1, 9)),
                ColumnSpec.<String>text("Status", text -> "Open")
                        .rule(new CellRule.OneOf("Status", "Choose", List.of("Open", "Done"))),
                ColumnSpec.<String>text("Note", text -> null).rule(new CellRule.Free("Note", "What you like")),
                ColumnSpec.<String>text("Key", text -> "K").hide());
        try (var workbook = ReadBack.poi(ReadBack.bytes(new SheetSpec<>("Lines", columns, List.of("Ann"))))) {
            var sheet = workbook.getSheet("Lines");
            assertThat(sheet.getProtect()).isFalse();
            assertThat(sheet.isColumnHidden(5)).isTrue();
            assertThat(sheet.getDataValidations())
                    .extracting(
                            rule -> rule.getRegions().getCellRangeAddresses()[0].formatAsString())
                    .containsExactly("A2:A1048576", "B2:B1048576", "C2:C1048576", "D2:D1048576", "E2:E1048576");
            assertThat(sheet.getDataValidations())
                    .extracting(rule -> rule.getValidationConstraint().getFormula1())
                    .containsExactly("1=0", "46054", "1", "\"Open,Done\"", "1=1");
            assertThat(sheet.getDataValidations())
                    .extracting(DataValidation::getShowErrorBox)
                    .containsExactly(true, true, true, true, false);
            assertThat(sheet.getDataValidations().get(2).getErrorBoxText()).hasSize(CellRule.LONGEST_TEXT);
            assertThat(sheet.getRow(0).getCell(0).getCellStyle().getFillForegroundColorColor())
                    .isNotEqualTo(sheet.getRow(0).getCell(1).getCellStyle().getFillForegroundColorColor());
        }
    }

    @Test
    void theDocumentSaysWhatItIsByWhomAndWhen() throws IOException {
        try (var workbook = ReadBack.poi(ReadBack.bytes(sheet(LINE)))) {
            var core = workbook.getProperties().getCoreProperties();
            assertThat(core.getTitle()).isEqualTo("The quarter");
            assertThat(core.getCreator()).isEqualTo("Wilma Weaver");
            assertThat(core.getCreated()).isEqualTo(Date.from(ReadBack.NOW));
        }
    }

    static Stream<String> hostileTexts() {
        return Stream.of(
                "=cmd|'/c calc'!A1",
                "=1+1",
                "+1+1",
                "-2+3",
                "@SUM(A1)",
                "\t=1+1",
                "=HYPERLINK(\"http://example.com\";\"x\")",
                "' apostrophe",
                "<b>bold</b> & \"quoted\"",
                "Ünïcödé ßtraße",
                "👩‍🚀 astronaut",
                "مرحبا שלום",
                "two\nlines",
                "  blanks around  ",
                "00123",
                "1E5",
                "2026-01-01",
                "TRUE",
                "#REF!",
                "]]>",
                "_x000D_ and _x0041_");
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void textStaysTheTextItIs(String text) throws IOException {
        var bytes = ReadBack.bytes(texts(text));

        try (var workbook = ReadBack.poi(bytes)) {
            var cell = workbook.getSheetAt(0).getRow(1).getCell(0);
            assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell.getStringCellValue()).isEqualTo(text);
        }
        // That library hands out the escape of an escape as it stands in the file.
        assertThat(ReadBack.fastexcel(bytes, 0).get(1))
                .containsExactly(text.replaceAll("_(?=x[0-9A-F]{4}_)", "_x005F_"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@x", "\tx"})
    void whatLooksLikeAFormulaStaysTextAlsoWhenSomebodyEditsTheCell(String text) throws IOException {
        try (var workbook = ReadBack.poi(ReadBack.bytes(texts(text)))) {
            assertThat(workbook.getSheetAt(0)
                            .getRow(1)
                            .getCell(0)
                            .getCellStyle()
                            .getQuotePrefixed())
                    .isTrue();
        }
    }

    @Test
    void aHeadingIsTextToo() throws IOException {
        var sheet = new SheetSpec<>("=cmd()", List.of(ColumnSpec.<String>text("=cmd()", text -> text)), List.of("x"));
        try (var workbook = ReadBack.poi(ReadBack.bytes(sheet))) {
            var cell = workbook.getSheet("=cmd()").getRow(0).getCell(0);
            assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell.getStringCellValue()).isEqualTo("=cmd()");
        }
    }

    @Test
    void controlCharactersAreShownAsTheirSymbols() throws IOException {
        var bytes = ReadBack.bytes(texts("a\u0000b\u0007c\u001bd\u007fe\ufffff\ud800g\r\nh"));
        var expected = "a␀b␇c␛d␡e\ufffdf\ufffdg\nh";

        try (var workbook = ReadBack.poi(bytes)) {
            assertThat(workbook.getSheetAt(0).getRow(1).getCell(0).getStringCellValue())
                    .isEqualTo(expected);
        }
        assertThat(ReadBack.fastexcel(bytes, 0).get(1)).containsExactly(expected);
    }

    @Test
    void aTextLongerThanACellIsCutAndSaysSo() throws IOException {
        var fits = "x".repeat(32_767);
        var bytes = ReadBack.bytes(texts(fits, "y".repeat(40_000)));

        try (var workbook = ReadBack.poi(bytes)) {
            assertThat(workbook.getSheetAt(0).getRow(1).getCell(0).getStringCellValue())
                    .isEqualTo(fits);
            assertThat(workbook.getSheetAt(0).getRow(2).getCell(0).getStringCellValue())
                    .hasSize(32_767)
                    .endsWith("yyy… (cut: the whole text has 40,000 characters)");
        }
    }

    @Test
    void aDateExcelDoesNotKnowIsWrittenAsText() throws IOException {
        var old = new Line("", null, null, null, LocalDate.of(1899, 12, 31), Instant.parse("1850-01-01T00:00:00Z"));
        var early = new Line("", null, null, null, LocalDate.of(1900, 1, 1), null);
        try (var workbook = ReadBack.poi(ReadBack.bytes(sheet(old, early)))) {
            var row = workbook.getSheetAt(0).getRow(1);
            assertThat(row.getCell(4).getStringCellValue()).isEqualTo("1899-12-31");
            assertThat(row.getCell(5).getStringCellValue()).startsWith("1850-01-01T");
            assertThat(workbook.getSheetAt(0).getRow(2).getCell(4).getLocalDateTimeCellValue())
                    .isEqualTo(LocalDateTime.of(1900, 1, 1, 0, 0));
        }
    }

    @Test
    void aNumberExcelWouldRoundIsWrittenAsText() throws IOException {
        var line = new Line("", 1_234_567_890_123_456_789L, Double.NaN, null, null, null);
        try (var workbook = ReadBack.poi(ReadBack.bytes(sheet(line)))) {
            var row = workbook.getSheetAt(0).getRow(1);
            assertThat(row.getCell(1).getStringCellValue()).isEqualTo("1234567890123456789");
            assertThat(row.getCell(2)).isNull();
        }
    }

    @Test
    void rowsBeyondASheetGoOnToTheNext() throws IOException {
        var spec = ReadBack.spec(texts("unused"));
        var translations = ReadBack.translations();
        var out = new ByteArrayOutputStream();
        try (var workbook = new XSSFWorkbook(StreamedSheet.factory())) {
            var zip = new WorkbookZip(out);
            var writer = new TableSheetWriter(
                    workbook,
                    zip,
                    new CellWriter(workbook, translations, spec),
                    new PageSetup(translations, spec),
                    new SheetNames(),
                    4);
            var written = writer.write(new SheetSpec<>(
                    "Numbers",
                    List.of(ColumnSpec.<Integer>integer("Number", number -> number)),
                    IntStream.rangeClosed(1, 7).boxed().toList()));
            zip.finish(workbook);

            assertThat(written.sheets()).containsExactly("Numbers", "Numbers (2)", "Numbers (3)");
            assertThat(written.tables()).containsExactly("Numbers", "Numbers_2", "Numbers_3");
        }
        try (var workbook = ReadBack.poi(out.toByteArray())) {
            assertThat(workbook.getSheet("Numbers").getLastRowNum()).isEqualTo(3);
            assertThat(workbook.getSheet("Numbers (3)").getLastRowNum()).isEqualTo(1);
            assertThat(workbook.getSheet("Numbers (3)").getRow(0).getCell(0).getStringCellValue())
                    .isEqualTo("Number");
            assertThat(workbook.getTable("Numbers_2").getArea().formatAsString())
                    .isEqualTo("A1:A4");
        }
    }

    @Test
    void namesOnTabsAreMadeFitAndUnique() throws IOException {
        var columns = List.of(ColumnSpec.<String>text("Text", text -> text));
        var bytes = ReadBack.bytes(
                new SheetSpec<>("Sales/Marketing: [all] people of the north", columns, List.of("a")),
                new SheetSpec<>("SALES/Marketing: [all] people of the north", columns, List.of("b")),
                new SheetSpec<>("", columns, List.of("c")));
        try (var workbook = ReadBack.poi(bytes)) {
            assertThat(workbook.getSheetName(0)).isEqualTo("Sales Marketing   all  people o");
            assertThat(workbook.getSheetName(1)).isEqualTo("SALES Marketing   all  peop (2)");
            assertThat(workbook.getSheetName(2)).isNotBlank();
        }
    }

    @Test
    void halfAMillionCellsAreWrittenWithoutKeepingThem() throws IOException {
        var before = used();
        var highest = new long[1];
        Rows<Integer> rows = sink -> {
            for (var i = 0; i < 50_000; i++) {
                sink.accept(i);
                if (i % 10_000 == 0) {
                    highest[0] = Math.max(highest[0], used() - before);
                }
            }
        };
        var columns = IntStream.range(0, 10)
                .mapToObj(column -> ColumnSpec.<Integer>text("Column " + column, row -> "Row " + row + "/" + column))
                .toList();

        ReadBack.workbooks()
                .write(OutputStream.nullOutputStream(), ReadBack.spec(new SheetSpec<>("Many", columns, rows)));

        assertThat(highest[0]).isLessThan(64L * 1024 * 1024);
    }

    private static long used() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    @Test
    void noTemporaryFileIsLeftWhetherItGoesWellOrNot(@TempDir Path folder) throws IOException {
        var strategy = new DefaultTempFileCreationStrategy(folder.toFile());
        var workbooks = ReadBack.workbooks();
        var columns = List.of(ColumnSpec.<Integer>integer("Number", number -> number));
        Rows<Integer> good = sink -> IntStream.range(0, 5_000).forEach(sink::accept);
        Rows<Integer> failing = sink -> {
            good.forEach(sink);
            throw new IllegalStateException("The database went away");
        };
        Rows<Integer> cancelled = sink -> {
            good.forEach(sink);
            Thread.currentThread().interrupt();
            good.forEach(sink);
        };

        TempFile.withStrategy(strategy, () -> {
            var spec = ReadBack.spec(new SheetSpec<>("Numbers", columns, good));
            try {
                workbooks.write(OutputStream.nullOutputStream(), spec);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            assertThatThrownBy(() -> workbooks.write(new BrokenPipe(), spec)).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> workbooks.write(
                            OutputStream.nullOutputStream(),
                            ReadBack.spec(new SheetSpec<>("Numbers", columns, failing))))
                    .hasMessage("The database went away");
            assertThatThrownBy(() -> workbooks.write(
                            OutputStream.nullOutputStream(),
                            ReadBack.spec(new SheetSpec<>("Numbers", columns, cancelled))))
                    .isInstanceOf(CancellationException.class);
            assertThat(Thread.interrupted()).isTrue();
            return null;
        });

        try (var left = Files.walk(folder)) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void noFormatLeavesATemporaryFileHoweverItGoes() throws Exception {
        assertThat(TempFiles.left()).isZero();
    }

    @Test
    void whatGoogleSheetsDoesNotTakeIsSaid() {
        var translations = ReadBack.translations();
        assertThat(GoogleSheets.warning(10_000_000, text -> "")).isEmpty();
        assertThat(GoogleSheets.warning(17_000_000, text -> translations.translate(text, Locale.ENGLISH)))
                .map(Fact::value)
                .contains(
                        "This workbook has 17,000,000 cells. Google Sheets opens 10,000,000 at most; Excel and LibreOffice"
                                + " open it.");
    }

    private static final class BrokenPipe extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
        }
    }

    @Test
    void aFileKnowsItsNameAndSizeAndIsGoneOnceItWasRead() throws IOException {
        var file = ReadBack.workbooks().file("Quarter 4/2026: \"all\"\r\n.xlsx", ReadBack.spec(sheet(LINE)));

        assertThat(file.name()).isEqualTo("Quarter 4 2026 all.xlsx");
        try (var in = file.open();
                var workbook = new XSSFWorkbook(in)) {
            assertThat(file.size()).isPositive();
            assertThat(workbook.getSheetName(0)).isEqualTo("Lines");
        }
        assertThatThrownBy(file::open).isInstanceOf(IOException.class);
    }

    @Test
    void aboutSaysFilterTimeAndPerson() throws IOException {
        var about = new AboutSheet(
                "About",
                "About this workbook",
                List.of(
                        Fact.text("Filter", "=cmd()"),
                        Fact.dateTime("As of", ReadBack.NOW),
                        Fact.integer("Rows", 2),
                        Fact.text("Nothing", null),
                        Fact.percent("Rate", 0.5).note("completed ÷ live"),
                        Fact.rows("Lines there are", "Lines")));
        try (var workbook = ReadBack.poi(ReadBack.bytes(sheet(LINE, LINE), about))) {
            assertThat(workbook.getSheetName(1)).isEqualTo("About");
            var sheet = workbook.getSheet("About");
            assertThat(sheet.getRow(2).getCell(1).getStringCellValue()).isEqualTo("=cmd()");
            assertThat(sheet.getRow(2).getCell(1).getCellStyle().getQuotePrefixed())
                    .isTrue();
            assertThat(sheet.getRow(3).getCell(1).getLocalDateTimeCellValue())
                    .isEqualTo(LocalDateTime.of(2026, 11, 23, 10, 30));
            assertThat(sheet.getRow(4).getCell(1).getNumericCellValue()).isEqualTo(2);
            assertThat(sheet.getRow(7).getCell(1).getStringCellValue()).isEqualTo("completed ÷ live");
            assertThat(sheet.getRow(8).getCell(1).getNumericCellValue())
                    .as("counted as they were written")
                    .isEqualTo(2);
            assertThat(sheet.getRow(8).getCell(1).getCellType()).isEqualTo(CellType.FORMULA);
        }
    }

    @Test
    void daysAreCountedFromTheFirstToTheLastOfThemToTheLastMinute() throws IOException {
        var first = LocalDate.of(2026, 11, 2);
        var moments =
                List.of("2026-11-01T23:59:59Z", "2026-11-02T00:00:00Z", "2026-11-08T23:59:59Z", "2026-11-09T00:00:00Z");
        var table = new SheetSpec<>("Moments", List.of(ColumnSpec.<String>dateTime("At", Instant::parse)), moments);
        var summary = new SummarySheet(
                "Summary",
                "Moments",
                "",
                List.of(
                        Fact.integer("Week", 2)
                                .formula(Formula.count(
                                        "Moments",
                                        Formula.Where.since("At", first),
                                        Formula.Where.until("At", first.plusDays(6)))),
                        Fact.integer("Midnight", 1).formula(Formula.count("Moments", Formula.Where.on("At", first)))),
                List.of(),
                List.of());
        var spec = new WorkbookSpec(
                "Moments", "Wilma Weaver", ReadBack.NOW, ZoneOffset.UTC, Locale.ENGLISH, List.of(summary, table));
        try (var workbook = ReadBack.poi(ReadBack.bytes(spec))) {
            var evaluator = workbook.getCreationHelper().createFormulaEvaluator();
            for (var row : List.of(3, 4)) {
                var cell = workbook.getSheet("Summary").getRow(row).getCell(1);
                assertThat(evaluator.evaluate(cell).getNumberValue()).isEqualTo(cell.getNumericCellValue());
            }
        }
    }

    @Test
    void gapsOfAMatrixStandOut() throws IOException {
        var names = List.of("A", "B");
        var matrix = new SheetSpec<>(
                "Matrix",
                List.of(
                        ColumnSpec.<String>text("Name", name -> name),
                        ColumnSpec.<String>integer("A", name -> null).markingGaps()),
                names);
        try (var workbook = ReadBack.poi(ReadBack.bytes(matrix))) {
            var rules = workbook.getSheet("Matrix").getSheetConditionalFormatting();
            assertThat(rules.getNumConditionalFormattings()).isEqualTo(1);
            assertThat(rules.getConditionalFormattingAt(0).getRule(0).getFormula1())
                    .as("not where a row meets itself")
                    .isEqualTo("AND(ISBLANK(B2),NOT(ISBLANK($A2)),$A2<>B$1)");
        }
    }

    @Test
    void chartsAreDrawnByExcelFromTheNumbersBesideThem() throws IOException {
        var summary = new SummarySheet(
                "Summary",
                "Completion",
                "Quarter 4",
                List.of(Fact.integer("Participants", 12), Fact.percent("Completion rate", 0.4)),
                List.of(
                        new BarChart(
                                "Completion by department",
                                "Department",
                                "Completion",
                                true,
                                BarChart.Direction.BARS,
                                List.of(new BarChart.Bar("=Sales", 0.25), new BarChart.Bar("IT", 0.5))),
                        new BarChart(
                                "Completion by level",
                                "Level",
                                "Completion",
                                true,
                                BarChart.Direction.COLUMNS,
                                List.of(new BarChart.Bar("Front line", 0.25)))),
                List.of("A note"));
        try (var workbook = ReadBack.poi(ReadBack.bytes(summary, sheet(LINE)))) {
            assertThat(workbook.getSheetName(0)).isEqualTo("Summary");
            var sheet = workbook.getSheetAt(0);
            var charts = sheet.getDrawingPatriarch().getCharts();
            assertThat(charts).hasSize(2);
            assertThat(charts.get(0).getTitleText().getString()).isEqualTo("Completion by department");
            var series =
                    charts.get(0).getCTChart().getPlotArea().getBarChartArray(0).getSerArray(0);
            assertThat(series.getCat().getStrRef().getF()).startsWith("Summary!$A$");
            assertThat(series.getVal().getNumRef().getNumCache().getPtArray(1).getV())
                    .isEqualTo("0.5");
        }
    }

    @Test
    void wideTablesPrintOverSeveralPagesWithTheirFirstColumnOnEach() throws IOException {
        var columns = IntStream.range(0, 12)
                .mapToObj(column -> ColumnSpec.<String>text("Column " + column, text -> text))
                .toList();
        try (var workbook = ReadBack.poi(
                ReadBack.bytes(new SheetSpec<>("Wide", columns, List.of("x".repeat(50))), texts("narrow")))) {
            assertThat(workbook.getSheet("Wide").getPrintSetup().getFitWidth()).isEqualTo((short) 3);
            assertThat(workbook.getSheet("Wide").getRepeatingColumns().formatAsString())
                    .isEqualTo("A:A");
            assertThat(workbook.getSheet("Texts").getPrintSetup().getFitWidth()).isEqualTo((short) 1);
            assertThat(workbook.getSheet("Texts").getPrintSetup().getFitHeight())
                    .isZero();
        }
    }

    @Test
    void germanReadersGetGermanDates() throws IOException {
        var spec = new WorkbookSpec(
                "Quartal", "Wilma", ReadBack.NOW, ReadBack.BERLIN, Locale.GERMAN, List.of(sheet(LINE)));
        try (var workbook = ReadBack.poi(ReadBack.bytes(spec))) {
            assertThat(workbook.getSheetAt(0)
                            .getRow(1)
                            .getCell(4)
                            .getCellStyle()
                            .getDataFormatString())
                    .isEqualTo("dd.mm.yyyy");
            assertThat(workbook.getSheetAt(0).getFooter().getRight()).isEqualTo("Seite &P von &N");
        }
    }

    @Test
    void whoListensIsToldHowManyRowsOfAllTablesAreWrittenAndMayEndIt() throws IOException {
        var texts = IntStream.range(0, 150).mapToObj(i -> "Row " + i).toArray(String[]::new);
        var spec = ReadBack.spec(texts(texts), texts(texts));
        var told = new ArrayList<Long>();
        var workbooks = ReadBack.workbooks();

        workbooks.write(OutputStream.nullOutputStream(), spec.telling(told::add));

        assertThat(told).containsExactly(100L, 200L, 300L);
        assertThatThrownBy(() -> workbooks.write(OutputStream.nullOutputStream(), spec.telling(rows -> {
                    throw new CancellationException();
                })))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void sheetsMayBeLaidOutWhenTheTablesAreWritten() throws IOException {
        var rows = new AtomicInteger();
        var table = new SheetSpec<>("Texts", List.of(ColumnSpec.<String>text("Text", text -> text)), (Rows<String>)
                sink -> List.of("a", "b", "c").forEach(text -> {
                    rows.incrementAndGet();
                    sink.accept(text);
                }));
        var spec = new WorkbookSpec(
                "Later",
                "Wilma",
                ReadBack.NOW,
                ReadBack.BERLIN,
                Locale.ENGLISH,
                List.of(
                        new LaterSheets(() -> List.of(
                                new SummarySheet(
                                        "Summary",
                                        "Later",
                                        "",
                                        List.of(Fact.integer("Texts", rows.get())
                                                .formula(Formula.count("Texts"))),
                                        List.of(),
                                        List.of()),
                                new SheetSpec<>(
                                        "More", List.of(ColumnSpec.<String>text("Text", text -> text)), List.of("d")))),
                        table,
                        new LaterSheets(() -> List.of(new AboutSheet(
                                "About", "Later", List.of(Fact.text("Rows", String.valueOf(rows.get()))))))));

        try (var workbook = ReadBack.poi(ReadBack.bytes(spec))) {
            assertThat(IntStream.range(0, workbook.getNumberOfSheets()).mapToObj(workbook::getSheetName))
                    .containsExactly("Summary", "More", "Texts", "About");
            assertThat(workbook.getSheet("Texts").getLastRowNum()).isEqualTo(3);
            assertThat(workbook.getSheet("About").getRow(2).getCell(1).getStringCellValue())
                    .isEqualTo("3");
        }
        assertThat(rows.get()).isEqualTo(3);
    }
}
