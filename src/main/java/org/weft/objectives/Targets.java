package org.weft.objectives;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.weft.base.InvalidInputException;
import org.weft.base.Text;

/** The rules for targets, due dates and texts that the library, assigning and reviewing share. */
final class Targets {

    private static final Set<String> PERCENT = Set.of("percent", "prozent", "%");

    private Targets() {}

    /** @throws InvalidInputException at {@code target} for less than 1, more than the maximum, or more than 100 percent */
    static void check(int target, String unit) {
        if (target < 1) {
            throw new InvalidInputException("target", Text.of("objectives.error.target.small"));
        }
        if (isPercent(unit) && target > 100) {
            throw new InvalidInputException("target", Text.of("objectives.error.target.percent"));
        }
        if (target > AssignRequest.MAX_TARGET) {
            throw new InvalidInputException(
                    "target", Text.of("objectives.error.target.large", AssignRequest.MAX_TARGET));
        }
    }

    /** @throws InvalidInputException at {@code reported} for a figure that cannot be */
    static void checkReported(int reported, String unit) {
        if (reported < 0) {
            throw new InvalidInputException("reported", Text.of("objectives.error.reported.small"));
        }
        var most = isPercent(unit) ? 100 : 1_000_000;
        if (reported > most) {
            throw new InvalidInputException("reported", Text.of("objectives.error.reported.large", most));
        }
    }

    /** @throws InvalidInputException at {@code dueOn} for a day outside the cycle */
    static void checkDue(LocalDate dueOn, LocalDate startsOn, LocalDate endsOn) {
        if (dueOn.isBefore(startsOn) || dueOn.isAfter(endsOn)) {
            throw new InvalidInputException("dueOn", Text.of("objectives.error.due.outside"));
        }
    }

    static boolean isPercent(String unit) {
        return PERCENT.contains(unit.strip().split("[ ,]", 2)[0].toLowerCase(Locale.ROOT));
    }

    /** The text without blanks around it. */
    static String text(String field, @Nullable String text, int most) {
        var stripped = optionalText(field, text, most);
        if (stripped == null) {
            throw new InvalidInputException(field, Text.of("objectives.error.missing"));
        }
        return stripped;
    }

    static @Nullable String optionalText(String field, @Nullable String text, int most) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var stripped = text.strip();
        if (stripped.length() > most) {
            throw new InvalidInputException(field, Text.of("objectives.error.long", most, stripped.length()));
        }
        if (stripped.indexOf('\0') >= 0) {
            throw new InvalidInputException(field, Text.of("objectives.error.character"));
        }
        return stripped;
    }
}
