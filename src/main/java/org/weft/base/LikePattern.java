package org.weft.base;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What people type into a search, as a pattern for {@code lower(column) like :pattern escape '\'}. What {@code like} takes
 * specially stands for itself; blanks of every kind and characters no database can hold are one blank or nothing.
 */
public final class LikePattern {

    private static final Pattern BLANKS = Pattern.compile("[\\p{Cntrl}\\s\\u00a0\\u2007\\u202f]+");

    private static final Pattern HALVES = Pattern.compile("\\p{Cs}");

    private LikePattern() {}

    /** Finds the text anywhere, in any case. */
    public static String containing(String text) {
        return "%" + literal(text) + "%";
    }

    /** Finds what begins with the text, in any case. */
    public static String startingWith(String text) {
        return literal(text) + "%";
    }

    /** Finds the whole text, in any case; {@code *} stands for any characters. */
    public static String whole(String text) {
        return literal(text).replace('*', '%');
    }

    /** What is looked for itself, as it stands in a column that is in lower case. */
    public static String sought(String text) {
        return HALVES.matcher(BLANKS.matcher(text).replaceAll(" "))
                .replaceAll("")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    private static String literal(String text) {
        return sought(text).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
