package org.weft.workbook.pdf;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.weft.base.Translations;
import org.weft.workbook.AboutSheet;
import org.weft.workbook.ColumnKind;
import org.weft.workbook.SheetSpec;
import org.weft.workbook.SummarySheet;
import org.weft.workbook.WorkbookSpec;

/**
 * Writes a summary, its tables and what they mean as PDF: A4, with page numbers, its fonts embedded, and tagged, so that
 * it can be read aloud and copied from (PDF/UA-1, ISO 14289-1). It is put together in memory, without a temporary file.
 *
 * @see <a href="../../../../../../../docs/decisions/030-pdf-is-drawn.md">decision 030</a>
 */
public final class PdfFiles {

    private static final String PRODUCT = "Weft";
    /** What XML does not take: control characters, halves of characters, and two that are none. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\p{Cs}\ufffe\uffff]");

    private static final float HEADER = 30;
    private static final float FOOTER = 34;

    private final WorkbookSpec spec;
    private final Translations translations;
    private final Values values;

    private PdfFiles(WorkbookSpec spec, Translations translations) {
        this.spec = spec;
        values = new Values(spec.locale(), spec.zone());
        this.translations = translations;
    }

    /**
     * Writes it to a stream, and leaves the stream open.
     *
     * @param spec its sheets one below the other; tables of a few hundred rows at most are meant for paper
     * @throws IOException if the stream does not take it
     */
    public static void write(OutputStream out, WorkbookSpec spec, Translations translations) throws IOException {
        new PdfFiles(spec, translations).write(out);
    }

    private void write(OutputStream out) throws IOException {
        try (var document = new PDDocument()) {
            document.setVersion(1.7f);
            var structure = new Structure(document);
            try (var paper = new Paper(document, structure)) {
                sheets(paper, structure);
                paper.onEachPage((number, of, height) -> frame(paper, number, of, height));
            }
            structure.finish();
            describe(document);
            document.save(new Unclosed(out));
        }
    }

    private void sheets(Paper paper, Structure structure) throws IOException {
        var summaries = new SummaryDrawing(paper, structure, values);
        var charts = new ChartDrawing(paper, structure, values, said -> words("workbook.print.chart", said));
        var tables =
                new TableDrawing(paper, structure, values, (shown, all) -> words("workbook.print.more", shown, all));
        var whole = structure.whole();
        for (var sheet : spec.laidOut()) {
            switch (sheet) {
                case SummarySheet summary -> {
                    summaries.summary(whole, summary);
                    for (var chart : summary.charts()) {
                        charts.draw(whole, chart);
                    }
                }
                case SheetSpec<?> table -> tables.draw(whole, table);
                case AboutSheet about -> summaries.about(whole, about);
            }
        }
    }

    /** The product and the title above, the number of the page below. */
    private void frame(Paper paper, int number, int of, float height) throws IOException {
        var made = spec.author() + " · " + values.of(ColumnKind.DATE_TIME, spec.createdAt()) + " ("
                + spec.zone().getId() + ")";
        paper.asDecoration(() -> {
            var right = Paper.MARGIN + paper.width();
            paper.box(Paper.MARGIN, HEADER + 1.5f, 7, 7, Ink.BRAND);
            paper.text(Paper.MARGIN + 11, HEADER, PRODUCT, Ink.SMALL_STRONG);
            if (number > 1) {
                paper.textEndingAt(right, HEADER, spec.title(), Ink.SMALL);
            }
            var foot = height - FOOTER;
            paper.line(Paper.MARGIN, foot - 5, right, foot - 5, 0.4f, Ink.LINE);
            paper.text(Paper.MARGIN, foot, made, Ink.SMALL);
            paper.textEndingAt(right, foot, words("workbook.write.page", number, of), Ink.SMALL);
        });
    }

    private String words(String key, Object... args) {
        return translations.translate(key, spec.locale(), args);
    }

    private void describe(PDDocument document) throws IOException {
        var created = (Calendar) GregorianCalendar.from(spec.createdAt().atZone(spec.zone()));
        var information = document.getDocumentInformation();
        information.setTitle(spec.title());
        information.setAuthor(spec.author());
        information.setCreator(PRODUCT);
        information.setCreationDate(created);
        information.setModificationDate(created);
        var catalog = document.getDocumentCatalog();
        catalog.setLanguage(spec.locale().toLanguageTag());
        var viewer = new PDViewerPreferences(catalog.getCOSObject());
        viewer.setDisplayDocTitle(true);
        catalog.setViewerPreferences(viewer);
        var metadata = new PDMetadata(document);
        metadata.importXMPMetadata(xmp().getBytes(StandardCharsets.UTF_8));
        catalog.setMetadata(metadata);
    }

    private String xmp() {
        return """
                <?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
                 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
                <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
                <dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>
                <xmp:CreatorTool>%s</xmp:CreatorTool>
                <xmp:CreateDate>%s</xmp:CreateDate>
                <pdfuaid:part>1</pdfuaid:part>
                </rdf:Description></rdf:RDF></x:xmpmeta>
                <?xpacket end="r"?>""".formatted(escaped(spec.title()), escaped(spec.author()), PRODUCT, spec.createdAt());
    }

    private static String escaped(String text) {
        return CONTROL.matcher(text)
                .replaceAll(" ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }

    /** What the document is written through ends with it; what is below does not. */
    private static final class Unclosed extends FilterOutputStream {

        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
