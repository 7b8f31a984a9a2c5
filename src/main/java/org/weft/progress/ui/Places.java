package org.weft.progress.ui;

import java.util.Arrays;
import org.weft.progress.ProgressColumn;
import org.weft.progress.ProgressRow;

/** What a participant's place in the list depends on. */
final class Places {

    private Places() {}

    /** Equal for two states of a row that stand in the same place. */
    static Object of(ProgressRow row, ProgressColumn column) {
        return Arrays.asList(row.name(), value(row, column));
    }

    private static Object value(ProgressRow row, ProgressColumn column) {
        return switch (column) {
            case NAME -> row.name();
            case TEAM -> String.valueOf(row.team());
            case LEVEL -> row.level();
            case COHORT -> row.cohort();
            case PROGRESS -> row.progress();
            case DONE -> Arrays.asList(row.completed(), row.live());
            case CONVERSATIONS -> row.conversations();
            case EXTERNAL -> row.external();
            case NEXT_DUE -> String.valueOf(row.nextDue());
            case HEALTH -> row.health();
            case LAST_ACTIVITY -> String.valueOf(row.lastActivity());
            case LAST_REMINDER -> String.valueOf(row.lastReminder());
        };
    }
}
