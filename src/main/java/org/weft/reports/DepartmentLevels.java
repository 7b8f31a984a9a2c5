package org.weft.reports;

import java.util.Map;
import org.weft.people.Level;

/**
 * One row of the heat map.
 *
 * @param department all its people
 * @param levels its people by level; those levels that have some
 */
public record DepartmentLevels(Group department, Map<Level, Figures> levels) {

    public DepartmentLevels {
        levels = Map.copyOf(levels);
    }
}
