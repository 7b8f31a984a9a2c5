package org.weft.base;

import java.util.Locale;

/**
 * What people type into a search, as a pattern for {@code lower(column) like :pattern escape '\'}. What {@code like} takes
 * specially stands for itself, and characters no database can hold are blanks.
 */
public final class LikePattern {

    private LikePattern() {}

    /** Finds the text anywhere, in any case. */
    public static String containing(String text) {
        return "%" + literal(text) + "%";
    }

    /** Finds the whole text, in any case; {@code *} stands for any characters. */
    public static String whole(String text) {
        return literal(text).replace('*', '%');
    }

    private static String literal(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ")
                .strip()
                .toLowerCase(Locale.ROOT)
                .replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_");
    }
}
