package org.weft.progress;

import org.jspecify.annotations.Nullable;
import org.weft.people.Level;

/**
 * Which group is meant.
 *
 * @param value the id of a team or a lead, the place of a level from the front line (1) up; null for who has none
 */
public record GroupKey(ProgressGrouping by, @Nullable Long value) {

    /** The level of a group of one. */
    public @Nullable Level level() {
        return by == ProgressGrouping.LEVEL && value != null ? Level.values()[value.intValue() - 1] : null;
    }
}
