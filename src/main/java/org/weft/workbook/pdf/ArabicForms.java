package org.weft.workbook.pdf;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * Joins Arabic letters as they are written: each becomes the character of its form at the beginning, in the middle or at
 * the end of a word, which Unicode has for this purpose and fonts have glyphs for. What forms there are is read from
 * Unicode's own names.
 */
final class ArabicForms {

    private static final int FIRST = 0xfb50;
    private static final int LAST = 0xfefc;
    private static final char LAM = '\u0644';

    /** What a letter looks like by itself, at the end, at the beginning and in between; 0 where it has no such form. */
    private static final Map<String, int[]> FORMS = new HashMap<>();

    static {
        for (var code = FIRST; code <= LAST; code++) {
            var name = Character.getName(code);
            var form = name == null || !isLetter(name) ? -1 : form(name);
            if (form >= 0) {
                FORMS.computeIfAbsent(
                                Normalizer.normalize(Character.toString(code), Normalizer.Form.NFKC),
                                any -> new int[4])[form] = code;
            }
        }
    }

    private static final int ALONE = 0;
    private static final int END = 1;
    private static final int BEGINNING = 2;
    private static final int MIDDLE = 3;

    private ArabicForms() {}

    /** Kirghiz joins a letter to both sides that others do not. */
    private static boolean isLetter(String name) {
        return name.startsWith("ARABIC LIGATURE LAM WITH ALEF")
                || name.startsWith("ARABIC LETTER ") && !name.contains("KIRGHIZ");
    }

    private static int form(String name) {
        if (name.endsWith(" ISOLATED FORM")) {
            return ALONE;
        }
        if (name.endsWith(" FINAL FORM")) {
            return END;
        }
        if (name.endsWith(" INITIAL FORM")) {
            return BEGINNING;
        }
        return name.endsWith(" MEDIAL FORM") ? MIDDLE : -1;
    }

    /** The text with its letters joined, in the order it is read in. */
    static String join(String text) {
        if (text.chars().noneMatch(letter -> letter >= 0x600 && letter < 0x700)) {
            return text;
        }
        var joined = new StringBuilder(text.length());
        var before = false;
        for (var at = 0; at < text.length(); at++) {
            var letter = String.valueOf(text.charAt(at));
            if (isMark(text.charAt(at))) {
                joined.append(letter);
                continue;
            }
            // Lam and alef are one.
            if (text.charAt(at) == LAM && at + 1 < text.length() && FORMS.containsKey(text.substring(at, at + 2))) {
                letter = text.substring(at, at + 2);
                at++;
            }
            var forms = FORMS.get(letter);
            if (forms == null) {
                joined.append(letter);
                before = false;
                continue;
            }
            var after = forms[BEGINNING] != 0 && joinsBackwards(text, at + 1);
            var form = before && forms[END] != 0 ? (after ? MIDDLE : END) : after ? BEGINNING : ALONE;
            joined.append(forms[form] == 0 ? letter : Character.toString(forms[form]));
            before = forms[BEGINNING] != 0;
        }
        return joined.toString();
    }

    /** Whether the next letter joins with the one before it. */
    private static boolean joinsBackwards(String text, int from) {
        var at = from;
        while (at < text.length() && isMark(text.charAt(at))) {
            at++;
        }
        var forms = at < text.length() ? FORMS.get(String.valueOf(text.charAt(at))) : null;
        return forms != null && forms[END] != 0;
    }

    private static boolean isMark(char letter) {
        return Character.getType(letter) == Character.NON_SPACING_MARK;
    }
}
