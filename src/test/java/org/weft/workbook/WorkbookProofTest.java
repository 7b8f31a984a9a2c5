package org.weft.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The proof finds what it looks for: workbooks that are right pass, and each thing that is spoilt is told. */
class WorkbookProofTest {

    private static final SheetSpec<String> TABLE = new SheetSpec<>(
            "Names",
            List.of(
                    ColumnSpec.<String>text("Name", name -> name).warning("x"),
                    ColumnSpec.<String>percent("Share", name -> 0.5),
                    ColumnSpec.<String>text("Again", name -> name)),
            List.of("a", "b"));

    private static byte[] workbook() {
        return ReadBack.bytes(
                new SummarySheet(
                        "Summary",
                        "The quarter",
                        "Q4",
                        List.of(Fact.integer("Names", 2).formula(Formula.count("Names"))),
                        List.of(new BarChart(
                                "Bars",
                                "Name",
                                "Value",
                                false,
                                BarChart.Direction.BARS,
                                List.of(new BarChart.Bar("a", 1)))),
                        List.of("A note")),
                TABLE,
                new AboutSheet("About", "About", List.of(Fact.rows("Rows", "Names"))));
    }

    @Test
    void aWorkbookThatIsRightPasses() {
        assertThat(WorkbookProof.problems(workbook())).isEmpty();
    }

    static Map<String, List<String>> spoilt() {
        return Map.ofEntries(
                Map.entry("sheets/sheet1.xml", List.of("<sheetData>", "<sheetData weft=\"1\">", "weft")),
                Map.entry("xl/tables/table1.xml", List.of("name=\"Again\"", "name=\"name\"", "two columns called")),
                Map.entry("tables/table1.xml ", List.of("name=\"Share\"", "name=\"Part\"", "is headed")),
                Map.entry(
                        "tables/table1.xml  ",
                        List.of("displayName=\"Names\"", "displayName=\"A1\"", "a table called")),
                Map.entry("xl/workbook.xml", List.of("name=\"About\"", "name=\"summary\"", "two sheets called")),
                Map.entry("workbook.xml ", List.of("name=\"About\"", "name=\"A[b]\"", "a sheet called")),
                Map.entry("xl/styles.xml", List.of("fontId=\"1\"", "fontId=\"99\"", "a font there is not")),
                Map.entry("charts/chart1.xml", List.of("Summary!", "Gone!", "draws")),
                Map.entry("[Content_Types].xml", List.of("/xl/styles.xml", "/xl/gone.xml", "is not there")),
                Map.entry("workbook.xml.rels", List.of("worksheets/sheet1.xml", "worksheets/sheet9.xml", "points at")),
                Map.entry("sheets/sheet1.xml ", List.of("<row r=\"3\">", "<row r=\"1\">", "behind")),
                Map.entry("sheets/sheet1.xml  ", List.of("dxfId=\"0\"", "dxfId=\"7\"", "no such dxf")),
                Map.entry(
                        "sheets/sheet2.xml", List.of("COUNTA(Names[Name])", "COUNTA(Names[Gone])", "no such column")));
    }

    static List<Map.Entry<String, List<String>>> each() {
        return List.copyOf(spoilt().entrySet());
    }

    @ParameterizedTest
    @MethodSource("each")
    void whatIsSpoiltIsTold(Map.Entry<String, List<String>> one) throws IOException {
        var part = one.getKey().strip();
        var spoilt = new ByteArrayOutputStream();
        var found = false;
        try (var in = new ZipInputStream(new ByteArrayInputStream(workbook()));
                var out = new ZipOutputStream(spoilt)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                if (entry.getName().endsWith(part)) {
                    var changed =
                            text.replace(one.getValue().get(0), one.getValue().get(1));
                    found = !changed.equals(text);
                    text = changed;
                }
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(text.getBytes(StandardCharsets.UTF_8));
            }
        }

        assertThat(found).as("there was something to spoil").isTrue();
        assertThat(WorkbookProof.problems(spoilt.toByteArray()))
                .anyMatch(problem -> problem.contains(one.getValue().get(2)));
    }
}
