package org.weft.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.weft.base.InvalidInputException;

/** Workbooks made to hurt: each is refused in words, soon, and with little memory. */
@Timeout(120)
class HostileWorkbookTest {

    private static final ReadLimits LIMITS = ReadLimits.ofMegabytes(20);

    private static final String TYPES = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
            <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
            <Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>
            <Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>
            </Types>""";

    private static final String WORKBOOK = """
            <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
             xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
            <sheets><sheet name="People" sheetId="1" r:id="rId1"/></sheets></workbook>""";

    private static final String RELATIONS = """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
            <Relationship Id="rId1" Type="worksheet" Target="worksheets/sheet1.xml"/></Relationships>""";

    private static final String TEXTS = "<sst><si><t>Name</t></si><si><t>Ann</t></si></sst>";
    private static final String NAME = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>";

    @TempDir
    private Path folder;

    private static Map<String, String> parts(String rows) {
        var parts = new LinkedHashMap<String, String>();
        parts.put("[Content_Types].xml", TYPES);
        parts.put("xl/workbook.xml", WORKBOOK);
        parts.put("xl/_rels/workbook.xml.rels", RELATIONS);
        parts.put("xl/styles.xml", "<styleSheet><cellXfs><xf numFmtId=\"0\"/></cellXfs></styleSheet>");
        parts.put("xl/sharedStrings.xml", TEXTS);
        parts.put("xl/worksheets/sheet1.xml", sheet(rows));
        return parts;
    }

    private static String sheet(String rows) {
        return "<worksheet><sheetData>" + rows + "</sheetData></worksheet>";
    }

    private Path file(Map<String, String> parts) throws IOException {
        var file = folder.resolve("upload");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    private static void refused(Path file, String key) {
        assertThatThrownBy(() -> {
                    try (var table = TableReader.open(file, "people.xlsx", LIMITS);
                            var rows = table.rows()) {
                        rows.forEach(row -> {});
                    }
                })
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        problem -> assertThat(problem.text().key()).isEqualTo(key));
    }

    @Test
    void theSmallestHonestWorkbookIsRead() throws IOException {
        var file = file(parts(NAME + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>1</v></c></row>"));
        try (var table = TableReader.open(file, "people.xlsx", LIMITS);
                var rows = table.rows()) {
            assertThat(rows.map(SourceRow::cells)).containsExactly(List.of("Ann"));
        }
    }

    @Test
    void rowsWithoutNumbersFollowOneAnother() throws IOException {
        var file = file(parts("<row><c t=\"s\"><v>0</v></c></row><row><c t=\"s\"><v>1</v></c></row>"));
        try (var table = TableReader.open(file, "people.xlsx", LIMITS);
                var rows = table.rows()) {
            assertThat(table.headerRow()).isEqualTo(1);
            assertThat(rows.map(SourceRow::number)).containsExactly(2);
        }
    }

    /** Four hundred megabytes of rows in one: the classic. */
    @Test
    void aZipBombIsRefusedBeforeItFillsMemory() throws IOException {
        var file = folder.resolve("bomb");
        var row = "<row><c t=\"inlineStr\"><is><t>Ann</t></is></c></row>".getBytes(StandardCharsets.UTF_8);
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var part : parts("").entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                if (part.getKey().endsWith("sheet1.xml")) {
                    zip.write("<worksheet><sheetData>".getBytes(StandardCharsets.UTF_8));
                    var block = new byte[row.length * 20_000];
                    for (var i = 0; i < 20_000; i++) {
                        System.arraycopy(row, 0, block, i * row.length, row.length);
                    }
                    for (var i = 0; i < 400; i++) {
                        zip.write(block);
                    }
                } else {
                    zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        assertThat(Files.size(file)).isLessThan(2L * 1024 * 1024);

        var highest = highestMemoryWhile(() -> refused(file, "workbook.read.bomb"));

        assertThat(highest).isLessThan(48L * 1024 * 1024);
    }

    /** What is held, garbage left out, beyond what was held before. */
    private static long highestMemoryWhile(Runnable work) {
        var before = held();
        var running = new AtomicBoolean(true);
        var highest = new AtomicLong();
        var watch = Thread.ofPlatform().daemon().start(() -> {
            while (running.get()) {
                LockSupport.parkNanos(Duration.ofMillis(400).toNanos());
                highest.accumulateAndGet(held() - before, Math::max);
            }
        });
        work.run();
        running.set(false);
        try {
            watch.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return highest.get();
    }

    private static long held() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** One cell, or one attribute, of a hundred megabytes. */
    @Test
    void aTextWithoutEndIsRefused() throws IOException {
        refused(bombOf("<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>", 'x'), "workbook.read.bomb");
        refused(bombOf("<worksheet a=\"", 'x'), "workbook.read.bomb");
        refused(bombOf("<worksheet><!--", 'x'), "workbook.read.bomb");
    }

    private Path bombOf(String start, char filler) throws IOException {
        var file = folder.resolve("bomb");
        var block = new byte[1024 * 1024];
        Arrays.fill(block, (byte) filler);
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var part : parts("").entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                if (part.getKey().endsWith("sheet1.xml")) {
                    zip.write(start.getBytes(StandardCharsets.UTF_8));
                    for (var i = 0; i < 100; i++) {
                        zip.write(block);
                    }
                } else {
                    zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return file;
    }

    @Test
    void elementsNestedWithoutEndAreRefused() throws IOException {
        refused(file(parts("<a>".repeat(500_000))), "workbook.read.bomb");
    }

    @Test
    void elementNamesWithoutEndAreRefused() throws IOException {
        var names = new StringBuilder();
        for (var i = 0; i < 10_000; i++) {
            names.append("<a").append(i).append("/>");
        }
        refused(file(parts(names.toString())), "workbook.read.bomb");
    }

    /** A billion laughs. */
    @Test
    void entitiesAreNotExpanded() throws IOException {
        var parts = parts(NAME);
        parts.put("xl/sharedStrings.xml", """
                <!DOCTYPE sst [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;">]>
                <sst><si><t>&c;</t></si></sst>""");
        refused(file(parts), "workbook.read.bomb");
    }

    @Test
    void filesOfTheMachineAreNotReadThroughEntities() throws IOException {
        var secret = folder.resolve("secret");
        Files.writeString(secret, "Secret");
        var parts = parts(NAME);
        parts.put(
                "xl/sharedStrings.xml",
                "<!DOCTYPE sst [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]><sst><si><t>&x;</t></si></sst>");
        refused(file(parts), "workbook.read.bomb");
    }

    /** The reader would fill a list up to that text. */
    @Test
    void aReferenceToATextThatIsNotThereIsRefused() throws IOException {
        refused(file(parts("<row><c t=\"s\"><v>2000000000</v></c></row>")), "workbook.read.corrupt");
        refused(file(parts("<row><c t=\"s\"><v>-1</v></c></row>")), "workbook.read.corrupt");
        refused(file(parts("<row><c t=\"s\"><v>x</v></c></row>")), "workbook.read.corrupt");
    }

    @Test
    void aDecoyOfTextsIsRefused() throws IOException {
        var parts = parts("<row><c t=\"s\"><v>900</v></c></row>");
        parts.put("xl/decoy.xml", "<sst>" + "<si/>".repeat(1_000) + "</sst>");
        refused(file(parts), "workbook.read.bomb");
    }

    @Test
    void cellsBeyondTheLastColumnAndRowAreRefused() throws IOException {
        refused(file(parts("<row><c r=\"ZZZZZ1\"><v>1</v></c></row>")), "workbook.read.corrupt");
        refused(file(parts("<row><c r=\"XFE1\"><v>1</v></c></row>")), "workbook.read.corrupt");
        refused(file(parts("<row r=\"99999999\"><c><v>1</v></c></row>")), "workbook.read.corrupt");
        refused(file(parts("<row><c r=\"1\"><v>1</v></c></row>")), "workbook.read.corrupt");
    }

    @Test
    void numbersThatWouldFillALineAreShort() throws IOException {
        var file = file(parts(NAME + "<row r=\"2\"><c r=\"A2\"><v>1E300</v></c></row>"
                + "<row r=\"3\"><c r=\"A3\"><v>1E-2000000000</v></c></row>"));
        try (var table = TableReader.open(file, "people.xlsx", LIMITS);
                var rows = table.rows()) {
            assertThat(rows.map(row -> row.cell(0))).allMatch(cell -> cell.length() < 20);
        }
    }

    @Test
    void damagedFilesAreRefused() throws IOException {
        var whole = Files.readAllBytes(file(parts(NAME)));
        var file = folder.resolve("damaged");
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        refused(file, "workbook.read.corrupt");

        refused(file(parts("<row><c><v>1</c></row>")), "workbook.read.corrupt");
        refused(file(parts("<row r=\"x\"><c><v>1</v></c></row>")), "workbook.read.corrupt");
        refused(file(parts(NAME + "<row r=\"2\"><c t=\"strange\"><v>1</v></c></row>")), "workbook.read.corrupt");

        var noSheet = parts(NAME);
        noSheet.remove("xl/worksheets/sheet1.xml");
        refused(file(noSheet), "workbook.read.corrupt");
        var noWorkbook = parts(NAME);
        noWorkbook.remove("xl/workbook.xml");
        refused(file(noWorkbook), "workbook.read.corrupt");
    }

    @Test
    void aPartThatIsThereTwiceIsRefused() throws IOException {
        var file = folder.resolve("twice");
        try (var zip = new ZipArchiveOutputStream(Files.newOutputStream(file))) {
            for (var part : parts(NAME).entrySet()) {
                for (var name : new String[] {part.getKey(), part.getKey().toUpperCase(Locale.ROOT)}) {
                    zip.putArchiveEntry(new ZipArchiveEntry(name));
                    zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                    zip.closeArchiveEntry();
                }
            }
        }
        refused(file, "workbook.read.corrupt");
    }

    @Test
    void otherZipFilesAreCalledWhatTheyAre() throws IOException {
        refused(file(Map.of("holiday.jpg", "x")), "workbook.read.noTable");
        refused(file(Map.of("mimetype", "application/vnd.oasis.opendocument.spreadsheet")), "workbook.read.noTable");
        refused(file(Map.of("[Content_Types].xml", TYPES, "word/document.xml", "<a/>")), "workbook.read.noTable");
        refused(file(Map.of("[Content_Types].xml", TYPES, "xl/workbook.bin", "x")), "workbook.read.legacy");
    }

    @Test
    void picturesAndCommentsInAWorkbookDoNotMatter() throws IOException {
        var parts = parts(NAME);
        parts.put("xl/media/image1.png", "\u0089PNG" + "x".repeat(2_000_000));
        parts.put("xl/drawings/vml.vml", "<xml><br></xml>");
        try (var table = TableReader.open(file(parts), "people.xlsx", LIMITS)) {
            assertThat(table.header()).containsExactly("Name");
        }
    }
}
