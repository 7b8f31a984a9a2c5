package org.weft.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.weft.access.Role;
import org.weft.base.KeptFigure;
import org.weft.testing.Fixture;
import org.weft.testing.SignedIn;
import org.weft.testing.WeftTest;

/**
 * Every workbook of the catalogue in LibreOffice: it opens, holds the same, and its figures come out as they were counted in the
 * database. They are spoilt before, so that what comes out was counted there.
 */
@WeftTest
class LibreOfficeIT {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Pattern COUNTED = Pattern.compile("(</f><v>)[^<]*(</v>)");

    /** Otherwise it takes what a file says its formulas come to. */
    private static final String RECALCULATE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <oor:items xmlns:oor="http://openoffice.org/2001/registry">
            <item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
            </oor:items>""";

    @Autowired
    private ReportService reports;

    @Autowired
    private Fixture fixture;

    @Autowired
    private List<KeptFigure> kept;

    @Autowired
    private TransactionTemplate transaction;

    @TempDir
    private Path folder;

    private static Optional<Path> program() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(place -> Stream.of(Path.of(place, "soffice"), Path.of(place, "libreoffice")))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Test
    void everyWorkbookOpensAndCountsTheSameInLibreOffice() throws Exception {
        var program = program();
        assumeTrue(
                program.isPresent(),
                "LibreOffice is not installed, so nothing was tried: apt-get install libreoffice-calc");
        var quarter = new Quarter(fixture).withSomethingOfEverything();
        SignedIn.as(Role.ADMIN);
        transaction.executeWithoutResult(status -> kept.forEach(KeptFigure::mend));
        SignedIn.as(Role.HR);
        var written = new ArrayList<Path>();
        for (var kind : ReportKind.values()) {
            for (var locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
                var out = new ByteArrayOutputStream();
                reports.write(new ReportRequest(kind, quarter.cycle, locale, BERLIN), out, rows -> {});
                var file = folder.resolve(kind + "-" + locale + ".xlsx");
                Files.write(file, out.toByteArray());
                written.add(file);
            }
        }

        convert(program.orElseThrow(), written);

        for (var file : written) {
            same(file, folder.resolve("out").resolve(file.getFileName()));
        }
    }

    private void convert(Path program, List<Path> files) throws IOException, InterruptedException {
        var settings = Files.createDirectories(folder.resolve("profile/user"));
        Files.writeString(settings.resolve("registrymodifications.xcu"), RECALCULATE);
        var command = new ArrayList<>(List.of(
                program.toString(),
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                "xlsx:Calc MS Excel 2007 XML",
                "--outdir",
                folder.resolve("out").toString()));
        for (var file : files) {
            command.add(spoilt(file).toString());
        }
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("said")))
                .isZero();
    }

    /** With another number in the place of everything that a formula comes to. */
    private Path spoilt(Path file) throws IOException {
        var spoilt = Files.createDirectories(folder.resolve("in")).resolve(file.getFileName());
        try (var in = new ZipInputStream(new BufferedInputStream(Files.newInputStream(file)));
                var out = new ZipOutputStream(Files.newOutputStream(spoilt))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var bytes = in.readAllBytes();
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(
                        entry.getName().startsWith("xl/worksheets/")
                                ? COUNTED.matcher(new String(bytes, StandardCharsets.UTF_8))
                                        .replaceAll("$1-4711$2")
                                        .getBytes(StandardCharsets.UTF_8)
                                : bytes);
            }
        }
        return spoilt;
    }

    private static void same(Path ours, Path theirs) throws IOException {
        try (var before = new XSSFWorkbook(Files.newInputStream(ours));
                var after = new XSSFWorkbook(Files.newInputStream(theirs))) {
            assertThat(Books.names(after)).isEqualTo(Books.names(before));
            var counted = 0;
            for (var cell : Books.cells(before)) {
                var where = ours.getFileName() + " " + cell.getSheet().getSheetName() + "!" + cell.getAddress();
                var row = after.getSheet(cell.getSheet().getSheetName()).getRow(cell.getRowIndex());
                var other = row == null ? null : row.getCell(cell.getColumnIndex());
                if (cell.getCellType() == CellType.BLANK || isEmpty(cell)) {
                    continue;
                }
                assertThat(other).as(where).isNotNull();
                if (cell.getCellType() == CellType.STRING) {
                    assertThat(other.getStringCellValue()).as(where).isEqualTo(cell.getStringCellValue());
                } else {
                    assertThat(other.getNumericCellValue())
                            .as(where)
                            .isCloseTo(cell.getNumericCellValue(), within(1e-9));
                    counted += cell.getCellType() == CellType.FORMULA ? 1 : 0;
                }
            }
            assertThat(counted).as(ours.getFileName().toString()).isPositive();
        }
    }

    private static boolean isEmpty(Cell cell) {
        return cell.getCellType() == CellType.STRING
                && cell.getStringCellValue().isEmpty();
    }
}
