package org.weft.people;

import java.util.Locale;

/** What people type into a search, as a pattern for {@code lower(x) like :text escape '\'}. */
final class SearchText {

    private SearchText() {}

    /** Finds the text anywhere. */
    static String containing(String text) {
        return "%" + literal(text) + "%";
    }

    /** Finds what begins with the text. */
    static String startingWith(String text) {
        return literal(text) + "%";
    }

    private static String literal(String text) {
        return PersonName.tidy(text)
                .toLowerCase(Locale.ROOT)
                .replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_");
    }
}
