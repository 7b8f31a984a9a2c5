package org.weft.workbook;

/** Text that stays text when a spreadsheet program opens the file; a CSV file cannot say what a cell is. */
final class CsvText {

    private static final char APOSTROPHE = '\'';

    /** Programs of East Asia take the wide forms of = + - @ as well. */
    private static final String WIDE = "\uff1d\uff0b\uff0d\uff20";

    private CsvText() {}

    /**
     * The text, with an apostrophe before it where it looks like a formula. Whoever takes the first apostrophe off every
     * text that has one before what {@linkplain #looksLikeFormula looks like a formula} has the text as it was: one
     * that began with apostrophes itself gets one more.
     */
    static String harmless(String text) {
        var cleaned = SheetText.clean(text);
        var at = 0;
        while (at < cleaned.length() && cleaned.charAt(at) == APOSTROPHE) {
            at++;
        }
        return looksLikeFormula(cleaned.substring(at)) ? APOSTROPHE + cleaned : cleaned;
    }

    /** Also behind blanks, which some programs take off first. */
    private static boolean looksLikeFormula(String text) {
        if (SheetText.looksLikeFormula(text)) {
            return true;
        }
        var trimmed = CellText.trim(text);
        return SheetText.looksLikeFormula(trimmed) || !trimmed.isEmpty() && WIDE.indexOf(trimmed.charAt(0)) >= 0;
    }
}
