package org.weft.progress;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The columns of the progress list, in the order of the screen and of the file; each can be sorted by. */
public enum ProgressColumn {
    NAME,
    TEAM,
    LEVEL,
    COHORT,
    PROGRESS,
    DONE,
    CONVERSATIONS,
    EXTERNAL,
    NEXT_DUE,
    HEALTH,
    LAST_ACTIVITY,
    LAST_REMINDER;

    /** As it stands in an address: {@code next-due}. */
    public String property() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<ProgressColumn> of(String property) {
        return Arrays.stream(values())
                .filter(column -> column.property().equals(property))
                .findFirst();
    }
}
