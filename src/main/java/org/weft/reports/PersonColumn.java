package org.weft.reports;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.weft.progress.ProgressColumn;

/** The columns of the table of people, in their order. */
enum PersonColumn {
    EMPLOYEE_NUMBER,
    NAME,
    DEPARTMENT,
    TEAM,
    LEVEL,
    LOCATION,
    COHORT,
    LEAD,
    LIVE,
    COMPLETED,
    PROGRESS,
    NEXT_DUE,
    HEALTH,
    CONVERSATIONS,
    EXTERNAL,
    LAST_ACTIVITY,
    LAST_REMINDER;

    /** What the figures of a summary are counted over: always there, hidden where nobody chose it. */
    static final Set<PersonColumn> COUNTED =
            Collections.unmodifiableSet(EnumSet.of(COHORT, LIVE, COMPLETED, HEALTH, CONVERSATIONS));

    /** What a column of the progress list is here. */
    static List<PersonColumn> of(ProgressColumn column) {
        return switch (column) {
            case NAME -> List.of(NAME);
            case TEAM -> List.of(TEAM);
            case LEVEL -> List.of(LEVEL);
            case COHORT -> List.of(COHORT);
            case PROGRESS -> List.of(PROGRESS);
            case DONE -> List.of(COMPLETED, LIVE);
            case CONVERSATIONS -> List.of(CONVERSATIONS);
            case EXTERNAL -> List.of(EXTERNAL);
            case NEXT_DUE -> List.of(NEXT_DUE);
            case HEALTH -> List.of(HEALTH);
            case LAST_ACTIVITY -> List.of(LAST_ACTIVITY);
            case LAST_REMINDER -> List.of(LAST_REMINDER);
        };
    }
}
