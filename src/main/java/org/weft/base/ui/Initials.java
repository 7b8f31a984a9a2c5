package org.weft.base.ui;

import java.util.Locale;

/** The one or two letters that stand for a person. */
public final class Initials {

    private Initials() {}

    /** The first letters of the first and of the last word, in capitals; "?" where a name has no letters. */
    public static String of(String name) {
        var words = name.strip().split("[\\s\\u00a0]+");
        var first = letter(words[0]);
        var last = words.length > 1 ? letter(words[words.length - 1]) : "";
        var both = (first + last).toUpperCase(Locale.ROOT);
        return both.isEmpty() ? "?" : both;
    }

    private static String letter(String word) {
        return word.codePoints()
                .filter(Character::isLetterOrDigit)
                .limit(1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
