package org.weft.workbook.pdf;

import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;

/**
 * Pages of A4 that are filled from top to bottom. Places are points from the upper left corner of a page, as one reads;
 * whatever is drawn belongs to an element of the {@link Structure}, or is marked as decoration.
 */
final class Paper implements AutoCloseable {

    static final float MARGIN = 48;
    private static final float TOP = 62;
    private static final float BOTTOM = 54;

    private final PDDocument document;
    private final Structure structure;
    private final Typeface typeface;
    private final List<PDPage> pages = new ArrayList<>();
    private PDPageContentStream out;
    private PDPage page;
    private float at;

    /** Draws, where it is told to. */
    @FunctionalInterface
    interface Drawing {
        void draw() throws IOException;
    }

    Paper(PDDocument document, Structure structure) throws IOException {
        this.document = document;
        this.structure = structure;
        typeface = new Typeface(document);
        page = new PDPage(PDRectangle.A4);
        out = begin(page);
    }

    private PDPageContentStream begin(PDPage next) throws IOException {
        document.addPage(next);
        pages.add(next);
        at = TOP;
        return new PDPageContentStream(document, next, AppendMode.OVERWRITE, true);
    }

    Typeface typeface() {
        return typeface;
    }

    boolean isUpright() {
        return page.getMediaBox().getHeight() > page.getMediaBox().getWidth();
    }

    static float width(boolean upright) {
        return (upright ? PDRectangle.A4.getWidth() : PDRectangle.A4.getHeight()) - 2 * MARGIN;
    }

    /** Between the margins. */
    float width() {
        return width(isUpright());
    }

    /** Where the next thing goes. */
    float at() {
        return at;
    }

    void down(float by) {
        at += by;
    }

    /** Down to the margin. */
    float room() {
        return page.getMediaBox().getHeight() - BOTTOM - at;
    }

    /** How much room a page has that is still empty. */
    float roomOfAPage() {
        return page.getMediaBox().getHeight() - BOTTOM - TOP;
    }

    boolean isEmpty() {
        return at == TOP;
    }

    /** Goes on to the next page where there is too little room. @return whether it did */
    boolean need(float height) throws IOException {
        if (height <= room() || isEmpty()) {
            return false;
        }
        turn(isUpright());
        return true;
    }

    /** Goes on to a page that stands upright, or lies, unless this one does and is empty. */
    void turn(boolean upright) throws IOException {
        if (upright == isUpright() && isEmpty()) {
            return;
        }
        out.close();
        page = new PDPage(
                upright ? PDRectangle.A4 : new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth()));
        out = begin(page);
    }

    /** What is drawn belongs to the element. */
    void as(PDStructureElement element, Drawing drawing) throws IOException {
        out.beginMarkedContent(COSName.getPDFName(element.getStructureType()), structure.mark(element, page));
        drawing.draw();
        out.endMarkedContent();
    }

    /** What is drawn says nothing. */
    void asDecoration(Drawing drawing) throws IOException {
        out.beginMarkedContent(COSName.ARTIFACT);
        drawing.draw();
        out.endMarkedContent();
    }

    void box(float x, float y, float width, float height, Color color) throws IOException {
        out.setNonStrokingColor(color);
        out.addRect(x, upwards(y + height), width, height);
        out.fill();
    }

    void line(float fromX, float fromY, float toX, float toY, float strength, Color color) throws IOException {
        out.setStrokingColor(color);
        out.setLineWidth(strength);
        out.moveTo(fromX, upwards(fromY));
        out.lineTo(toX, upwards(toY));
        out.stroke();
    }

    /** One line. @param y the top of the line */
    void text(float x, float y, String text, Ink ink) throws IOException {
        var visual = VisualText.of(text);
        var runs = typeface.runs(visual, ink.bold());
        if (runs.isEmpty()) {
            return;
        }
        // Turned round, it could not be read out or copied.
        var says = !visual.equals(text);
        if (says) {
            var actual = new COSDictionary();
            actual.setString(COSName.ACTUAL_TEXT, text);
            out.beginMarkedContent(COSName.getPDFName("Span"), PDPropertyList.create(actual));
        }
        out.beginText();
        out.setNonStrokingColor(ink.color());
        out.newLineAtOffset(x, upwards(y + ink.rise()));
        for (var run : runs) {
            out.setFont(run.font(), ink.size());
            out.showText(run.text());
        }
        out.endText();
        if (says) {
            out.endMarkedContent();
        }
    }

    /** One line that ends there. */
    void textEndingAt(float x, float y, String text, Ink ink) throws IOException {
        text(x - typeface.width(text, ink), y, text, ink);
    }

    /** One line around there. */
    void textAround(float x, float y, String text, Ink ink) throws IOException {
        text(x - typeface.width(text, ink) / 2, y, text, ink);
    }

    private float upwards(float y) {
        return page.getMediaBox().getHeight() - y;
    }

    /** So much of the page from here on down, in the places a reader of the file knows. */
    PDRectangle place(float height) {
        return new PDRectangle(MARGIN, upwards(at + height), width(), height);
    }

    /** Draws on every page, now that it is known how many there are. */
    void onEachPage(EachPage drawing) throws IOException {
        out.close();
        for (var number = 1; number <= pages.size(); number++) {
            page = pages.get(number - 1);
            out = new PDPageContentStream(document, page, AppendMode.APPEND, true, true);
            drawing.draw(number, pages.size(), page.getMediaBox().getHeight());
            out.close();
        }
    }

    @FunctionalInterface
    interface EachPage {
        void draw(int number, int of, float height) throws IOException;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
