package org.weft.workbook;

import java.util.regex.Pattern;

/** Names that every file system and every HTTP header takes. */
final class FileNames {

    private static final Pattern NOT_ALLOWED = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\\\/:*?\"<>|]+");
    private static final int LONGEST = 120;
    private static final String ENDING = ".xlsx";

    private FileNames() {}

    static String clean(String name) {
        var base = name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
        var cleaned = NOT_ALLOWED
                .matcher(base)
                .replaceAll(" ")
                .replaceAll("\\s+", " ")
                .strip();
        if (cleaned.length() > LONGEST) {
            cleaned = cleaned.substring(0, LONGEST).strip();
        }
        return (cleaned.isEmpty() ? "workbook" : cleaned) + ENDING;
    }
}
