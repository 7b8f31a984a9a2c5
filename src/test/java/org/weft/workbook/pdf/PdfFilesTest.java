package org.weft.workbook.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.weft.base.Translations;
import org.weft.workbook.AboutSheet;
import org.weft.workbook.BarChart;
import org.weft.workbook.ColumnSpec;
import org.weft.workbook.Fact;
import org.weft.workbook.Sheet;
import org.weft.workbook.SheetSpec;
import org.weft.workbook.SummarySheet;
import org.weft.workbook.WorkbookSpec;

class PdfFilesTest {

    private static final Set<String> PAINTING = Set.of("Tj", "TJ", "f", "S", "Do");

    private static byte[] bytes(Locale locale, Sheet... sheets) {
        var out = new ByteArrayOutputStream();
        try (var context = new AnnotationConfigApplicationContext(Translations.class)) {
            PdfFiles.write(
                    out,
                    new WorkbookSpec(
                            "The quarter <Q4> & more",
                            "Wilma Weaver",
                            Instant.parse("2026-11-23T09:30:00Z"),
                            ZoneId.of("Europe/Berlin"),
                            locale,
                            List.of(sheets)),
                    context.getBean(Translations.class));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        keep(out.toByteArray());
        return out.toByteArray();
    }

    private static void keep(byte[] bytes) {
        var keep = System.getProperty("weft.workbooks");
        if (keep != null) {
            try {
                var test = StackWalker.getInstance()
                        .walk(frames -> frames.map(StackWalker.StackFrame::getMethodName)
                                .filter(name -> !Set.of("keep", "bytes").contains(name))
                                .findFirst()
                                .orElseThrow());
                Files.write(Path.of(keep, test + ".pdf"), bytes);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }

    private static SummarySheet summary(String name, BarChart.Direction direction) {
        return new SummarySheet(
                "Summary",
                name + " in Q4",
                "Oct 1 – Dec 31, whole organisation",
                List.of(
                        Fact.integer("Participants", 12_345),
                        Fact.percent("Completion rate", 0.4).note("4 of 10 objectives"),
                        Fact.decimal("Per person", 1.5),
                        Fact.percent("Nothing", null)),
                List.of(new BarChart(
                        "How far is each department?",
                        "Department",
                        "Completion",
                        true,
                        direction,
                        List.of(new BarChart.Bar(name, 0.25), new BarChart.Bar("IT", 1)))),
                List.of("Hidden: departments with fewer than 5 people."));
    }

    private static String text(PDDocument document) throws IOException {
        return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }

    private static List<PDStructureElement> elements(PDStructureNode node) {
        var found = new ArrayList<PDStructureElement>();
        for (var kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                found.add(element);
                found.addAll(elements(element));
            }
        }
        return found;
    }

    @Test
    void figuresChartsAndMeaningsStandOnThePage() throws IOException {
        var about = new AboutSheet("How it was counted", "", List.of(Fact.text("Scope", "Whole organisation")));
        try (var document =
                Loader.loadPDF(bytes(Locale.ENGLISH, summary("Sales", BarChart.Direction.COLUMNS), about))) {
            assertThat(text(document))
                    .contains("Sales in Q4 Oct 1 – Dec 31, whole organisation")
                    .contains("Participants 12,345", "Completion rate 40% 4 of 10 objectives", "Per person 1.50")
                    .contains("Nothing –", "How far is each department? Sales 25% IT 100%")
                    .contains("How it was counted Scope Whole organisation", "Page 1 of 1")
                    .contains("Wilma Weaver · Nov 23, 2026, 10:30");
            assertThat(document.getPage(0).getMediaBox().getHeight()).isEqualTo(841.8898f);
        }
    }

    @Test
    void germanReadersGetGermanNumbers() throws IOException {
        try (var document = Loader.loadPDF(bytes(Locale.GERMAN, summary("Süd", BarChart.Direction.BARS)))) {
            assertThat(text(document)).contains("12.345", "40 %", "1,50", "Seite 1 von 1");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("de");
        }
    }

    /** What PDF/UA asks of the document as a whole. */
    @Test
    void whoHasItReadToThemHearsWhatOthersSee() throws IOException {
        var table = new SheetSpec<>(
                "Teams", List.of(ColumnSpec.<String>text("Team", team -> team)), List.of("North", "South"));
        try (var document = Loader.loadPDF(bytes(Locale.ENGLISH, summary("Sales", BarChart.Direction.BARS), table))) {
            var catalog = document.getDocumentCatalog();
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getLanguage()).isEqualTo("en");
            assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("The quarter <Q4> & more");
            assertThat(document.getDocumentInformation().getAuthor()).isEqualTo("Wilma Weaver");
            assertThat(new String(catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8))
                    .contains("<pdfuaid:part>1</pdfuaid:part>", "The quarter &lt;Q4&gt; &amp; more");
            var elements = elements(catalog.getStructureTreeRoot());
            assertThat(elements)
                    .extracting(PDStructureElement::getStructureType)
                    .startsWith("Document", "H1", "P")
                    .contains("H2", "Figure", "Table", "TR", "TH");
            assertThat(elements)
                    .filteredOn(element -> element.getStructureType().equals("Figure"))
                    .extracting(PDStructureElement::getAlternateDescription)
                    .containsExactly("Bar chart. Sales 25%; IT 100%");
            for (var page : document.getPages()) {
                assertThat(page.getStructParents()).isNotNegative();
                for (var font : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(font).isEmbedded()).isTrue();
                }
            }
        }
    }

    @Test
    void nothingIsDrawnThatIsNeitherToldNorDecoration() throws IOException {
        try (var document = Loader.loadPDF(bytes(Locale.ENGLISH, summary("Sales", BarChart.Direction.BARS)))) {
            for (var page : document.getPages()) {
                var depth = 0;
                var parser = new PDFStreamParser(page);
                for (var token = parser.parseNextToken(); token != null; token = parser.parseNextToken()) {
                    if (token instanceof Operator operator) {
                        depth += switch (operator.getName()) {
                            case "BDC", "BMC" -> 1;
                            case "EMC" -> -1;
                            default -> 0;
                        };
                        if (PAINTING.contains(operator.getName())) {
                            assertThat(depth).as(operator.getName()).isPositive();
                        }
                    }
                }
                assertThat(depth).isZero();
            }
        }
    }

    @Test
    void textStaysTextWhateverItIs() throws IOException {
        var hostile = List.of(
                "<script>alert(1)</script> & \"quotes\"",
                "Größe, Straße, Łódź, Żółć, Ærø, Ελλάδα, Москва",
                "👩‍🚀 😀 ✓ → ␀",
                "\u0000\u0007\u001b half \ud83d surrogate \ufffe",
                "مرحبا بالعالم (Weft)",
                "שלום עולם 2026",
                "漢字",
                "of\ufb01ce \u0301x e\u0301",
                "W".repeat(400),
                "",
                "   ",
                "one\r\ntwo\tthree");
        var sheets = new ArrayList<Sheet>();
        for (var name : hostile) {
            sheets.add(summary(name, BarChart.Direction.BARS));
            sheets.add(summary(name, BarChart.Direction.COLUMNS));
        }
        sheets.add(new SheetSpec<>("Names", List.of(ColumnSpec.<String>text("Name", name -> name)), hostile));
        sheets.add(new AboutSheet(
                "About", "", hostile.stream().map(name -> Fact.text(name, name)).toList()));
        try (var document = Loader.loadPDF(bytes(Locale.ENGLISH, sheets.toArray(Sheet[]::new)))) {
            var text = text(document);
            assertThat(text)
                    .contains("<script>alert(1)</script> & \"quotes\"")
                    .contains("Größe, Straße, Łódź, Żółć, Ærø, Ελλάδα, Москва")
                    .contains("one two three");
            var said = elements(document.getDocumentCatalog().getStructureTreeRoot()).stream()
                    .map(PDStructureElement::getAlternateDescription)
                    .filter(words -> words != null)
                    .toList();
            assertThat(said).anyMatch(words -> words.contains("مرحبا بالعالم")).anyMatch(words -> words.contains("漢字"));
        }
    }

    @Test
    void lettersAreJoinedAndTurnedRound() {
        assertThat(VisualText.of("abc")).isEqualTo("abc");
        assertThat(VisualText.of("שלום")).isEqualTo("םולש");
        // Beh at the beginning, in the middle and at the end; nothing joins behind alef; lam and alef are one.
        assertThat(ArabicForms.join("ببب")).isEqualTo("\ufe91\ufe92\ufe90");
        assertThat(ArabicForms.join("باب")).isEqualTo("\ufe91\ufe8e\ufe8f");
        assertThat(ArabicForms.join("لا")).isEqualTo("\ufefb");
        assertThat(ArabicForms.join("بلا")).isEqualTo("\ufe91\ufefc");
        assertThat(VisualText.of("שלום (Weft)")).isEqualTo("(Weft) םולש");
    }

    @Test
    void aLongTableHasItsHeadingOnEachPageAndSaysWhatIsLeftOut() throws IOException {
        var rows = IntStream.rangeClosed(1, 1_000).boxed().toList();
        var table = new SheetSpec<>(
                "Numbers",
                List.of(
                        ColumnSpec.<Integer>text("Label", number -> "Number " + number),
                        ColumnSpec.<Integer>integer("Value", number -> number),
                        ColumnSpec.<Integer>date("Day", number -> LocalDate.of(2026, 1, 1))),
                rows);
        try (var document = Loader.loadPDF(bytes(Locale.ENGLISH, table))) {
            assertThat(document.getNumberOfPages()).isGreaterThan(3);
            var stripper = new PDFTextStripper();
            for (var page = 1; page <= document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(document)).contains("Label", "Page " + page + " of ");
            }
            assertThat(text(document))
                    .contains("Number 200 200 Jan 1, 2026", "The first 200 of 1,000 rows")
                    .doesNotContain("Number 201");
            var heads = elements(document.getDocumentCatalog().getStructureTreeRoot()).stream()
                    .filter(element -> element.getStructureType().equals("TH"))
                    .filter(element -> element.getAttributes().toString().contains("Scope=Column"))
                    .count();
            assertThat(heads).as("said once").isEqualTo(3);
        }
    }

    @Test
    void aWideTableLiesAcrossThePage() throws IOException {
        var columns = IntStream.range(0, 13)
                .mapToObj(column -> ColumnSpec.<String>integer("Abteilungsübergreifende Gespräche", row -> column))
                .toList();
        try (var document = Loader.loadPDF(bytes(
                Locale.GERMAN,
                summary("Süd", BarChart.Direction.BARS),
                new SheetSpec<>("Breit", columns, List.of("x")),
                new AboutSheet("Wie gezählt wurde", "", List.of(Fact.text("Umfang", "alle")))))) {
            assertThat(document.getPages())
                    .extracting(page ->
                            page.getMediaBox().getWidth() > page.getMediaBox().getHeight())
                    .containsExactly(false, true);
        }
    }

    @Test
    void theStreamBelowStaysOpen() throws IOException {
        var closed = new boolean[1];
        var out = new OutputStream() {
            @Override
            public void write(int one) {}

            @Override
            public void close() {
                closed[0] = true;
            }
        };
        try (var context = new AnnotationConfigApplicationContext(Translations.class)) {
            PdfFiles.write(
                    out,
                    new WorkbookSpec(
                            "T",
                            "A",
                            Instant.EPOCH,
                            ZoneId.of("UTC"),
                            Locale.ENGLISH,
                            List.of(summary("x", BarChart.Direction.BARS))),
                    context.getBean(Translations.class));
        }
        assertThat(closed[0]).isFalse();
    }
}
