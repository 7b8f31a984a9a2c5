package org.weft.reports;

import org.jspecify.annotations.Nullable;
import org.weft.people.Level;

/**
 * The figures of one department's people of one level in one cohort.
 *
 * @param departmentId null for people without a team
 */
record FigureCell(
        long cohortId,
        String cohort,
        @Nullable Long departmentId,
        @Nullable String department,
        Level level,
        Figures figures) {

    Key key() {
        return new Key(cohortId, departmentId, level);
    }

    FigureCell with(Figures other) {
        return new FigureCell(cohortId, cohort, departmentId, department, level, other);
    }

    record Key(long cohortId, @Nullable Long departmentId, Level level) {}
}
