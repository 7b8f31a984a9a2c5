package org.weft.workbook;

import java.util.regex.Pattern;

/** Makes any text fit for a cell, changing nothing a reader could see. */
final class SheetText {

    /** What Excel itself would take for an escaped character. */
    private static final Pattern LOOKS_ESCAPED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private static final int CONTROL_PICTURES = 0x2400;

    private SheetText() {}

    /** Whether a spreadsheet program would take the text for a formula or a command if it were typed in. */
    static boolean looksLikeFormula(String text) {
        return !text.isEmpty() && "=+-@\t\r\n|%".indexOf(text.charAt(0)) >= 0;
    }

    /** Without what XML forbids: control characters become their symbols, halves of characters the replacement sign. */
    static String clean(String text) {
        StringBuilder cleaned = null;
        for (var i = 0; i < text.length(); i++) {
            var character = text.charAt(i);
            char fit;
            if (character == '\r') {
                fit = '\n';
            } else if (character < ' ' && character != '\t' && character != '\n') {
                fit = (char) (CONTROL_PICTURES + character);
            } else if (character == 0x7f) {
                fit = '\u2421';
            } else if (character >= '\ufffe' || isHalf(text, i)) {
                fit = '\ufffd';
            } else {
                fit = character;
            }
            var skip = character == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if (cleaned == null && (fit != character || skip)) {
                cleaned = new StringBuilder(text.length()).append(text, 0, i);
            }
            if (cleaned != null && !skip) {
                cleaned.append(fit);
            }
        }
        return cleaned == null ? text : cleaned.toString();
    }

    /** Cleaned, and at most as long as a cell holds; a cut text ends with the note. */
    static String fit(String text, String cutNote) {
        var cleaned = clean(text);
        if (cleaned.contains("_x")) {
            cleaned = LOOKS_ESCAPED.matcher(cleaned).replaceAll("_x005F_");
        }
        if (cleaned.length() <= ReadLimits.CELL_LENGTH) {
            return cleaned;
        }
        var end = ReadLimits.CELL_LENGTH - cutNote.length();
        if (Character.isHighSurrogate(cleaned.charAt(end - 1))) {
            end--;
        }
        return cleaned.substring(0, end) + cutNote;
    }

    private static boolean isHalf(String text, int i) {
        var character = text.charAt(i);
        if (Character.isHighSurrogate(character)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(character) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }
}
