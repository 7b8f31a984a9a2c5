package org.weft.workbook;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.apache.poi.ss.util.WorkbookUtil;

/** Names on tabs: what Excel takes, at most 31 characters, each once. */
final class SheetNames {

    private static final int LONGEST = 31;

    private final Set<String> taken = new HashSet<>();

    String next(String wanted) {
        var name =
                WorkbookUtil.createSafeSheetName(SheetText.clean(wanted), ' ').strip();
        if (name.isEmpty() || name.equalsIgnoreCase("History")) {
            name = name + "_";
        }
        var result = name;
        for (var number = 2; !taken.add(result.toLowerCase(Locale.ROOT)); number++) {
            var suffix = " (" + number + ")";
            result = name.substring(0, Math.min(name.length(), LONGEST - suffix.length())) + suffix;
        }
        return result;
    }
}
