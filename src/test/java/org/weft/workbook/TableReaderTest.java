package org.weft.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.weft.base.InvalidInputException;
import org.weft.base.Text;

class TableReaderTest {

    private static final ReadLimits LIMITS = new ReadLimits(1024 * 1024, 100, 20, 1_000);

    @TempDir
    private Path folder;

    private Path file(byte[] bytes) throws IOException {
        var file = Files.createTempFile(folder, "upload", "");
        Files.write(file, bytes);
        return file;
    }

    private SourceTable csv(String text) throws IOException {
        return csv(text, StandardCharsets.UTF_8);
    }

    private SourceTable csv(String text, Charset charset) throws IOException {
        return TableReader.open(file(text.getBytes(charset)), "people.csv", LIMITS);
    }

    private static List<SourceRow> rows(SourceTable table) {
        try (var rows = table.rows()) {
            return rows.toList();
        }
    }

    private static List<List<String>> cells(SourceTable table) {
        return rows(table).stream().map(SourceRow::cells).toList();
    }

    private void refused(byte[] bytes, String key) throws IOException {
        var file = file(bytes);
        assertThatThrownBy(() -> {
                    try (var table = TableReader.open(file, "people.csv", LIMITS)) {
                        rows(table);
                    }
                })
                .isInstanceOfSatisfying(InvalidInputException.class, problem -> {
                    assertThat(problem.text().key()).isEqualTo(key);
                    assertThat(problem.text().args().getFirst()).isEqualTo("people.csv");
                });
    }

    private void refused(String text, String key) throws IOException {
        refused(text.getBytes(StandardCharsets.UTF_8), key);
    }

    // CSV

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void anySeparatorIsRecognised(String separator) throws IOException {
        var table = csv(("Name~Team~Note\nAnn~Sales~\"a,b;c|d\te\"\nBob~IT~\n").replace("~", separator));

        assertThat(table.header()).containsExactly("Name", "Team", "Note");
        assertThat(cells(table)).containsExactly(List.of("Ann", "Sales", "a,b;c|d\te"), List.of("Bob", "IT", ""));
    }

    @Test
    void namesWithCommasDoNotMisleadWhereSemicolonsSeparate() throws IOException {
        var table = csv("Name;Team\nWeaver, Ann;Sales\nSmith, Bob;IT\n");

        assertThat(cells(table)).containsExactly(List.of("Weaver, Ann", "Sales"), List.of("Smith, Bob", "IT"));
    }

    @Test
    void aDeclaredSeparatorIsFollowedAndItsLineCounted() throws IOException {
        var table = csv("sep=;\r\nName;Team\r\nAnn;a,b,c,d\r\n");

        assertThat(table.header()).containsExactly("Name", "Team");
        assertThat(table.headerRow()).isEqualTo(2);
        assertThat(rows(table)).containsExactly(new SourceRow(3, List.of("Ann", "a,b,c,d"), false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16"})
    void encodingsAreRecognised(String charset) throws IOException {
        var table = csv("Name,Ort\nJürgen Groß,Köln – Süd\n", Charset.forName(charset));

        assertThat(cells(table)).containsExactly(List.of("Jürgen Groß", "Köln – Süd"));
    }

    @Test
    void byteOrderMarksAreNoPartOfTheFirstColumnsName() throws IOException {
        assertThat(csv("\ufeffName,Team\nAnn,IT\n").header()).containsExactly("Name", "Team");
        assertThat(csv("\ufeffName,Team\nÄnn,IT\n", StandardCharsets.UTF_16LE).header())
                .containsExactly("Name", "Team");
    }

    @Test
    void rowsAreNumberedAsASpreadsheetShowsThem() throws IOException {
        var table = csv("\nName,Note\n\"Ann\",\"two\nlines\"\n\n,\nBob,x\n");

        assertThat(table.headerRow()).isEqualTo(2);
        assertThat(rows(table))
                .containsExactly(
                        new SourceRow(3, List.of("Ann", "two\nlines"), false),
                        new SourceRow(6, List.of("Bob", "x"), false));
    }

    @Test
    void blanksAroundTextAreTakenAwayAlsoThoseOneCannotSee() throws IOException {
        var table = csv("Name , Team\n\u00a0Ann\u00a0 Lee\u2003,\u200bIT\u3000\n");

        assertThat(table.header()).containsExactly("Name", "Team");
        assertThat(cells(table)).containsExactly(List.of("Ann\u00a0 Lee", "IT"));
    }

    @Test
    void blanksAroundQuotesAreAllowed() throws IOException {
        assertThat(cells(csv("Name, Team\n\"Weaver, Ann\" , \"a \"\"b\"\"\"\n")))
                .containsExactly(List.of("Weaver, Ann", "a \"b\""));
    }

    @Test
    void shortRowsAreFilledUpAndLongOnesMarked() throws IOException {
        assertThat(rows(csv("A,B\n1\n1,2,,\n1,2,3\n")))
                .containsExactly(
                        new SourceRow(2, List.of("1", ""), false),
                        new SourceRow(3, List.of("1", "2"), false),
                        new SourceRow(4, List.of("1", "2"), true));
    }

    @Test
    void aColumnWithoutNameIsCalledByItsLetter() throws IOException {
        assertThat(csv("Name,,Team,\nAnn,x,IT,\n").header()).containsExactly("Name", "[B]", "Team");
    }

    @Test
    void aTitleAboveTheHeaderIsPassedOver() throws IOException {
        var table = csv("People of the north,,\n,,\nName,Team,City\nAnn,IT,Kiel\n");

        assertThat(table.header()).containsExactly("Name", "Team", "City");
        assertThat(rows(table)).containsExactly(new SourceRow(4, List.of("Ann", "IT", "Kiel"), false));
    }

    @Test
    void aSingleColumnIsATableToo() throws IOException {
        assertThat(cells(csv("Name\nAnn\nBob\n"))).containsExactly(List.of("Ann"), List.of("Bob"));
    }

    @Test
    void rowsCanBeReadAgain() throws IOException {
        var table = csv("Name\nAnn\n");

        assertThat(rows(table)).isEqualTo(rows(table)).hasSize(1);
    }

    @Test
    void hostileTextIsText() throws IOException {
        assertThat(cells(csv("A,B,C\n=cmd|'/c calc'!A1,<b>x</b>,مرحبا 👩‍🚀\n")))
                .containsExactly(List.of("=cmd|'/c calc'!A1", "<b>x</b>", "مرحبا 👩‍🚀"));
    }

    // XLSX

    private SourceTable xlsx(XSSFWorkbook workbook) throws IOException {
        return TableReader.open(xlsxFile(workbook), "people.csv", LIMITS);
    }

    private Path xlsxFile(XSSFWorkbook workbook) throws IOException {
        var file = Files.createTempFile(folder, "upload", ".csv");
        try (workbook;
                OutputStream out = Files.newOutputStream(file)) {
            workbook.write(out);
        }
        return file;
    }

    @Test
    void aWorkbookIsReadWhateverItIsCalled() throws IOException {
        var workbook = new XSSFWorkbook();
        var sheet = workbook.createSheet("People");
        var styles = workbook.createCellStyle();
        styles.setDataFormat(workbook.createDataFormat().getFormat("dd.mm.yyyy"));
        var times = workbook.createCellStyle();
        times.setDataFormat((short) 22);
        var zeros = workbook.createCellStyle();
        zeros.setDataFormat(workbook.createDataFormat().getFormat("00000"));
        var header = sheet.createRow(0);
        var names = List.of("Name", "Number", "Joined", "Seen", "Salary", "Float", "Active", "Sum", "Code", "Error");
        for (var i = 0; i < names.size(); i++) {
            header.createCell(i).setCellValue(names.get(i));
        }
        var row = sheet.createRow(4);
        row.createCell(0).setCellValue("  Ann ");
        row.createCell(1).setCellValue(10026);
        row.createCell(2).setCellValue(LocalDate.of(2024, 2, 29));
        row.getCell(2).setCellStyle(styles);
        row.createCell(3).setCellValue(LocalDateTime.of(2024, 2, 29, 14, 30));
        row.getCell(3).setCellStyle(times);
        row.createCell(4).setCellValue(12_345_678.5);
        row.createCell(5).setCellValue(0.1 + 0.2);
        row.createCell(6).setCellValue(true);
        row.createCell(7).setCellFormula("B5*2");
        workbook.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(row.getCell(7));
        row.createCell(8).setCellValue(42);
        row.getCell(8).setCellStyle(zeros);
        row.createCell(9).setCellErrorValue((byte) 0x2a);

        try (var table = xlsx(workbook)) {
            assertThat(table.format()).isEqualTo(SourceTable.Format.XLSX);
            assertThat(table.header()).isEqualTo(names);
            assertThat(rows(table))
                    .containsExactly(new SourceRow(
                            5,
                            List.of(
                                    "Ann",
                                    "10026",
                                    "2024-02-29",
                                    "2024-02-29T14:30",
                                    "12345678.5",
                                    "0.3",
                                    "TRUE",
                                    "20052",
                                    "00042",
                                    "#N/A"),
                            false));
        }
    }

    @Test
    void theFirstVisibleSheetWithTextIsReadUnlessAnotherIsChosen() throws IOException {
        var workbook = new XSSFWorkbook();
        workbook.createSheet("Hidden").createRow(0).createCell(0).setCellValue("Secret");
        workbook.setSheetVisibility(0, SheetVisibility.HIDDEN);
        workbook.createSheet("Empty").createRow(0).createCell(0).setCellValue(" ");
        workbook.createSheet("People").createRow(2).createCell(1).setCellValue("Name");
        workbook.createSheet("Teams").createRow(0).createCell(0).setCellValue("Team");
        workbook.setActiveSheet(1);
        var file = xlsxFile(workbook);

        try (var table = TableReader.open(file, "x.xlsx", LIMITS)) {
            assertThat(table.sheet()).isEqualTo("People");
            assertThat(table.sheets()).containsExactly("Empty", "People", "Teams");
            assertThat(table.header()).containsExactly("[A]", "Name");
            assertThat(table.headerRow()).isEqualTo(3);
        }
        try (var table = TableReader.open(file, "x.xlsx", LIMITS, "Teams")) {
            assertThat(table.header()).containsExactly("Team");
        }
        assertThatThrownBy(() -> TableReader.open(file, "x.xlsx", LIMITS, "Nowhere"))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        problem -> assertThat(problem.text().key()).isEqualTo("workbook.read.noSheet"));
    }

    @Test
    void datesOfTheOtherCalendarOfExcelAreRight() throws IOException {
        var workbook = new XSSFWorkbook();
        workbook.getCTWorkbook().getWorkbookPr().setDate1904(true);
        var sheet = workbook.createSheet("People");
        sheet.createRow(0).createCell(0).setCellValue("Joined");
        var cell = sheet.createRow(1).createCell(0);
        cell.setCellValue(LocalDate.of(2020, 1, 31));
        cell.setCellStyle(workbook.createCellStyle());
        cell.getCellStyle().setDataFormat((short) 14);

        try (var table = xlsx(workbook)) {
            assertThat(cells(table)).containsExactly(List.of("2020-01-31"));
        }
    }

    @Test
    void hostileTextOfAWorkbookComesBackAsItIs() throws IOException {
        var texts = List.of("=1+1", "-2", "@x", "<b>&amp;</b>", "مرحبا", "👩‍🚀", "_x0041_", "two\nlines", "00123");
        var sheet = new SheetSpec<>("T", List.of(ColumnSpec.<String>text("Text", text -> text)), texts);

        try (var table = TableReader.open(file(ReadBack.bytes(sheet)), "x", LIMITS)) {
            assertThat(cells(table).stream().map(List::getFirst)).isEqualTo(texts);
        }
    }

    // What is refused, and why

    @Test
    void anEmptyFileIsRefused() throws IOException {
        refused("", "workbook.read.empty");
        refused(" \n;;\n\u00a0\n", "workbook.read.empty");
        refused("\ufeff", "workbook.read.empty");
        refused(Files.readAllBytes(xlsxFile(sheetOf(""))), "workbook.read.empty");
    }

    private static XSSFWorkbook sheetOf(String text) {
        var workbook = new XSSFWorkbook();
        workbook.createSheet("People").createRow(0).createCell(0).setCellValue(text);
        return workbook;
    }

    @Test
    void aFileOverTheLimitIsRefused() throws IOException {
        refused(new byte[1024 * 1024 + 1], "workbook.read.tooBig");
    }

    @Test
    void anEncryptedWorkbookIsRefused() throws Exception {
        var file = folder.resolve("encrypted");
        try (var container = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (var out = encryptor.getDataStream(container);
                    var workbook = sheetOf("Name")) {
                workbook.write(out);
            }
            try (var out = Files.newOutputStream(file)) {
                container.writeFilesystem(out);
            }
        }
        refused(Files.readAllBytes(file), "workbook.read.encrypted");
    }

    @Test
    void anOldWorkbookIsRefused() throws IOException {
        var file = folder.resolve("old");
        try (var workbook = new HSSFWorkbook();
                var out = Files.newOutputStream(file)) {
            workbook.createSheet("People");
            workbook.write(out);
        }
        refused(Files.readAllBytes(file), "workbook.read.legacy");
    }

    @Test
    void aBrokenOldContainerIsRefused() throws IOException {
        var bytes = new byte[600];
        var magic = new int[] {0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1};
        for (var i = 0; i < magic.length; i++) {
            bytes[i] = (byte) magic[i];
        }
        refused(bytes, "workbook.read.corrupt");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "%PDF-1.7 x~workbook.kind.pdf",
                "GIF89a~workbook.kind.image",
                "{\\rtf1 x}~workbook.kind.document",
                "<!DOCTYPE html><table><tr><td>Name~workbook.kind.webPage",
                "<?xml version=\"1.0\"?><a/>~workbook.kind.webPage"
            })
    void mislabelledFilesAreCalledWhatTheyAre(String start, String kind) throws IOException {
        var file = file(start.getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> TableReader.open(file, "people.csv", LIMITS))
                .isInstanceOfSatisfying(InvalidInputException.class, problem -> {
                    assertThat(problem.text().key()).isEqualTo("workbook.read.noTable");
                    assertThat(problem.text().args()).contains(Text.of(kind));
                });
    }

    @Test
    void aCsvCalledXlsxIsSimplyRead() throws IOException {
        try (var table =
                TableReader.open(file("Name,Team\nAnn,IT".getBytes(StandardCharsets.UTF_8)), "people.xlsx", LIMITS)) {
            assertThat(table.format()).isEqualTo(SourceTable.Format.CSV);
            assertThat(cells(table)).containsExactly(List.of("Ann", "IT"));
        }
    }

    @Test
    void binaryJunkIsRefused() throws IOException {
        var bytes = new byte[5_000];
        new Random(1).nextBytes(bytes);
        refused(bytes, "workbook.read.noTable");
        refused("Name\u0000,Team\n", "workbook.read.noTable");
        refused("Name,Team\n" + "\u0001\u0002\u0003".repeat(20), "workbook.read.noTable");
    }

    @Test
    void brokenEncodingsAreRefused() throws IOException {
        refused(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf, 'a', (byte) 0xff, 'b'}, "workbook.read.encoding");
        refused(new byte[] {'N', (byte) 0x81, 'm', 'e', '\n'}, "workbook.read.encoding");
    }

    @Test
    void aMissingHeaderIsRefused() throws IOException {
        refused("1,2,3\n4,5,6\n", "workbook.read.noHeader");
        refused("Ann,ann@example.com\nBob,bob@example.com\n", "workbook.read.noHeader");
    }

    @Test
    void twoColumnsOfOneNameAreRefused() throws IOException {
        var file = file("Name,Team,NAME \nA,B,C\n".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> TableReader.open(file, "people.csv", LIMITS))
                .isInstanceOfSatisfying(InvalidInputException.class, problem -> {
                    assertThat(problem.text().key()).isEqualTo("workbook.read.duplicateColumn");
                    assertThat(problem.text().args()).containsExactly("people.csv", "NAME", "A", "C");
                });
    }

    @Test
    void tooManyColumnsRowsAndCharactersAreRefused() throws IOException {
        var columns = new StringBuilder("a0");
        for (var i = 1; i <= 20; i++) {
            columns.append(",a").append(i);
        }
        refused(columns + "\n", "workbook.read.tooManyColumns");
        refused("Name\n" + "Ann\n".repeat(101), "workbook.read.tooManyRows");
        refused("Name\n" + "x".repeat(1_001), "workbook.read.cellTooLong");
        refused("Name,Team\nAnn,\"" + "x".repeat(200_000), "workbook.read.quotes");
    }

    @Test
    void quotesThatDoNotMatchAreRefusedWithTheirRow() throws IOException {
        var file = file("Name,Team\nAnn,IT\nBob,\"Sales\nCid,HR\n".getBytes(StandardCharsets.UTF_8));
        try (var table = TableReader.open(file("Name,Team\nAnn,IT\n".getBytes(StandardCharsets.UTF_8)), "x", LIMITS)) {
            assertThat(rows(table)).hasSize(1);
        }
        assertThatThrownBy(() -> rows(TableReader.open(file, "people.csv", LIMITS)))
                .isInstanceOfSatisfying(InvalidInputException.class, problem -> {
                    assertThat(problem.text().key()).isEqualTo("workbook.read.quotes");
                    assertThat(problem.text().args()).containsExactly("people.csv", 3);
                });
    }
}
