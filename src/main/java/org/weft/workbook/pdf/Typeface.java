package org.weft.workbook.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The fonts a document is set in, embedded as far as they are used. What the first does not have is looked for in the
 * other; what none has shows as an empty box, and what nobody sees is left out.
 */
final class Typeface {

    private static final String PLAIN = "NotoSans-Regular";
    private static final String BOLD = "NotoSans-Bold";

    /** Hebrew, Arabic, symbols, faces. */
    private static final String FURTHER = "DejaVuSans";

    private static final int BOX = 0x25a1;
    private static final int REPLACED = 0xfffd;
    private static final int CONTROL_PICTURES = 0x2400;

    private final PDDocument document;
    private final Map<String, Face> faces = new HashMap<>();

    Typeface(PDDocument document) {
        this.document = document;
    }

    /** Some letters of one font. */
    record Run(PDFont font, String text) {}

    private record Face(PDFont font, CmapLookup letters, TrueTypeFont metrics) {

        boolean has(int code) {
            return letters.getGlyphId(code) != 0;
        }

        /** Of the size 1. */
        float width(int code) throws IOException {
            return (float) metrics.getAdvanceWidth(letters.getGlyphId(code)) / metrics.getUnitsPerEm();
        }
    }

    /** @param visual in the order it stands on the line */
    List<Run> runs(String visual, boolean bold) {
        var runs = new ArrayList<Run>();
        var text = new StringBuilder();
        Face current = null;
        for (var code : shown(visual)) {
            var face = face(code, bold);
            if (current != null && face != current) {
                runs.add(new Run(current.font(), text.toString()));
                text.setLength(0);
            }
            current = face;
            text.appendCodePoint(code);
        }
        if (current != null) {
            runs.add(new Run(current.font(), text.toString()));
        }
        return runs;
    }

    float width(String text, Ink ink) {
        var width = 0f;
        try {
            for (var code : shown(VisualText.of(text))) {
                width += face(code, ink.bold()).width(code);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return width * ink.size();
    }

    /** What there are glyphs for. */
    private int[] shown(String text) {
        return text.codePoints().map(this::shown).filter(code -> code >= 0).toArray();
    }

    private int shown(int code) {
        if (Character.isWhitespace(code) || Character.isSpaceChar(code)) {
            return ' ';
        }
        if (code < ' ') {
            return there(CONTROL_PICTURES + code);
        }
        return switch (Character.getType(code)) {
            case Character.FORMAT, Character.CONTROL -> -1;
            case Character.SURROGATE -> there(REPLACED);
            // What only chooses how the letter before it looks.
            default -> code >= 0xfe00 && code <= 0xfe0f ? -1 : there(code);
        };
    }

    /** The letter, or the plainest there is a glyph for. */
    private int there(int code) {
        if (isThere(code)) {
            return code;
        }
        var plain = Normalizer.normalize(Character.toString(code), Normalizer.Form.NFKC);
        return plain.codePointCount(0, plain.length()) == 1 && isThere(plain.codePointAt(0))
                ? plain.codePointAt(0)
                : BOX;
    }

    private boolean isThere(int code) {
        return face(PLAIN).has(code) || face(FURTHER).has(code);
    }

    private Face face(int code, boolean bold) {
        var first = face(bold ? BOLD : PLAIN);
        return first.has(code) ? first : face(FURTHER).has(code) ? face(FURTHER) : face(PLAIN);
    }

    private Face face(String name) {
        return faces.computeIfAbsent(name, this::load);
    }

    private Face load(String name) {
        try (var file = Objects.requireNonNull(Typeface.class.getResourceAsStream("/fonts/" + name + ".ttf"), name)) {
            var metrics = new TTFParser().parse(new RandomAccessReadBuffer(file.readAllBytes()));
            // One glyph for a letter: what is copied out of the document stays the text it was.
            metrics.setEnableGsub(false);
            return new Face(PDType0Font.load(document, metrics, true), metrics.getUnicodeCmapLookup(), metrics);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
