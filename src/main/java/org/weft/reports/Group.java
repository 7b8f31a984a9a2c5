package org.weft.reports;

import org.jspecify.annotations.Nullable;
import org.weft.base.Text;
import org.weft.people.Level;

/**
 * One department, one level, or several small ones together.
 *
 * @param teamId the department; null for a level, for people without a department, and for several together
 * @param level the level; null for a department, and for several together
 */
public record Group(
        Text name, @Nullable Long teamId, @Nullable Level level, Figures figures) {

    int participants() {
        return figures.participants();
    }
}
