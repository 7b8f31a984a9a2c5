package org.weft.workbook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of tables and of their columns, such as formulas can say: what Excel takes, each once. */
final class TableNames {

    private static final int LONGEST_TABLE = 60;
    private static final int LONGEST_COLUMN = 255;
    private static final Pattern NOT_IN_A_NAME = Pattern.compile("[^\\p{L}\\p{N}_.]+");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /** Anything that could be the address of a cell, R1C1 or a single letter. */
    private static final Pattern ADDRESS = Pattern.compile("(?i)[a-z]{1,3}[0-9]*|r[0-9]*c[0-9]*");

    private final Set<String> taken = new HashSet<>();

    String next(String wanted) {
        var name = NOT_IN_A_NAME.matcher(SheetText.clean(wanted).strip()).replaceAll("_");
        if (name.isEmpty()
                || !Character.isLetter(name.codePointAt(0))
                || ADDRESS.matcher(name).matches()) {
            name = "_" + name;
        }
        return unique(name, LONGEST_TABLE, "_", "", taken);
    }

    /** Headings on one line, made different where they are not. */
    static List<String> headers(List<String> wanted) {
        var taken = new HashSet<String>();
        var headers = new ArrayList<String>(wanted.size());
        for (var header : wanted) {
            var clean = BLANKS.matcher(SheetText.clean(header)).replaceAll(" ").strip();
            headers.add(unique(clean.isEmpty() ? "_" : clean, LONGEST_COLUMN, " (", ")", taken));
        }
        return List.copyOf(headers);
    }

    private static String unique(String name, int longest, String before, String after, Set<String> taken) {
        var result = name.substring(0, Math.min(name.length(), longest));
        for (var number = 2; !taken.add(result.toLowerCase(Locale.ROOT)); number++) {
            var suffix = before + number + after;
            result = name.substring(0, Math.min(name.length(), longest - suffix.length())) + suffix;
        }
        return result;
    }
}
