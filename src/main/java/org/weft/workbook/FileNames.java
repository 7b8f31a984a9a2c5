package org.weft.workbook;

import java.util.regex.Pattern;

/** Names that every file system and every HTTP header takes. */
final class FileNames {

    private static final Pattern NOT_ALLOWED = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\\\/:*?\"<>|]+");
    private static final int LONGEST = 120;

    private FileNames() {}

    /** @param ending what the name ends with afterwards, and may end with before */
    static String clean(String name, String ending) {
        var base = name.endsWith(ending) ? name.substring(0, name.length() - ending.length()) : name;
        var cleaned = NOT_ALLOWED
                .matcher(base)
                .replaceAll(" ")
                .replaceAll("\\s+", " ")
                .strip();
        if (cleaned.length() > LONGEST) {
            cleaned = cleaned.substring(0, LONGEST).strip();
        }
        return (cleaned.isEmpty() ? "workbook" : cleaned) + ending;
    }
}
