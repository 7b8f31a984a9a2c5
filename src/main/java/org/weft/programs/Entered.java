package org.weft.programs;

import org.weft.base.InvalidInputException;
import org.weft.base.Text;

/** Text as people enter it: trimmed, without what no database or label can hold. */
final class Entered {

    private Entered() {}

    /** One line: line breaks and runs of blanks become one blank. */
    static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }

    /** Several lines: everything stays but control characters other than line break and tab. */
    static String lines(String text) {
        return text.replace("\r\n", "\n")
                .replaceAll("[\\p{Cntrl}&&[^\n\t]]", "")
                .strip();
    }

    static String name(String text, int length) {
        var name = line(text);
        if (name.isEmpty()) {
            throw new InvalidInputException("name", Text.of("programs.error.nameMissing"));
        }
        return atMost(length, "name", name);
    }

    static String atMost(int length, String field, String text) {
        if (text.length() > length) {
            throw new InvalidInputException(field, Text.of("programs.error.tooLong", length, text.length()));
        }
        return text;
    }
}
