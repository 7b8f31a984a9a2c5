package org.weft.people.imports;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes texts comparable that mean the same and are written differently. */
final class Words {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Words() {}

    /** Lower case, without accents and punctuation, one blank between words; German umlauts as two letters. */
    static String plain(String text) {
        var lower = text.toLowerCase(Locale.ROOT)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss");
        var bare =
                MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
        return OTHER.matcher(bare).replaceAll(" ").strip();
    }

    /** As {@link #plain}, without blanks too: "Date of Hire", "DateofHire" and "date_of_hire" are one. */
    static String joined(String text) {
        return plain(text).replace(" ", "");
    }
}
