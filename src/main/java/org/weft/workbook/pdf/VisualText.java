package org.weft.workbook.pdf;

import java.text.Bidi;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Text in the order its letters stand on the line, from left to right: paper knows no other. */
final class VisualText {

    private static final Map<Integer, Integer> MIRRORED = Map.of(
            (int) '(', (int) ')', (int) ')', (int) '(', (int) '[', (int) ']', (int) ']', (int) '[', (int) '{',
            (int) '}', (int) '}', (int) '{', (int) '<', (int) '>', (int) '>', (int) '<');

    private VisualText() {}

    /** One line, with its letters joined and turned round where they are read from the right. */
    static String of(String line) {
        var text = Normalizer.normalize(line, Normalizer.Form.NFC);
        if (!Bidi.requiresBidi(text.toCharArray(), 0, text.length())) {
            return text;
        }
        var joined = ArabicForms.join(text);
        var bidi = new Bidi(joined, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        var levels = new byte[bidi.getRunCount()];
        var runs = new Object[levels.length];
        for (var run = 0; run < levels.length; run++) {
            levels[run] = (byte) bidi.getRunLevel(run);
            var part = joined.substring(bidi.getRunStart(run), bidi.getRunLimit(run));
            runs[run] = levels[run] % 2 == 0 ? part : turned(part);
        }
        Bidi.reorderVisually(levels, 0, runs, 0, runs.length);
        var visual = new StringBuilder(joined.length());
        for (var run : runs) {
            visual.append(run);
        }
        return visual.toString();
    }

    /** From right to left; marks stay with the letter they stand on. */
    private static String turned(String text) {
        List<StringBuilder> letters = new ArrayList<>();
        text.codePoints().forEach(code -> {
            if (letters.isEmpty() || Character.getType(code) != Character.NON_SPACING_MARK) {
                letters.add(new StringBuilder());
            }
            letters.getLast().appendCodePoint(MIRRORED.getOrDefault(code, code));
        });
        Collections.reverse(letters);
        return String.join("", letters);
    }
}
